package org.fieldwright.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.fieldwright.launch.demo.DemoManual;

/** Where words stand on a page of a demo manual, read from the file itself and not from what the portal made of it. */
final class WordsOnPaper extends PDFTextStripper {
    private final List<TextPosition> letters = new ArrayList<>();

    private WordsOnPaper(int page) {
        setStartPage(page);
        setEndPage(page);
    }

    static WordsOnPaper of(String fileName, int page) {
        try {
            DemoManual manual = DemoManual.all().stream()
                    .filter(candidate -> candidate.fileName().equals(fileName))
                    .findFirst()
                    .orElseThrow();
            WordsOnPaper words = new WordsOnPaper(page);
            try (PDDocument file = Loader.loadPDF(manual.pdf())) {
                words.getText(file);
            }
            return words;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        letters.add(letter);
    }

    /** The middle of every letter of the first such word lies in the box: x, y, width, height in fractions of the page. */
    void assertCovered(String word, double[] box) {
        assertThat(find(word)).isNotEmpty().allSatisfy(letter -> {
            double x = (letter.getXDirAdj() + letter.getWidthDirAdj() / 2) / letter.getPageWidth();
            double y = (letter.getYDirAdj() - letter.getHeightDir() / 2) / letter.getPageHeight();
            assertThat(x).isBetween(box[0], box[0] + box[2]);
            assertThat(y).isBetween(box[1], box[1] + box[3]);
        });
    }

    private List<TextPosition> find(String word) {
        for (int at = 0; at + word.length() <= letters.size(); at++) {
            List<TextPosition> here = letters.subList(at, at + word.length());
            if (String.join("", here.stream().map(TextPosition::getUnicode).toList())
                    .equals(word)) {
                return here;
            }
        }
        return List.of();
    }
}
