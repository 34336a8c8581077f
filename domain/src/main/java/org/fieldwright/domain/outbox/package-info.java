/**
 * The only way something leaves the house for ServiceTitan. An effect is written in the transaction of the decision behind it, delivered
 * after its commit, tried again with pauses, and harmless when it is delivered twice. What cannot be delivered is parked with its reason
 * and waits for a person; nothing is ever dropped silently. Effects of one lane (as a rule: of one job) keep their order.
 */
package org.fieldwright.domain.outbox;
