/** Jobs as the office and the technicians see them: the list, and the record of one with all that hangs on it. Read from the mirror. */
package org.fieldwright.domain.job;
