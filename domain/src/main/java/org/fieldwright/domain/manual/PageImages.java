package org.fieldwright.domain.manual;

/** Draws pages. */
public interface PageImages {
    /**
     * A page as a picture, from the cache when it was drawn before.
     *
     * @param number from 1
     * @param width wanted, in pixels; rounded to one of a few steps
     * @throws org.fieldwright.domain.shared.FaultException NOT_FOUND when there is no such page, UNAVAILABLE when it cannot be
     *     drawn within the limits
     */
    PageImage draw(Manual manual, int number, int width);

    /** Throws away the drawn pages of an original that was deleted. */
    void forget(String sha256);

    /**
     * A drawn page.
     *
     * @param mediaType {@code image/png} or {@code image/jpeg}
     */
    @SuppressWarnings("ArrayRecordComponent") // handed straight to the response
    record PageImage(String mediaType, byte[] content) {}
}
