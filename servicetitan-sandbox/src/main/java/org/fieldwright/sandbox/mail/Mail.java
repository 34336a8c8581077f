package org.fieldwright.sandbox.mail;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.fieldwright.sandbox.SandboxSettings;
import org.fieldwright.sandbox.door.Faults;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Mailbag;

/** Sends events: in the envelope of CloudEvents 1.0, signed over the body as it goes. */
public final class Mail implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Mail.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int ROUND = 50;
    private final SandboxSettings.Webhooks settings;
    private final Mailbag mailbag;
    private final Callback callback;
    private final Faults faults;
    private final Clock machine;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private volatile ScheduledFuture<?> rounds;

    public Mail(SandboxSettings.Webhooks settings, Mailbag mailbag, Callback callback, Faults faults, Clock machine) {
        this.settings = settings;
        this.mailbag = mailbag;
        this.callback = callback;
        this.faults = faults;
        this.machine = machine;
    }

    /** Goes its rounds until it is closed. */
    public void begin(ScheduledExecutorService executor) {
        rounds = executor.scheduleWithFixedDelay(this::round, 200, 200, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        http.close();
    }

    private void round() {
        try {
            sendDue();
        } catch (RuntimeException failure) {
            LOG.log(WARNING, "Events could not be sent; they are tried again.", failure);
        }
    }

    /** Sends what is due now, once each. How many it took up. */
    public int sendDue() {
        Optional<URI> address = callback.address();
        if (address.isEmpty()) {
            return 0;
        }
        List<Mailbag.Letter> due = mailbag.due(machine.instant(), ROUND);
        due.forEach(letter -> send(address.get(), letter));
        return due.size();
    }

    private void send(URI address, Mailbag.Letter letter) {
        Faults.Plan plan = faults.plan();
        if (letter.attempts() == 0 && faults.strikes(plan.lostEvents())) {
            mailbag.end(letter.id(), "lost");
            return;
        }
        if (letter.attempts() == 0 && faults.strikes(plan.reorderedEvents())) {
            mailbag.postpone(letter.id(), machine.instant().plus(plan.slowness()));
            return;
        }
        boolean taken = post(address, letter);
        if (faults.strikes(plan.doubledEvents())) {
            taken |= post(address, letter);
        }
        if (taken) {
            mailbag.end(letter.id(), "delivered");
        } else if (letter.attempts() < settings.retries().size()) {
            Instant next = machine.instant().plus(settings.retries().get(letter.attempts()));
            mailbag.again(letter.id(), next);
        } else {
            mailbag.end(letter.id(), "dropped");
        }
    }

    private boolean post(URI address, Mailbag.Letter letter) {
        byte[] body = Json.write(envelope(letter)).getBytes(StandardCharsets.UTF_8);
        String key = faults.strikes(faults.plan().wrongSignatures()) ? settings.key() + "x" : settings.key();
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(settings.header(), signature(key, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException unreachable) {
            LOG.log(DEBUG, "nobody took an event", unreachable);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ObjectNode envelope(Mailbag.Letter letter) {
        ObjectNode envelope = Json.object();
        envelope.put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("type", letter.type());
        envelope.put("time", letter.happened().toString()).put("source", "https://webhooks.servicetitan.io");
        envelope.put("userassignedid", letter.occurrence().toString()).put("datacontenttype", "application/json");
        envelope.set("data", letter.data());
        return envelope;
    }

    private String signature(String key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(settings.algorithm());
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), settings.algorithm()));
            byte[] hash = mac.doFinal(body);
            return switch (settings.encoding()) {
                case HEX -> HexFormat.of().formatHex(hash);
                case BASE64 -> Base64.getEncoder().encodeToString(hash);
            };
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException("The algorithm of webhook signatures is not known.", unknown);
        }
    }
}
