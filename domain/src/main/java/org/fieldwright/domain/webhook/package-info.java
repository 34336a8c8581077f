/**
 * Events that ServiceTitan sends by itself. A delivery is taken only with a good signature, kept at once, and settled in the background:
 * what the event is about is read again and put into the mirror, so that it does no harm when events come twice, late or out of order. An
 * event is a reason to look, never the truth: nothing of its data but ids is used or kept. What gets lost on the way is brought by the
 * feeds. Calls {@code mirror}, {@code servicetitan}, {@code people} and {@code shared}.
 */
package org.fieldwright.domain.webhook;
