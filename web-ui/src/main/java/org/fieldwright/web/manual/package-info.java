/** The manuals' pages: the list, the administrator's desk, a page of a manual with its marked passage. */
package org.fieldwright.web.manual;
