package org.fieldwright.web.api;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fieldwright.domain.copilot.AskManuals;
import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;

/** Questions to the manuals. */
@Path("questions")
@Produces(MediaType.APPLICATION_JSON)
public class QuestionsResource {
    @Inject
    private AskManuals askManuals;

    /** A question as it comes in. Public fields, so that absent ones are simply null. */
    public static class Asked {
        public String question;
        public String conversation;
        public String manufacturer;
        public String model;
        public List<String> manualIds;
        public boolean explain;

        ManualQuestion toQuestion() {
            return new ManualQuestion(
                    question == null ? "" : question,
                    new Equipment(manufacturer, model),
                    manualIds == null
                            ? java.util.Set.of()
                            : manualIds.stream().map(Ids::manual).collect(Collectors.toSet()));
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Shown.ShownAnswer ask(Asked asked) {
        if (asked == null) {
            throw new FaultException(Fault.INVALID, "Send a JSON object with a \"question\".");
        }
        ManualQuestion question = asked.toQuestion();
        Exchange exchange = askManuals.ask(Ids.conversation(asked.conversation), question);
        Optional<ManualSearch.Explanation> why =
                asked.explain ? Optional.of(askManuals.explain(question)) : Optional.empty();
        return Shown.ShownAnswer.of(exchange, why);
    }

    @GET
    @Path("{id}")
    public Shown.ShownAnswer find(@PathParam("id") String id) {
        return Shown.ShownAnswer.of(askManuals.find(Ids.exchange(id)), Optional.empty());
    }
}
