/**
 * The shop's staff as ServiceTitan knows it, and what its roles there mean here. An administrator decides which role there stands for which
 * roles here, sees what would change for whom, and has it done. Nothing changes by itself, nobody is touched whom no e-mail joins to the
 * staff, and nobody is shut out. Calls {@code people} and {@code shared}.
 */
package org.fieldwright.domain.staff;
