package org.fieldwright.domain.manual;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.shared.PageOf;

/** The shop's manuals: their list, their states, their pages and passages. */
public interface ManualLibrary {
    void add(Manual manual);

    Optional<Manual> find(ManualId id);

    Optional<Manual> findByContent(String sha256);

    /** The titles and equipment of several manuals; unknown ids are left out. */
    List<Manual> findAll(Collection<ManualId> ids);

    /** Newest first, optionally only those whose title, file name or equipment contains the text. */
    PageOf<Manual> list(String containing, int first, int max);

    /** The distinct known equipment of READY manuals, for choosing from; sorted by words. */
    List<Equipment> equipment();

    /** How much is in it. */
    Holdings holdings();

    /**
     * Replaces state, pages, progress, problem, title, equipment, media type.
     *
     * @throws org.fieldwright.domain.shared.FaultException GONE when the manual was deleted meanwhile
     */
    void update(Manual manual);

    /**
     * Only the progress, cheap, without touching {@code version}.
     *
     * @return false when the manual was deleted meanwhile
     */
    boolean progress(ManualId id, ManualState state, int pages, int pagesDone);

    /**
     * Puts the new edition in the place of the old one: pages, passages and vectors in one transaction, with a new
     * revision for the indexes.
     *
     * @return the passages with their ids
     * @throws org.fieldwright.domain.shared.FaultException GONE when the manual was deleted meanwhile
     */
    List<Passage> switchEdition(Manual ready, List<PageText> pages, List<EmbeddedPassage> passages, String model);

    /** Removes a manual with its pages, passages and vectors, and leaves a mark for the indexes. */
    void remove(ManualId id);

    /** A page of the visible edition. */
    Optional<PageText> page(ManualId id, int number);

    /** Passages by id, in no particular order; those that are gone are left out. */
    List<Passage> passages(Collection<Long> ids);

    /** What changed after a revision, oldest first, at most {@code max}: the indexes catch up with it. */
    List<Change> changesAfter(long revision, int max);

    /** The newest revision, 0 when nothing ever changed. */
    long revision();

    /** The visible passages of a manual with their vectors, in order. */
    List<EmbeddedPassage> embeddedPassages(ManualId id);

    /**
     * What the library holds in figures.
     *
     * @param manuals all of them, in whatever state
     * @param failed those that could not be read
     * @param pages of the visible editions
     * @param passages of the visible editions
     */
    record Holdings(int manuals, int failed, int pages, int passages) {}

    /**
     * A manual's content changed or went away.
     *
     * @param revision grows with every change
     */
    record Change(long revision, ManualId manual, boolean removed) {}
}
