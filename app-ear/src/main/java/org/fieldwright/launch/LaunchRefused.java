package org.fieldwright.launch;

/** Fieldwright does not start, or does not stay up; the message tells the operator why and what to do. */
public final class LaunchRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private LaunchRefused(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public static LaunchRefused failed(String message) {
        return new LaunchRefused(ExitCode.FAILED, message, null);
    }

    public static LaunchRefused failed(String message, Throwable cause) {
        return new LaunchRefused(ExitCode.FAILED, message, cause);
    }

    public static LaunchRefused wrongUse(String message) {
        return new LaunchRefused(ExitCode.WRONG_USE, message, null);
    }

    public static LaunchRefused database(String message) {
        return new LaunchRefused(ExitCode.DATABASE, message, null);
    }

    public static LaunchRefused database(String message, Throwable cause) {
        return new LaunchRefused(ExitCode.DATABASE, message, cause);
    }

    public static LaunchRefused dataFolderInUse(String message) {
        return new LaunchRefused(ExitCode.DATA_FOLDER_IN_USE, message, null);
    }

    public static LaunchRefused portInUse(String message) {
        return new LaunchRefused(ExitCode.PORT_IN_USE, message, null);
    }

    public static LaunchRefused notFitForProduction(String message) {
        return new LaunchRefused(ExitCode.NOT_FIT_FOR_PRODUCTION, message, null);
    }

    /** The exit code of the process: 1 and above. */
    public int exitCode() {
        return exitCode;
    }
}
