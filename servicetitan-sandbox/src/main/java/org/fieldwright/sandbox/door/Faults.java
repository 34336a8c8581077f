package org.fieldwright.sandbox.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;

/** What goes wrong on purpose, by shares between 0 and 1, and by a seed so that a run can be repeated. */
public final class Faults {
    /**
     * The plan.
     *
     * @param lostAnswers of the work that is done without the caller hearing of it
     * @param slowness how long a slow answer is held back
     */
    public record Plan(
            long seed,
            double tooMany,
            double serverErrors,
            double lostAnswers,
            double slowAnswers,
            Duration slowness,
            double lostEvents,
            double doubledEvents,
            double reorderedEvents,
            double wrongSignatures) {

        public static final Plan NONE = new Plan(1, 0, 0, 0, 0, Duration.ofMillis(200), 0, 0, 0, 0);

        public static Plan of(JsonNode json) {
            return new Plan(
                    json.path("seed").asLong(1),
                    share(json, "tooMany"),
                    share(json, "serverErrors"),
                    share(json, "lostAnswers"),
                    share(json, "slowAnswers"),
                    Duration.ofMillis(json.path("slownessMillis").asLong(200)),
                    share(json, "lostEvents"),
                    share(json, "doubledEvents"),
                    share(json, "reorderedEvents"),
                    share(json, "wrongSignatures"));
        }

        private static double share(JsonNode json, String name) {
            double share = json.path(name).asDouble(0);
            if (share < 0 || share > 1) {
                throw org.fieldwright.sandbox.desk.Problem.bad(name, "A share is between 0 and 1.");
            }
            return share;
        }
    }

    private Plan plan = Plan.NONE;
    private Random chance = new Random(1);

    public synchronized void follow(Plan newPlan) {
        plan = newPlan;
        chance = new Random(newPlan.seed());
    }

    public synchronized Plan plan() {
        return plan;
    }

    /** Throws the dice. */
    public synchronized boolean strikes(double share) {
        return share > 0 && chance.nextDouble() < share;
    }
}
