/** The frame around every page: navigation, who is here, light and dark, times as people say them. */
package org.fieldwright.web.frame;
