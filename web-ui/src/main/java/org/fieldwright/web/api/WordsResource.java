package org.fieldwright.web.api;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.fieldwright.domain.copilot.AnswerFailedException;
import org.fieldwright.domain.copilot.AskManuals;
import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.web.problem.Refusal;

/** The model's words for an answer, as they come. */
@Path("questions/{id}/words")
public class WordsResource {
    private static final System.Logger LOG = System.getLogger(WordsResource.class.getName());

    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private AskManuals askManuals;

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response words(@PathParam("id") String id) {
        UUID exchange = Ids.exchange(id);
        askManuals.find(exchange); // refuses before the first byte is sent
        StreamingOutput stream = out -> stream(exchange, out);
        return Response.ok(stream)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private void stream(UUID id, OutputStream out) throws IOException {
        try {
            Exchange worded = askManuals.word(id, piece -> sendOrStop(out, piece));
            send(out, "done", JSON.toJson(Shown.ShownAnswer.of(worded, Optional.empty())));
        } catch (AnswerFailedException | FaultException failure) {
            send(out, "failed", quoted(failure.getMessage()));
        } catch (UncheckedIOException gone) {
            throw gone.getCause(); // the reader went away
        } catch (RuntimeException surprise) {
            String incident = Refusal.newIncident();
            LOG.log(WARNING, "incident " + incident, surprise);
            send(out, "failed", quoted("The model's answer could not be finished. Number to quote: " + incident + "."));
        }
    }

    private static void sendOrStop(OutputStream out, String piece) {
        try {
            send(out, "words", quoted(piece));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void send(OutputStream out, String event, String json) throws IOException {
        out.write(("event: " + event + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String quoted(String text) {
        return Json.createValue(text).toString();
    }
}
