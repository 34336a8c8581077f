/**
 * ServiceTitan V2, both ways: feeds come in, effects go out, a connection is tried. Everything is told apart by {@code Trouble} and said in
 * a sentence; nothing is kept here but a token. Whom it may call: the domain.
 */
package org.fieldwright.servicetitan;
