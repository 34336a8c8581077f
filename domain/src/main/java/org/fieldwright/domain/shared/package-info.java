/**
 * What every feature may use: coded errors, pages of rows, time, durable work. Calls no feature.
 */
package org.fieldwright.domain.shared;
