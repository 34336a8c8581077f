/**
 * A ServiceTitan for one's own desk: behaves as the published V2 interface says, with data of its own. Knows nothing of Fieldwright;
 * the two speak over HTTP only.
 */
package org.fieldwright.sandbox;
