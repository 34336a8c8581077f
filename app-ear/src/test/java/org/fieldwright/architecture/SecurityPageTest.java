package org.fieldwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about security names tests as proof; they must be there. */
class SecurityPageTest {
    private static final Pattern PROOF =
            Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT|Contract))(?:\\.([a-z0-9_]+))?`");

    @Test
    void every_test_that_is_named_as_proof_exists() throws IOException {
        Map<String, Path> tests = tests();
        List<MatchResult> proofs = PROOF.matcher(Files.readString(House.file("docs/security.md")))
                .results()
                .toList();

        assertThat(proofs).hasSizeGreaterThan(40).allSatisfy(proof -> {
            assertThat(tests).containsKey(proof.group(1));
            if (proof.group(2) != null) {
                assertThat(Files.readString(tests.get(proof.group(1))))
                        .as(proof.group(1))
                        .contains("void " + proof.group(2) + "(");
            }
        });
    }

    private static Map<String, Path> tests() throws IOException {
        try (Stream<Path> modules = Files.list(House.file(""))) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityPageTest::filesIn)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replaceFirst("\\.java$", ""),
                            file -> file,
                            (one, other) -> one));
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
