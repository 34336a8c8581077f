package org.fieldwright.launch.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a manual in its own small language, read.
 *
 * <p>First lines {@code name: value}, up to {@code ---}. Then blocks, an empty line between two: {@code = section}
 * ({@code => section} on a new page), {@code == subsection}, paragraphs, {@code - } bullets, {@code # } steps,
 * {@code WARNING: } (also CAUTION, NOTE), {@code | cell | cell |} rows with a line {@code table 2 5 3: caption} before
 * them, {@code nameplate: caption} and {@code wiring: caption} with their lines below. <code>{{name}}</code> stands for a
 * value of the first lines, so that sibling models share one text.
 */
record ManualText(Map<String, String> head, List<Block> blocks) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w-]+)}}");
    private static final Pattern TABLE = Pattern.compile("table ([\\d ]+): (.*)");
    private static final Pattern NOTICE = Pattern.compile("(WARNING|CAUTION|NOTE): (.*)", Pattern.DOTALL);

    /**
     * @param source the text
     * @param values of placeholders, before those of the text's own first lines
     */
    static ManualText read(String source, Map<String, String> values) {
        String[] parts = source.split("\n---\n", 2);
        Map<String, String> head = new LinkedHashMap<>();
        parts[0].lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] pair = line.split(":", 2);
            head.put(pair[0].strip(), pair[1].strip());
        });
        head.putAll(values);
        head.replaceAll((name, value) -> filled(value, head));
        List<Block> blocks = Stream.of(filled(parts[1], head).split("\n\\s*\n"))
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .map(ManualText::block)
                .toList();
        return new ManualText(Map.copyOf(head), blocks);
    }

    private static String filled(String text, Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(Optional.ofNullable(values.get(found.group(1)))
                .orElseThrow(() -> new IllegalArgumentException("no value for " + found.group()))));
    }

    /** A value of the first lines. */
    String of(String name) {
        return Optional.ofNullable(head.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the manual names no " + name));
    }

    private static Block block(String text) {
        List<String> lines = text.lines().map(String::strip).toList();
        String first = lines.getFirst();
        Matcher table = TABLE.matcher(first);
        Matcher notice = NOTICE.matcher(String.join(" ", lines));
        if (first.startsWith("=> ")) {
            return new Block.Section(first.substring(3), true);
        }
        if (first.startsWith("== ")) {
            return new Block.Subsection(first.substring(3));
        }
        if (first.startsWith("= ")) {
            return new Block.Section(first.substring(2), false);
        }
        if (first.startsWith("- ")) {
            return new Block.Bullets(items(lines, "- "));
        }
        if (first.startsWith("# ")) {
            return new Block.Steps(items(lines, "# "));
        }
        if (table.matches()) {
            return new Block.Table(table.group(2), numbers(table.group(1)), rows(lines));
        }
        if (first.startsWith("nameplate: ")) {
            return nameplate(after(first), lines.subList(1, lines.size()));
        }
        if (first.startsWith("wiring: ")) {
            return wiring(after(first), lines.subList(1, lines.size()));
        }
        return notice.matches()
                ? new Block.Notice(notice.group(1), notice.group(2))
                : new Block.Paragraph(String.join(" ", lines));
    }

    private static String after(String line) {
        return line.substring(line.indexOf(':') + 1).strip();
    }

    /** A line without the sign goes on with the item before. */
    private static List<String> items(List<String> lines, String sign) {
        List<String> items = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(sign)) {
                items.add(line.substring(sign.length()));
            } else {
                items.set(items.size() - 1, items.getLast() + " " + line);
            }
        }
        return List.copyOf(items);
    }

    private static List<Integer> numbers(String text) {
        return Stream.of(text.strip().split(" +", -1)).map(Integer::valueOf).toList();
    }

    private static List<List<String>> rows(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Block.Nameplate nameplate(String caption, List<String> lines) {
        Map<String, String> ratings = new LinkedHashMap<>();
        lines.forEach(line -> {
            String[] pair = line.split(" = ", 2);
            ratings.put(pair[0], pair[1]);
        });
        return new Block.Nameplate(caption, ratings.remove("brand"), ratings);
    }

    /** {@code box id x y width height name}, {@code left id terminals…}, {@code right id terminals…}, {@code wire a.T b.T RED}. */
    private static Block.Wiring wiring(String caption, List<String> lines) {
        Map<String, Block.Device> devices = new LinkedHashMap<>();
        List<Block.Wire> wires = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" +", -1);
            List<String> rest = Arrays.asList(words).subList(2, words.length);
            switch (words[0]) {
                case "box" -> {
                    String[] box = line.split(" +", 7);
                    devices.put(
                            box[1],
                            new Block.Device(
                                    box[1],
                                    box[6],
                                    Float.parseFloat(box[2]),
                                    Float.parseFloat(box[3]),
                                    Float.parseFloat(box[4]),
                                    Float.parseFloat(box[5]),
                                    List.of(),
                                    List.of()));
                }
                case "left" -> devices.computeIfPresent(words[1], (id, device) -> terminals(device, rest, true));
                case "right" -> devices.computeIfPresent(words[1], (id, device) -> terminals(device, rest, false));
                case "wire" -> wires.add(new Block.Wire(words[1], words[2], words[3]));
                default -> throw new IllegalArgumentException("not a line of a wiring diagram: " + line);
            }
        }
        return new Block.Wiring(caption, List.copyOf(devices.values()), List.copyOf(wires));
    }

    private static Block.Device terminals(Block.Device device, List<String> names, boolean left) {
        return new Block.Device(
                device.id(),
                device.name(),
                device.x(),
                device.y(),
                device.width(),
                device.height(),
                left ? List.copyOf(names) : device.leftTerminals(),
                left ? device.rightTerminals() : List.copyOf(names));
    }
}
