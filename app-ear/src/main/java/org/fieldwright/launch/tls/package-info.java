/** The certificate the portal shows: the operator's own, or one made for this machine. */
package org.fieldwright.launch.tls;
