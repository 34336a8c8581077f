package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.fieldwright.domain.outbox.EffectSender.Receipt;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/** The two ways to do a thing once where nobody keeps a key for us. */
final class Once {
    private Once() {}

    /**
     * Creates something, unless an earlier try did.
     *
     * @param look finds what an earlier try created
     * @param create answers with what it created
     */
    static Receipt created(boolean again, Supplier<Optional<JsonObject>> look, Supplier<JsonObject> create) {
        Optional<JsonObject> before = again ? look.get() : Optional.empty();
        if (before.isPresent()) {
            return new Receipt(id(before.get()), true);
        }
        try {
            return new Receipt(id(create.get()), false);
        } catch (ServiceTitanException said) {

            if (said.trouble() != Trouble.UNREADABLE || !said.perhapsDone()) {
                throw said;
            }
            return new Receipt(id(look.get().orElseThrow(() -> said)), false);
        }
    }

    /** Brings something into a state, unless it is in it already. */
    static Receipt brought(BooleanSupplier already, Runnable act) {
        if (already.getAsBoolean()) {
            return new Receipt(0, true);
        }
        act.run();
        return new Receipt(0, false);
    }

    /** Some of their answers name no id. */
    private static long id(JsonObject record) {
        return record == null ? 0 : Records.number(record, "id");
    }
}
