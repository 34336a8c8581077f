/** What people see when something goes wrong: a sentence, a number to quote, a way on. Never a stack trace. */
package org.fieldwright.web.problem;
