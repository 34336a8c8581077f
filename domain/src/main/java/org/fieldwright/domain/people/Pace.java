package org.fieldwright.domain.people;

/** Keeps one person or address from taking the server for itself. */
public interface Pace {
    /**
     * Counts one effort.
     *
     * @param who a person's id, or an address where nobody is known yet
     * @throws org.fieldwright.domain.shared.FaultException TOO_MANY with the time to wait, when it was too often
     */
    void take(Effort effort, String who);

    /** Takes one effort back: it turned out well, and only tries that fail are to be few. */
    void giveBack(Effort effort, String who);
}
