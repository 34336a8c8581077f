package org.fieldwright.rag.ingest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The limits of reading one file, and of recognising text on pictures.
 *
 * @param maxBytes the largest file that is read
 * @param maxPages the most pages a file may have
 * @param heapMegabytes the memory of the process that reads one file
 * @param timeBase what every file may take
 * @param timePerPage what every page adds to it
 * @param timeOnePage the longest silence between two pages
 * @param maxUnpackedBytes the most a packed file (DOCX) may unpack to
 * @param maxEntries the most entries a packed file may have
 * @param ocr how text is recognised on pictures
 */
public record ReadingSettings(
        long maxBytes,
        int maxPages,
        int heapMegabytes,
        Duration timeBase,
        Duration timePerPage,
        Duration timeOnePage,
        long maxUnpackedBytes,
        int maxEntries,
        Ocr ocr) {

    /**
     * Recognition of text on pictures by a command like Tesseract's.
     *
     * @param command found on the PATH or a full path; blank switches recognition off
     * @param languages as the command names them, joined by {@code +}
     * @param timePerPage the longest one picture may take
     * @param maxPages how many pages of a file are recognised at most
     */
    public record Ocr(String command, String languages, Duration timePerPage, int maxPages) {
        public Ocr {
            requireNonNull(command, "command");
            require(languages.matches("[A-Za-z_+]{2,80}"), "fieldwright.ocr.languages", "names like eng or eng+deu");
            require(isPositive(timePerPage), "fieldwright.ocr.time-per-page", "a duration above zero");
            require(maxPages >= 0, "fieldwright.ocr.max-pages", "zero or more");
        }
    }

    public ReadingSettings {
        require(maxBytes > 0, "fieldwright.reading.max-bytes", "above zero");
        require(maxPages > 0, "fieldwright.reading.max-pages", "above zero");
        require(heapMegabytes >= 64, "fieldwright.reading.heap-megabytes", "64 or more");
        require(isPositive(timeBase), "fieldwright.reading.time-base", "a duration above zero");
        require(isPositive(timePerPage), "fieldwright.reading.time-per-page", "a duration above zero");
        require(isPositive(timeOnePage), "fieldwright.reading.time-one-page", "a duration above zero");
        require(maxUnpackedBytes > 0, "fieldwright.reading.max-unpacked-bytes", "above zero");
        require(maxEntries > 0, "fieldwright.reading.max-entries", "above zero");
        requireNonNull(ocr, "ocr");
    }

    /** All defaults. */
    public static ReadingSettings defaults() {
        return from(name -> Optional.empty());
    }

    /**
     * Takes each setting by its name; what is absent gets its default.
     *
     * @throws IllegalArgumentException naming the setting that is off
     */
    public static ReadingSettings from(Function<String, Optional<String>> source) {
        Values values = new Values(source);
        return new ReadingSettings(
                values.number("fieldwright.reading.max-bytes", 200L << 20),
                values.count("fieldwright.reading.max-pages", 5000),
                values.count("fieldwright.reading.heap-megabytes", 768),
                values.duration("fieldwright.reading.time-base", Duration.ofSeconds(60)),
                values.duration("fieldwright.reading.time-per-page", Duration.ofSeconds(2)),
                values.duration("fieldwright.reading.time-one-page", Duration.ofSeconds(60)),
                values.number("fieldwright.reading.max-unpacked-bytes", 400L << 20),
                values.count("fieldwright.reading.max-entries", 5000),
                new Ocr(
                        source.apply("fieldwright.ocr.command")
                                .orElse("tesseract")
                                .strip(),
                        source.apply("fieldwright.ocr.languages").orElse("eng").strip(),
                        values.duration("fieldwright.ocr.time-per-page", Duration.ofSeconds(60)),
                        values.count("fieldwright.ocr.max-pages", 500)));
    }

    /** Every setting by its name, as {@link #from} takes them. */
    public Map<String, String> byName() {
        Map<String, String> all = new TreeMap<>();
        all.put("fieldwright.reading.max-bytes", Long.toString(maxBytes));
        all.put("fieldwright.reading.max-pages", Integer.toString(maxPages));
        all.put("fieldwright.reading.heap-megabytes", Integer.toString(heapMegabytes));
        all.put("fieldwright.reading.time-base", timeBase.toString());
        all.put("fieldwright.reading.time-per-page", timePerPage.toString());
        all.put("fieldwright.reading.time-one-page", timeOnePage.toString());
        all.put("fieldwright.reading.max-unpacked-bytes", Long.toString(maxUnpackedBytes));
        all.put("fieldwright.reading.max-entries", Integer.toString(maxEntries));
        all.put("fieldwright.ocr.command", ocr.command());
        all.put("fieldwright.ocr.languages", ocr.languages());
        all.put("fieldwright.ocr.time-per-page", ocr.timePerPage().toString());
        all.put("fieldwright.ocr.max-pages", Integer.toString(ocr.maxPages()));
        return all;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean met, String name, String rule) {
        if (!met) {
            throw new IllegalArgumentException(name + " must be " + rule);
        }
    }

    private record Values(Function<String, Optional<String>> source) {
        long number(String name, long otherwise) {
            return read(name, Long::valueOf, otherwise, "a whole number");
        }

        int count(String name, int otherwise) {
            return read(name, Integer::valueOf, otherwise, "a whole number");
        }

        Duration duration(String name, Duration otherwise) {
            return read(name, Duration::parse, otherwise, "a duration like PT30S");
        }

        private <T> T read(String name, Function<String, T> reading, T otherwise, String rule) {
            Optional<String> text = source.apply(name).map(String::strip);
            try {
                return text.map(reading).orElse(otherwise);
            } catch (RuntimeException malformed) {
                throw new IllegalArgumentException(name + " must be " + rule, malformed);
            }
        }
    }
}
