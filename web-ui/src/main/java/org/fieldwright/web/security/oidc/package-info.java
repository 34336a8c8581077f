/**
 * Sign-in by the shop's identity provider (OpenID Connect: authorization code with PKCE). Ends at the front desk with somebody who
 * is proven, as the sign-in form does; whether there is an account for them is decided by {@code people}.
 */
package org.fieldwright.web.security.oidc;
