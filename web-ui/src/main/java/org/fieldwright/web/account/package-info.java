/** The page everybody has about themselves: password, browsers, tokens, the look. */
package org.fieldwright.web.account;
