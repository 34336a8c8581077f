package org.fieldwright.domain.servicetitan;

/** Operations that ServiceTitan's published contract lists no longer. Each is off until an administrator switches it on. */
public enum Capability {
    COMPLETE_JOBS("Mark a job complete", "PUT jobs/{id}/complete"),
    HOLD_JOBS("Put a whole job on hold", "PUT jobs/{id}/hold"),
    CREATE_PAYMENTS("Record a payment", "POST payments"),
    OPT_OUTS("Read and write the register of people who want no texts", "optinouts/optouts");

    private final String inWords;
    private final String operation;

    Capability(String inWords, String operation) {
        this.inWords = inWords;
        this.operation = operation;
    }

    public String inWords() {
        return inWords;
    }

    /** The operation as ServiceTitan names it. */
    public String operation() {
        return operation;
    }
}
