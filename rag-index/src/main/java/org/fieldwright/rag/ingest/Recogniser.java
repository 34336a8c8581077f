package org.fieldwright.rag.ingest;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Recognises text on a picture. */
interface Recogniser {
    /** Whether it can be asked at all. */
    boolean isInstalled();

    /**
     * The words on a picture that were recognised with confidence, in no particular order; none when it took too long.
     *
     * @param scattered whether words stand here and there, as in tables and drawings, and not in lines and columns
     * @throws IOException when it cannot be asked
     */
    List<SeenWord> read(BufferedImage picture, boolean scattered) throws IOException;

    /**
     * A recognised word and its place in pixels of the picture.
     *
     * @param line words with the same number stand on the same line
     * @param confidence from 0 to 100
     */
    record SeenWord(String text, int line, int x, int y, int width, int height, float confidence) {}
}
