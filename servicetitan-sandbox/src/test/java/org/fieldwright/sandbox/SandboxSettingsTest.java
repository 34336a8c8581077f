package org.fieldwright.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fieldwright.sandbox.contract.Contract;
import org.junit.jupiter.api.Test;

class SandboxSettingsTest {
    private static final Pattern LINE =
            Pattern.compile("\\| `(sandbox\\.[a-z.-]+)` \\| (?:`([^`]*)`|\\(none\\)) \\|.*");

    @Test
    void the_readme_names_every_setting_with_its_default() throws IOException {
        Map<String, String> documented = documented();
        TreeSet<String> asked = new TreeSet<>();

        SandboxSettings byDefault = SandboxSettings.read(name -> {
            asked.add(name);
            return null;
        });
        SandboxSettings byReadme = SandboxSettings.read(documented::get);

        asked.addAll(java.util.List.of("sandbox.database.url", "sandbox.database.user", "sandbox.database.password"));
        assertThat(documented.keySet()).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(byReadme).isEqualTo(byDefault);
    }

    @Test
    void the_readme_counts_what_is_served() throws IOException {
        Contract contract = new Contract();

        int served = Sandbox.book(contract).served().size();

        assertThat(readme())
                .contains(served + " of the " + contract.operations().size() + " operations");
    }

    @Test
    void nonsense_is_refused_at_the_start() {
        assertThatThrownBy(() -> SandboxSettings.demo().withCallsPerSecond(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SandboxSettings.demo().withTokenLifetime(java.time.Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        readme().lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                settings.put(matcher.group(1), matcher.group(2));
            }
        });
        return settings;
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
