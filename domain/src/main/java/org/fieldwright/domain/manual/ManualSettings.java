package org.fieldwright.domain.manual;

import org.eclipse.microprofile.config.Config;

/**
 * What uploads may be.
 *
 * @param maxUploadMegabytes the largest file that is accepted, {@code fieldwright.upload.max-megabytes}
 */
public record ManualSettings(int maxUploadMegabytes) {
    public ManualSettings {
        if (maxUploadMegabytes < 1 || maxUploadMegabytes > 2000) {
            throw new IllegalArgumentException(
                    "fieldwright.upload.max-megabytes must be from 1 to 2000, not " + maxUploadMegabytes);
        }
    }

    public static ManualSettings from(Config config) {
        return new ManualSettings(config.getOptionalValue("fieldwright.upload.max-megabytes", Integer.class)
                .orElse(200));
    }

    public long maxUploadBytes() {
        return maxUploadMegabytes * 1024L * 1024L;
    }
}
