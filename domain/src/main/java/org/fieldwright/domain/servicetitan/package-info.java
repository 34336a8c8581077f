/**
 * The shop's account at ServiceTitan: where it is, with which credentials, what they open, and whether it answers. One installation
 * serves one tenant. What is read from there is the business of {@code mirror}, what is written there of {@code outbox}.
 */
package org.fieldwright.domain.servicetitan;
