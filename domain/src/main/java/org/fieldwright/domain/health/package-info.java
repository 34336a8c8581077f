/**
 * How the house is: every part says it itself, in words for whoever looks after the machine. Repairs nothing and warns nobody by
 * itself. Whoever has a part to speak for implements {@link org.fieldwright.domain.health.Checkup}, in whichever module it
 * lives. Calls {@code manual}, {@code people} and {@code shared}.
 */
package org.fieldwright.domain.health;
