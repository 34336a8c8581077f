/** The technician's conversation with the manuals: asking, the pages and the answer. */
package org.fieldwright.web.ask;
