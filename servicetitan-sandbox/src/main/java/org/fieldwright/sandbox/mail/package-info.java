/** Webhooks on their way out: written with the change, sent after it, again and again until somebody takes them or the last try failed. */
package org.fieldwright.sandbox.mail;
