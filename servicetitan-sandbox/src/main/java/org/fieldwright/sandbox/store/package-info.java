/**
 * The sandbox's own memory: JSON documents in PostgreSQL, with a revision each.
 *
 * <p>There is one writer at a time, by an advisory lock. So revisions become visible in their order, a feed read by revision skips
 * nothing, and what a call does is done wholly before the next one begins.
 */
package org.fieldwright.sandbox.store;
