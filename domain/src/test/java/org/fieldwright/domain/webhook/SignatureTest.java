package org.fieldwright.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fieldwright.domain.shared.MapConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {
    private static final byte[] BODY = "{\"id\":\"ü\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TAMPERED = "{\"id\":\"u\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EMPTY = {};
    private static final byte[] RIGHT = Deliveries.hash("HmacSHA256", Deliveries.KEY, BODY);
    private static final String HEX = HexFormat.of().formatHex(RIGHT);
    private static final String BASE64 = Base64.getEncoder().encodeToString(RIGHT);

    /** RFC 4231, test case 2: another's computation, not ours. */
    private static final String OF_THE_STANDARD = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    static Stream<Arguments> signatures() {
        return Stream.of(
                Arguments.of("hex", Map.of(), HEX, true),
                Arguments.of("hex in capitals", Map.of(), HEX.toUpperCase(Locale.ROOT), true),
                Arguments.of("spaces around it", Map.of(), " " + HEX + "\t", true),
                Arguments.of("base64", Map.of(), BASE64, true),
                Arguments.of("base64 without padding", Map.of(), BASE64.replace("=", ""), true),
                Arguments.of(
                        "base64 for addresses", Map.of(), Base64.getUrlEncoder().encodeToString(RIGHT), true),
                Arguments.of("hex where hex is wanted", Map.of("encoding", "hex"), HEX, true),
                Arguments.of("base64 where hex is wanted", Map.of("encoding", "hex"), BASE64, false),
                Arguments.of("hex where base64 is wanted", Map.of("encoding", "base64"), HEX, false),
                Arguments.of("base64 where base64 is wanted", Map.of("encoding", "base64"), BASE64, true),
                Arguments.of("with its prefix", Map.of("prefix", "sha256="), "sha256=" + HEX, true),
                Arguments.of("without the prefix", Map.of("prefix", "sha256="), HEX, false),
                Arguments.of("with a prefix nobody set", Map.of(), "sha256=" + HEX, false),
                Arguments.of("SHA-512", Map.of("algorithm", "HmacSHA512"), hex("HmacSHA512"), true),
                Arguments.of("SHA-1", Map.of("algorithm", "hmacsha1"), hex("HmacSHA1"), true),
                Arguments.of("another algorithm", Map.of("algorithm", "HmacSHA512"), HEX, false),
                Arguments.of("another key", Map.of("key", "f".repeat(32)), HEX, false),
                Arguments.of("one digit off", Map.of(), flipped(HEX), false),
                Arguments.of("cut short", Map.of(), HEX.substring(2), false),
                Arguments.of("too long", Map.of(), HEX + "00", false),
                Arguments.of("empty", Map.of(), "", false),
                Arguments.of("nonsense", Map.of(), "ü?!", false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("signatures")
    void a_signature_proves_only_what_was_signed_as_it_was_agreed(
            String name, Map<String, String> settings, String written, boolean proven) {
        Signature signature = signature(settings);

        assertThat(signature.proves(BODY, written)).isEqualTo(proven);
        assertThat(signature.proves(TAMPERED, written)).isFalse();
        assertThat(signature.proves(EMPTY, written)).isFalse();
    }

    @Test
    void it_is_computed_as_the_standard_says() {
        Signature signature = signature(Map.of("key", "Jefe"));
        byte[] body = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

        assertThat(signature.proves(body, OF_THE_STANDARD)).isTrue();
    }

    private static Signature signature(Map<String, String> changed) {
        Map<String, String> values = new HashMap<>(Map.of("fieldwright.webhooks.key", Deliveries.KEY));
        changed.forEach((name, value) -> values.put("fieldwright.webhooks." + name, value));
        return new Signature(WebhookSettings.from(new MapConfig(values)));
    }

    private static String hex(String algorithm) {
        return HexFormat.of().formatHex(Deliveries.hash(algorithm, Deliveries.KEY, BODY));
    }

    private static String flipped(String hex) {
        return hex.substring(0, 63) + (hex.charAt(63) == '0' ? '1' : '0');
    }
}
