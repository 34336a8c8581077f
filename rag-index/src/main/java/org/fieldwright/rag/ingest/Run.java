package org.fieldwright.rag.ingest;

import java.util.List;

/** Words that stand together on one line, without a wide gap between them: a line of a column, or a cell of a table row. */
record Run(List<Token> tokens, double u0, double u1, double v, double size) {
    static Run of(List<Token> tokens) {
        double size = tokens.stream().mapToDouble(Token::size).max().orElse(0);
        double v = tokens.stream()
                .filter(t -> t.size() == size)
                .mapToDouble(Token::v)
                .findFirst()
                .orElse(0);
        double u1 = tokens.stream().mapToDouble(Token::u1).max().orElse(0);
        return new Run(List.copyOf(tokens), tokens.getFirst().u0(), u1, v, size);
    }

    double top() {
        return v - Glyph.ABOVE * size;
    }

    double bottom() {
        return v + Glyph.BELOW * size;
    }

    double width() {
        return u1 - u0;
    }

    int letters() {
        return tokens.stream().mapToInt(t -> t.text().length()).sum();
    }
}
