/**
 * The front door: tokens, the key of the application, scopes, the limiter and planned faults; then the operation, and its result in the
 * published form. Knows nothing of any server: a call comes in, an answer goes out.
 */
package org.fieldwright.sandbox.door;
