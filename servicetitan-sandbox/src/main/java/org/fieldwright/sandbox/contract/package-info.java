/**
 * What the published V2 interface looks like, as far as the sandbox needs to know it: a table of operations and the shapes of their
 * bodies, kept in text files beside this package in a short notation of our own.
 *
 * <p>A shape both refuses a request that does not fit and brings a stored document into the form of an answer. Calls nobody.
 */
package org.fieldwright.sandbox.contract;
