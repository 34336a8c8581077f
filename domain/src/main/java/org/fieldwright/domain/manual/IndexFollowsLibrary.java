package org.fieldwright.domain.manual;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Brings this node's index up to date as soon as a change is committed. */
@ApplicationScoped
class IndexFollowsLibrary {
    private static final System.Logger LOG = System.getLogger(IndexFollowsLibrary.class.getName());

    private PassageIndex index;

    /** For the container's proxy. */
    protected IndexFollowsLibrary() {}

    @Inject
    IndexFollowsLibrary(PassageIndex index) {
        this.index = index;
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ManualChanged changed) {
        try {
            index.catchUp();
        } catch (RuntimeException failure) { // the change is committed and stands; the index follows again in seconds
            LOG.log(WARNING, "the search index could not follow manual " + changed.manual(), failure);
        }
    }
}
