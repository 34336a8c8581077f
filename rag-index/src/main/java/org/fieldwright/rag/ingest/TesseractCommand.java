package org.fieldwright.rag.ingest;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Recognises text by Tesseract's command line, one picture a run, on one core, within a limit of time. */
final class TesseractCommand implements Recogniser {
    private static final Duration ASKING = Duration.ofSeconds(10);
    private static final int COLUMNS = 12;

    private final ReadingSettings.Ocr settings;
    private final Path workFolder;
    private String languages;

    TesseractCommand(ReadingSettings.Ocr settings, Path workFolder) {
        this.settings = settings;
        this.workFolder = workFolder;
    }

    /** Installed means: it answers, and knows at least one of the languages asked for. */
    @Override
    public boolean isInstalled() {
        return !languages().isEmpty();
    }

    /** Those of the languages asked for that it knows, joined by {@code +}; empty when it does not answer. */
    String languages() {
        if (languages == null) {
            languages = knownLanguages();
        }
        return languages;
    }

    private String knownLanguages() {
        if (settings.command().isBlank()) {
            return "";
        }
        try {
            Path list = Files.createTempFile(workFolder, "languages", ".txt");
            if (!run(List.of(settings.command(), "--list-langs"), list, ASKING)) {
                return "";
            }
            Set<String> known = Set.copyOf(
                    Files.readAllLines(list).stream().map(String::strip).collect(Collectors.toSet()));
            return Arrays.stream(settings.languages().split("\\+", -1))
                    .filter(known::contains)
                    .collect(Collectors.joining("+"));
        } catch (IOException notInstalled) {
            return "";
        }
    }

    @Override
    public List<SeenWord> read(BufferedImage picture, boolean scattered) throws IOException {
        if (!isInstalled()) {
            return List.of();
        }
        Path input = Files.createTempFile(workFolder, "page", ".png");
        Path output = Files.createTempFile(workFolder, "words", ".tsv");
        try {
            ImageIO.write(picture, "png", input.toFile());
            // 11: as much text as there is, in no order; 3: lines and columns. The first gets lost in large drawings.
            boolean done = scattered
                    && run(command(input, "11"), output, settings.timePerPage().dividedBy(2));
            return done || run(command(input, "3"), output, settings.timePerPage()) ? words(output) : List.of();
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
        }
    }

    private List<String> command(Path input, String mode) {
        return List.of(
                settings.command(), input.toString(), "stdout", "-l", languages, "--dpi", "300", "--psm", mode, "tsv");
    }

    /** Runs a command into a file; false when it failed or had to be stopped. */
    private boolean run(List<String> command, Path output, Duration limit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(workFolder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Several pages are read at once by several readers; threads within a page would only get in their way.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue() == 0;
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text; level 5 is a word. */
    static List<SeenWord> words(Path tsv) throws IOException {
        List<SeenWord> words = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        try (BufferedReader reader = Files.newBufferedReader(tsv, StandardCharsets.UTF_8)) {
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                String[] cells = row.split("\t", COLUMNS);
                if (cells.length == COLUMNS && cells[0].equals("5") && !cells[11].isBlank()) {
                    int line = lines.computeIfAbsent(cells[2] + "-" + cells[3] + "-" + cells[4], key -> lines.size());
                    words.add(new SeenWord(
                            cells[11].strip(),
                            line,
                            Integer.parseInt(cells[6]),
                            Integer.parseInt(cells[7]),
                            Integer.parseInt(cells[8]),
                            Integer.parseInt(cells[9]),
                            Float.parseFloat(cells[10])));
                }
            }
        } catch (NumberFormatException e) {
            throw new IOException("the recogniser's answer is not a table of words", e);
        }
        return words;
    }
}
