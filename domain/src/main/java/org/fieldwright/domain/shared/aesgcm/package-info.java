/** Sealing with AES-256-GCM and a key derived from one secret of the installation. */
package org.fieldwright.domain.shared.aesgcm;
