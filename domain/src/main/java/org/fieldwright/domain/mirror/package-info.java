/**
 * What ServiceTitan holds, as a copy of our own that can be searched and joined. Feeds fill it; nothing else changes it. A row is the
 * answer as it came (nothing of it is lost, unknown fields too); typed columns are read from it by the database. The mirror may be behind,
 * never wrong about how far behind it is.
 */
package org.fieldwright.domain.mirror;
