/** The list of jobs, and the record of one. */
package org.fieldwright.web.job;
