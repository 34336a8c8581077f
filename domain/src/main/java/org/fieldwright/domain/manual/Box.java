package org.fieldwright.domain.manual;

/**
 * A rectangle on a page as it is shown (after the page's rotation), in fractions of its width and height, origin at the
 * top left.
 */
public record Box(float x, float y, float width, float height) {}
