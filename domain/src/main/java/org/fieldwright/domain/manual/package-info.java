/**
 * Manuals in: a file is kept, read page by page, cut into passages, embedded and switched visible at once; or it ends
 * with a true reason. The truth (originals, pages, passages, embeddings) is in PostgreSQL behind the ports of this
 * package; every search index is derived from it. Answers nothing: that is {@code copilot}. Calls {@code people} and
 * {@code shared}.
 */
package org.fieldwright.domain.manual;
