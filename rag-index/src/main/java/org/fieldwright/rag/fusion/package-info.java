/** How the opinions of several rankers become one order. Pure functions, no state, no index. */
package org.fieldwright.rag.fusion;
