/** The passwords that are tried first, by zxcvbn's lists and patterns. */
package org.fieldwright.domain.people.zxcvbn;
