/** Measures the product on real data and gold answers, by the product's own code. Ships nothing and changes nothing. */
package org.fieldwright.evaluation;
