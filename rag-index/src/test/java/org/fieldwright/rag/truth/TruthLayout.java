package org.fieldwright.rag.truth;

/** How a page of a truth manual looks. */
public enum TruthLayout {
    PORTRAIT,
    LANDSCAPE,
    /** Shown turned to the right by the page's own rotation; its text stands upright when it is. */
    TURNED_RIGHT(90),
    TURNED_OVER(180),
    TURNED_LEFT(270),
    /** The text runs up the page as it is shown. */
    SIDEWAYS,
    /** The page is cut out of a larger sheet with printer's marks. */
    CROPPED,
    /** Cut out of a larger sheet and turned as well. */
    CROPPED_AND_TURNED(90),
    TWO_COLUMNS,
    /** Rows of one table that goes on over the following pages of this layout. */
    TABLE,
    /** The page is one picture, as a scanner makes it. */
    PICTURE;

    private final int rotation;

    TruthLayout() {
        this(0);
    }

    TruthLayout(int rotation) {
        this.rotation = rotation;
    }

    int rotation() {
        return rotation;
    }

    boolean isLandscape() {
        return this == LANDSCAPE;
    }

    boolean isCropped() {
        return this == CROPPED || this == CROPPED_AND_TURNED;
    }
}
