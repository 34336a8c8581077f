package org.fieldwright.launch;

/** What the launcher tells the shell. */
final class ExitCode {

    static final int STOPPED_AS_ASKED = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int DATABASE = 3;
    static final int DATA_FOLDER_IN_USE = 4;
    static final int PORT_IN_USE = 5;
    static final int NOT_FIT_FOR_PRODUCTION = 6;

    private ExitCode() {}
}
