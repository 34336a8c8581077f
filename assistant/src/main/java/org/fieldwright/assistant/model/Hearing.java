package org.fieldwright.assistant.model;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.Optional;
import java.util.function.Consumer;
import org.fieldwright.domain.copilot.PlainText;

/**
 * Collects a streamed answer and lets the one who asked hear it, a sentence at a time, so that nothing but plain words is
 * ever shown.
 */
final class Hearing implements StreamingChatResponseHandler {
    private static final int LONGEST_ANSWER = 20_000;

    private final Consumer<String> heard;
    private final Runnable stop;
    private final StringBuilder text = new StringBuilder();
    private int told;
    private Throwable failure;
    private boolean finished;
    private boolean deaf;

    /** @param stop ends the exchange */
    Hearing(Consumer<String> heard, Runnable stop) {
        this.heard = heard;
        this.stop = stop;
    }

    @Override
    public void onPartialResponse(String piece) {
        text.append(piece);
        if (text.length() > LONGEST_ANSWER) {
            failure = new IllegalStateException("an answer without end");
            stop.run();
            return;
        }
        int end = lastSentenceEnd(text.length() - piece.length());
        if (end > told) {
            tell(end - told);
        }
    }

    /** The offset behind the last sentence that ended since an offset, 0 when none did. */
    private int lastSentenceEnd(int since) {
        for (int at = text.length() - 1; at >= Math.max(since - 1, 0); at--) {
            boolean gap = at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
            if (text.charAt(at) == '\n' || (gap && ".!?]".indexOf(text.charAt(at)) >= 0)) {
                return text.charAt(at) == '\n' ? at + 1 : at + 2;
            }
        }
        return 0;
    }

    private void tell(int length) {
        String plain = PlainText.of(text.substring(told, told + length));
        told += length;
        if (plain.isBlank() || deaf) {
            return;
        }
        try {
            heard.accept(plain);
        } catch (RuntimeException gone) {
            deaf = true;
            stop.run();
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        finished = response.finishReason() != null;
        if (failure == null && finished && !deaf) {
            tell(text.length() - told);
        }
    }

    @Override
    public void onError(Throwable error) {
        if (failure == null) {
            failure = error;
        }
    }

    boolean hasBegun() {
        return !text.isEmpty();
    }

    /** Whether the one who asked went away. */
    boolean isDeaf() {
        return deaf;
    }

    /** What was written, once the model said that it had finished. */
    Optional<String> written() {
        return failure == null && finished && !deaf ? Optional.of(text.toString()) : Optional.empty();
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
