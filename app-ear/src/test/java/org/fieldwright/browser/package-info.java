/**
 * Journeys through the portal in a real Chromium: per role, by keyboard, and over every page for the things that hold everywhere.
 * A new page needs a page object (what people do there, in their words), a line in {@link org.fieldwright.browser.Sight}, and a
 * journey.
 */
package org.fieldwright.browser;
