package org.fieldwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of settings says what the code does: every name, and every default. */
class ConfigurationPageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| `(fieldwright\\.[a-z.-]+)` \\| (`([^`]*)`|required|none) \\|");
    private static final Pattern KEY = Pattern.compile(
            "[\"=](fieldwright\\.(demo|production|secure-cookies|public-address|trusted-proxies|data-directory"
                    + "|[a-z-]+\\.[a-z]+(-[a-z]+)*))[\"}]");

    private static final Map<String, String> PAGE = page();
    private static final ClassLoader MODULES =
            new URLClassLoader(House.classFolderUrls(), ConfigurationPageTest.class.getClassLoader());

    @Test
    void the_page_names_every_setting_there_is_and_no_other() throws IOException {
        Set<String> used = new HashSet<>();
        for (Path source : House.sources()) {
            used.addAll(keys(Files.readString(source)));
        }
        used.addAll(keys(Files.readString(House.file("web-ui/src/main/webapp/WEB-INF/web.xml"))));

        assertThat(PAGE.keySet()).containsExactlyInAnyOrderElementsOf(used);
    }

    static Stream<Class<?>> settings() {
        return House.CLASSES.stream()
                .filter(known -> known.getSimpleName().endsWith("Settings"))
                .filter(known -> known.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("from")))
                .map(ConfigurationPageTest::load);
    }

    /** The modules are not on this module's class path; what a settings record needs is. */
    private static Class<?> load(JavaClass known) {
        try {
            return Class.forName(known.getName(), true, MODULES);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void with_the_defaults_of_the_page_nothing_changes(Class<?> settings) throws ReflectiveOperationException {
        Set<String> asked = new HashSet<>();

        Object untouched = read(settings, key -> {
            asked.add(key);
            return Optional.empty();
        });
        Object asThePageSays =
                read(settings, key -> Optional.ofNullable(PAGE.get(key)).filter(value -> !value.isEmpty()));

        assertThat(PAGE.keySet()).containsAll(asked);
        assertThat(asThePageSays).isEqualTo(untouched);
    }

    private static Object read(Class<?> settings, Function<String, Optional<String>> source)
            throws ReflectiveOperationException {
        Method from = Arrays.stream(settings.getDeclaredMethods())
                .filter(method -> method.getName().equals("from"))
                .findFirst()
                .orElseThrow();
        from.setAccessible(true);
        return from.invoke(null, from.getParameterTypes()[0] == Config.class ? config(source) : source);
    }

    private static Config config(Function<String, Optional<String>> source) {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    Optional<Object> value =
                            source.apply((String) arguments[0]).map(text -> converted(text, (Class<?>) arguments[1]));
                    return method.getName().equals("getOptionalValue") ? value : value.orElseThrow();
                });
    }

    private static Object converted(String text, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "Integer" -> Integer.valueOf(text);
            case "Long" -> Long.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "Boolean" -> Boolean.valueOf(text);
            case "Duration" -> Duration.parse(text);
            case "URI" -> URI.create(text);
            case "Path" -> Path.of(text);
            case "String" -> text;
            default -> throw new IllegalArgumentException("no conversion to " + type);
        };
    }

    private static Set<String> keys(String text) {
        return KEY.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> page() {
        try {
            Map<String, String> rows = new LinkedHashMap<>();
            ROW.matcher(Files.readString(House.file("docs/configuration.md")))
                    .results()
                    .forEach(row -> rows.put(
                            row.group(1), Optional.ofNullable(row.group(3)).orElse("")));
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
