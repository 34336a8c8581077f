/**
 * Who is there, and what the edge lets through: sign-in by form, token and OpenID Connect, the closed-by-default gate,
 * the headers of every answer, limits on how often and how much. What a person may do is decided by {@code people}.
 */
package org.fieldwright.web.security;
