package org.fieldwright.domain.outbox;

import java.util.UUID;
import org.fieldwright.domain.servicetitan.ServiceTitanException;

/** Carries effects to ServiceTitan. */
public interface EffectSender {
    /**
     * Does it there, once: when an earlier try with the same key may have done it already, it looks before it does it again.
     *
     * @param key the effect's own, the same at every try
     * @param again whether it was tried before
     * @throws ServiceTitanException when it was not done, or nobody can say
     */
    Receipt send(Effect effect, UUID key, boolean again);

    /**
     * It is done.
     *
     * @param id of what was created there; 0 where nothing was
     * @param found it had been done by an earlier try
     */
    record Receipt(long id, boolean found) {}
}
