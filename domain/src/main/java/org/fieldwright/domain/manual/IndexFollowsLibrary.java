package org.fieldwright.domain.manual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Brings this node's index up to date as soon as a change is committed. */
@ApplicationScoped
class IndexFollowsLibrary {
    private PassageIndex index;

    /** For the container's proxy. */
    protected IndexFollowsLibrary() {}

    @Inject
    IndexFollowsLibrary(PassageIndex index) {
        this.index = index;
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) ManualChanged changed) {
        index.catchUp();
    }
}
