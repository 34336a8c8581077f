package org.fieldwright.servicetitan;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * The token of one connection. It is asked for once however many threads want it, and again a minute before it ends. How long it lasts is
 * measured on our clock alone: theirs may be ten minutes off.
 */
final class Tokens {
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final Duration USUAL_LIFE = Duration.ofMinutes(15);

    private final Supplier<JsonObject> endpoint;
    private final Clock clock;
    private Optional<Token> kept = Optional.empty();
    private CompletableFuture<Token> onItsWay;

    /** @param endpoint asks for a new one */
    Tokens(Supplier<JsonObject> endpoint, Clock clock) {
        this.endpoint = endpoint;
        this.clock = clock;
    }

    /**
     * A token as they gave it.
     *
     * @param scope what it opens, as far as they say it beside the token
     */
    record Token(String text, String scope, Instant asked, Duration life) {
        private boolean isGood(Instant now) {
            // Before it was asked: the clock was set back. Then nobody knows how old it is.
            return !now.isBefore(asked)
                    && now.isBefore(asked.plus(life.compareTo(EARLY) > 0 ? life.minus(EARLY) : life));
        }
    }

    /** The token that is good now. */
    Token current() {
        CompletableFuture<Token> coming;
        boolean mine = false;
        synchronized (this) {
            Optional<Token> good = kept.filter(token -> token.isGood(clock.instant()));
            if (good.isPresent()) {
                return good.get();
            }
            if (onItsWay == null) {
                onItsWay = new CompletableFuture<>();
                mine = true;
            }
            coming = onItsWay;
        }
        if (mine) {
            fetch(coming);
        }
        return awaited(coming);
    }

    /** They did not accept this token: it is used no more. */
    synchronized void drop(Token refused) {
        kept = kept.filter(token -> !token.equals(refused));
    }

    private void fetch(CompletableFuture<Token> coming) {
        try {
            Token token = asked();
            synchronized (this) {
                kept = Optional.of(token);
                onItsWay = null;
            }
            coming.complete(token);
        } catch (RuntimeException failure) {
            synchronized (this) {
                onItsWay = null;
            }
            coming.completeExceptionally(failure);
        }
    }

    private Token asked() {
        Instant asked = clock.instant();
        JsonObject answer = endpoint.get();
        if (answer == null
                || !(answer.get("access_token") instanceof JsonString text)
                || text.getString().isBlank()) {
            throw Troubles.unreadable("it holds no token", false);
        }
        Duration life = answer.get("expires_in") instanceof JsonNumber seconds && seconds.longValue() > 0
                ? Duration.ofSeconds(seconds.longValue())
                : USUAL_LIFE;
        String scope = answer.get("scope") instanceof JsonString scopes ? scopes.getString() : "";
        return new Token(text.getString(), scope, asked, life);
    }

    private static Token awaited(CompletableFuture<Token> coming) {
        try {
            return coming.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new CompletionException(failure);
        }
    }
}
