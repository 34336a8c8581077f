/**
 * Manuals to try Fieldwright out with: original texts of manufacturers that do not exist, set as PDF by code, and the way
 * they are handed to the portal.
 *
 * <p>The texts are resources in a small language of their own ({@link org.fieldwright.launch.demo.ManualText}). The same
 * text always gives the same bytes, so the portal recognises a manual it has.
 */
package org.fieldwright.launch.demo;
