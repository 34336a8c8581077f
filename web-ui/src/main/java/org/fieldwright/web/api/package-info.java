/**
 * The REST API under {@code /api/v1}: the same use cases as the pages, the same rights. JSON in and out, errors as problem
 * details with a code. Holds no rule of its own.
 */
package org.fieldwright.web.api;
