package org.fieldwright.rag.ingest;

import java.util.List;
import java.util.Map;

/** Turns the characters of a page into text in reading order. */
final class PageLayout implements ReadingOrder.Emitter {
    private final TextSink sink;
    private final Facing facing;
    private final double width;
    private final double height;

    private PageLayout(TextSink sink, Facing facing, double width, double height) {
        this.sink = sink;
        this.facing = facing;
        this.width = width;
        this.height = height;
    }

    /** Lays out a page; text that runs another way than most of it follows at the end. */
    static TextSink layOut(PageContent content) {
        TextSink sink = new TextSink(content.width(), content.height());
        content.glyphs().entrySet().stream()
                .sorted(Map.Entry.comparingByValue((a, b) -> Integer.compare(b.size(), a.size())))
                .forEach(entry -> {
                    Facing facing = entry.getKey();
                    List<Rule> rules = content.rules(facing);
                    PageLayout layout = new PageLayout(sink, facing, content.width(), content.height());
                    new ReadingOrder(rules, layout).read(Runs.of(entry.getValue(), rules));
                    sink.endParagraph();
                });
        return sink;
    }

    /** Lays out recognised words, which all run the usual way. */
    static void layOut(List<Token> words, List<Rule> rules, TextSink sink) {
        PageLayout layout = new PageLayout(sink, Facing.RIGHT, sink.width(), sink.height());
        new ReadingOrder(rules, layout).read(Runs.ofWords(words, rules));
        sink.endParagraph();
    }

    @Override
    public void line(List<Run> runs) {
        boolean first = true;
        for (Run run : runs) {
            if (!first) {
                sink.tab();
            }
            first = false;
            words(run);
        }
        sink.endLine();
    }

    @Override
    public void row(List<List<Run>> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                sink.tab();
            }
            cells.get(i).forEach(this::words);
        }
        sink.endLine();
    }

    @Override
    public void paragraphEnd() {
        sink.endParagraph();
    }

    private void words(Run run) {
        for (Token token : run.tokens()) {
            sink.word(
                    token.text(),
                    facing.toPage(token.u0(), token.top(), token.u1(), token.bottom(), width, height),
                    token.size(),
                    token.bold());
        }
    }
}
