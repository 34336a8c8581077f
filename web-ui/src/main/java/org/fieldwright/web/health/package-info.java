/** What the server says of itself to whoever watches it: ready when the database, the index and the model are. */
package org.fieldwright.web.health;
