package org.fieldwright.web.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a page with its quotes marked. */
record MarkedText(List<Stretch> stretches) {
    /** A stretch of text, marked or not. */
    public record Stretch(String text, boolean marked) {}

    /**
     * Marks every place where a line of a quote stands, however its words are spread over the lines of the page: the
     * lines of a quote need not follow each other there.
     */
    static MarkedText of(String text, List<String> quotes) {
        String anyQuote = quotes.stream()
                .flatMap(String::lines)
                .filter(quote -> !quote.isBlank())
                .map(MarkedText::pattern)
                .collect(Collectors.joining("|"));
        if (anyQuote.isEmpty()) {
            return new MarkedText(List.of(new Stretch(text, false)));
        }
        List<Stretch> stretches = new ArrayList<>();
        Matcher matcher = Pattern.compile(anyQuote).matcher(text);
        int behind = 0;
        while (matcher.find()) {
            stretches.add(new Stretch(text.substring(behind, matcher.start()), false));
            stretches.add(new Stretch(matcher.group(), true));
            behind = matcher.end();
        }
        stretches.add(new Stretch(text.substring(behind), false));
        return new MarkedText(
                stretches.stream().filter(stretch -> !stretch.text().isEmpty()).toList());
    }

    private static String pattern(String quote) {
        return Stream.of(quote.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+"));
    }
}
