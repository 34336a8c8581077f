package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;
import org.junit.jupiter.api.Test;

/** docs/permissions.md says who may do what; every use case is tried with every role, and the page must be right. */
class PermissionMatrixTest {
    private static final Path PAGE = Path.of("../docs/permissions.md");
    private static final Path CLASSES = Path.of("target/classes");
    private static final String YES = "yes";
    private static final String NO = "–";

    @Test
    void every_use_case_lets_in_exactly_the_roles_of_the_page() throws Exception {
        List<String> tried = useCases()
                .filter(method -> method.isAnnotationPresent(Requires.class))
                .map(method -> row("`" + nameOf(method) + "`", role -> letsIn(method, role)))
                .toList();

        assertThat(tried).hasSizeGreaterThan(20);
        assertThat(rowsUnder("## Use cases")).containsExactlyElementsOf(tried);
    }

    @Test
    void every_permission_is_given_to_exactly_the_roles_of_the_page() throws IOException {
        List<String> given = Stream.of(Permission.values())
                .map(permission ->
                        row(permission.inWords(), role -> role.permissions().contains(permission)))
                .toList();

        assertThat(rowsUnder("## Permissions")).containsExactlyElementsOf(given);
    }

    @Test
    void what_is_open_to_everyone_stands_on_the_page_with_its_reason() throws Exception {
        List<String> open = useCases()
                .filter(method -> method.isAnnotationPresent(OpenToEveryone.class))
                .map(method -> "| `" + nameOf(method) + "` | "
                        + method.getAnnotation(OpenToEveryone.class).because() + " |")
                .toList();

        assertThat(rowsUnder("## Open to everyone")).containsExactlyElementsOf(open);
    }

    @Test
    void nobody_in_particular_is_let_in_nowhere() throws Exception {
        RequiresInterceptor guard = new RequiresInterceptor(FixedPerson.nobody());

        assertThat(useCases().filter(method -> method.isAnnotationPresent(Requires.class)))
                .allSatisfy(method -> assertThatThrownBy(() -> guard.check(callOf(method)))
                        .as(nameOf(method))
                        .isInstanceOfSatisfying(
                                FaultException.class,
                                refused -> assertThat(refused.fault()).isEqualTo(Fault.NOT_SIGNED_IN)));
    }

    private interface Question {
        boolean about(Role role);
    }

    private static String row(String what, Question allowed) {
        return "| " + what + " | "
                + Stream.of(Role.values())
                        .map(role -> allowed.about(role) ? YES : NO)
                        .collect(Collectors.joining(" | "))
                + " |";
    }

    private static boolean letsIn(Method method, Role role) {
        try {
            return "done".equals(new RequiresInterceptor(FixedPerson.with(role)).check(callOf(method)));
        } catch (FaultException refused) {
            assertThat(refused.fault()).isEqualTo(Fault.NOT_ALLOWED);
            return false;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static InvocationContext callOf(Method method) {
        return (InvocationContext) Proxy.newProxyInstance(
                PermissionMatrixTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, called, arguments) -> called.getName().equals("getMethod") ? method : "done");
    }

    private static Stream<Method> useCases() throws IOException, ClassNotFoundException {
        Set<Method> methods =
                new TreeSet<>(Comparator.comparing(PermissionMatrixTest::nameOf).thenComparing(Method::toString));
        for (String name : classNames()) {
            Class<?> known = Class.forName(name, false, PermissionMatrixTest.class.getClassLoader());
            if (known.isAnnotationPresent(UseCase.class)) {
                Arrays.stream(known.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .forEach(methods::add);
            }
        }
        return methods.stream();
    }

    private static List<String> classNames() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-info"))
                    .map(file ->
                            file.replaceFirst("\\.class$", "").replace('/', '.').replace('\\', '.'))
                    .toList();
        }
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** The rows of the table under a heading, without its head. */
    private static List<String> rowsUnder(String heading) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
    }
}
