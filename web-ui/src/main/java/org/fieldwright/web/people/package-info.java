/** The administrator's pages about people: who is here, who may do what, who comes and who goes. Shows; decides nothing. */
package org.fieldwright.web.people;
