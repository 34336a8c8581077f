package org.fieldwright.assistant.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One exchange with the model's endpoint, read in the caller's thread. Goes to the configured host alone, follows no
 * redirect, takes no more time and bytes than it was given, and can be stopped from any thread. However it ends, its
 * connection and its threads end with it.
 */
final class OneCall implements HttpClient {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_ERROR_BYTES = 4 << 10;
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final URI endpoint;
    private final Duration atMost;
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile boolean finished;
    private volatile boolean stopped;

    OneCall(URI endpoint, Duration atMost) {
        this.endpoint = endpoint;
        this.atMost = atMost;
    }

    /** Ends the exchange; what reads from it fails. */
    void stop() {
        over.complete(null);
    }

    /** Whether it was ended before it was finished, by {@link #stop} or by time. */
    boolean isStopped() {
        return stopped;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .connectTimeout(atMost.compareTo(CONNECT) < 0 ? atMost : CONNECT)
                .build();
        over.orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> unused = over.whenComplete((nothing, late) -> {
            stopped = !finished;
            client.shutdownNow();
        });
        try {
            HttpResponse<InputStream> response =
                    client.send(translated(request), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = new Bounded(response.body())) {
                if (response.statusCode() / 100 != 2) {
                    throw new HttpException(
                            response.statusCode(),
                            new String(body.readNBytes(MOST_ERROR_BYTES), StandardCharsets.UTF_8));
                }
                listener.onOpen(SuccessfulHttpResponse.builder()
                        .statusCode(response.statusCode())
                        .headers(response.headers().map())
                        .build());
                parser.parse(body, listener);
                listener.onClose();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            listener.onError(interrupted);
        } catch (IOException | RuntimeException failure) {
            listener.onError(failure);
        } finally {
            finished = true;
            over.complete(null);
        }
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("answers are streamed");
    }

    private java.net.http.HttpRequest translated(HttpRequest request) {
        URI target = URI.create(request.url());
        boolean home = Objects.equals(target.getScheme(), endpoint.getScheme())
                && Objects.equals(target.getHost(), endpoint.getHost())
                && target.getPort() == endpoint.getPort();
        if (!home) {
            throw new IllegalArgumentException("not the configured host: " + target.getHost());
        }
        java.net.http.HttpRequest.Builder builder =
                java.net.http.HttpRequest.newBuilder(target).timeout(atMost);
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        return builder.method(
                        request.method().name(),
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                request.body() == null ? "" : request.body(), StandardCharsets.UTF_8))
                .build();
    }

    /** Handed to LangChain4j, which wants to build its client itself. */
    HttpClientBuilder asBuilder() {
        return new HttpClientBuilder() {
            @Override
            public Duration connectTimeout() {
                return CONNECT;
            }

            @Override
            public HttpClientBuilder connectTimeout(Duration ours) {
                return this;
            }

            @Override
            public Duration readTimeout() {
                return atMost;
            }

            @Override
            public HttpClientBuilder readTimeout(Duration ours) {
                return this;
            }

            @Override
            public HttpClient build() {
                return OneCall.this;
            }
        };
    }

    /** Ends after so many bytes, whatever still comes. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("the answer is larger than " + MOST_BYTES + " bytes");
            }
        }
    }
}
