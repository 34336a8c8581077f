package org.fieldwright.rag.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * The weights of bge-small-en-v1.5, quantised, as LangChain4j ships them, run by a session of our own: one thread a text
 * and one text a core is the fastest on a CPU, and a text alone always gives the same vector, which it does not in a
 * batch of this dynamically quantised model.
 */
final class BgeSmallModel implements AutoCloseable {
    static final int DIMENSIONS = 384;

    /** Tokens the model can take in, with the two that mark begin and end. */
    static final int WINDOW = 512;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

    private BgeSmallModel(OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
    }

    static BgeSmallModel load() {
        keepTheTokenizerOffTheNetwork();
        try (InputStream weights = resource("/bge-small-en-v1.5-q.onnx");
                InputStream vocabulary = resource("/bge-small-en-v1.5-q-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            OrtSession session = environment.createSession(weights.readAllBytes(), options);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary, Map.of("truncation", "true", "maxLength", Integer.toString(WINDOW)));
            return new BgeSmallModel(environment, session, tokenizer);
        } catch (IOException | OrtException broken) {
            throw new IllegalStateException("the embedding model cannot be loaded", broken);
        }
    }

    /** The vector of a text, of unit length. What lies beyond the window is cut. */
    float[] embed(String text) {
        cores.acquireUninterruptibly();
        try {
            return run(tokenizer.encode(text));
        } catch (OrtException failure) {
            throw new IllegalStateException("the embedding model failed", failure);
        } finally {
            cores.release();
        }
    }

    private float[] run(Encoding encoding) throws OrtException {
        long[] shape = {1, encoding.getIds().length};
        try (OnnxTensor ids = tensor(encoding.getIds(), shape);
                OnnxTensor mask = tensor(encoding.getAttentionMask(), shape);
                OnnxTensor types = tensor(encoding.getTypeIds(), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            // bge is trained on the first token's state ([CLS]); the states lie one after the other
            float[] first = new float[DIMENSIONS];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(first);
            return toUnitLength(first);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private static float[] toUnitLength(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }

    /** On a cloud machine the tokenizer's library would report its use to its makers. A shop's server keeps to itself. */
    private static void keepTheTokenizerOffTheNetwork() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream found = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(name);
        }
        return found;
    }

    @Override
    public void close() {
        cores.acquireUninterruptibly(Runtime.getRuntime().availableProcessors()); // nobody is inside, nobody comes in
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
