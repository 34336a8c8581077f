package org.fieldwright.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search for a JDK that all scripts share, tried on folders that look like JDKs. */
class FindJdkTest {

    private static final Path SCRIPT = Path.of("..", ".mvn", "find-jdk.sh");

    @TempDir
    private Path folder;

    private record Answer(int code, String out, String err) {}

    @Test
    void java_home_comes_first_when_it_is_new_enough() throws Exception {
        Path home = jdk("chosen", "23.0.1");
        jdk("lib/newer", "25.0.3");

        assertThat(find(home).out()).isEqualTo(home.toString());
    }

    @Test
    void an_old_java_home_is_passed_over() throws Exception {
        Path old = jdk("chosen", "17.0.15");
        Path newer = jdk("lib/newer", "21.0.9");

        assertThat(find(old).out()).isEqualTo(newer.toString());
    }

    @Test
    void of_those_found_25_is_preferred_then_21_then_the_newest() throws Exception {
        jdk("lib/jdk-8", "1.8.0_392");
        jdk("lib/jdk-26", "26");
        Path longTerm = jdk("lib/jdk-21", "21.0.9");
        assertThat(find(null).out()).isEqualTo(longTerm.toString());

        Path newestLongTerm = jdk("lib/jdk-25", "25.0.3");
        assertThat(find(null).out()).isEqualTo(newestLongTerm.toString());
    }

    @Test
    void a_folder_with_a_space_in_its_name_is_found() throws Exception {
        Path home = jdk("lib/my jdk", "22.0.2");

        assertThat(find(null).out()).isEqualTo(home.toString());
    }

    @Test
    void a_runtime_without_compiler_is_no_jdk() throws Exception {
        Path runtime = jdk("lib/jre", "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(find(null).code()).isEqualTo(1);
    }

    @Test
    void without_any_jdk_it_says_what_is_needed_and_how_to_get_it() throws Exception {
        Answer answer = find(null);

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("version 21 or newer")
                .contains("JAVA_HOME")
                .contains("apt install");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (String program : new String[] {"java", "javac"}) {
            Path file = Files.writeString(home.resolve("bin").resolve(program), "#!/bin/sh\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Answer find(Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", ". \"$1\"; find_jdk", "bash", SCRIPT.toString());
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_HOME");
        if (javaHome != null) {
            environment.put("JAVA_HOME", javaHome.toString());
        }
        environment.put("FIELDWRIGHT_JDK_FOLDERS", folder.resolve("lib").toString());
        environment.put("PATH", pathWithoutJdk());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out.strip(), err);
    }

    /** The few programs the script uses, and no javac. */
    private String pathWithoutJdk() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        for (String name : new String[] {"sed", "head", "tr", "dirname", "readlink"}) {
            Path link = programs.resolve(name);
            if (Files.notExists(link)) {
                Path usual =
                        Files.exists(Path.of("/usr/bin", name)) ? Path.of("/usr/bin", name) : Path.of("/bin", name);
                Files.createSymbolicLink(link, usual);
            }
        }
        return programs.toString();
    }
}
