package org.fieldwright.rag.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildJvmTest {
    @TempDir
    private Path work;

    /** Says what it sees of the world, then waits for the end of its parent. */
    static final class Probe {
        public static void main(String[] args) throws Exception {
            DataOutputStream out = new DataOutputStream(System.out);
            out.writeUTF(String.join(",", System.getenv().keySet()));
            out.writeUTF(System.getProperty("java.io.tmpdir"));
            out.flush();
            if (System.in.read() == 'm') {
                long[][] hoard = new long[10_000][];
                for (int i = 0; i < hoard.length; i++) {
                    hoard[i] = new long[1_000_000];
                }
            }
            ChildJvm.dieWithParent(System.in);
            Thread.sleep(600_000);
        }
    }

    @Test
    void a_child_sees_nothing_of_our_environment_but_where_commands_are() throws IOException {
        try (ChildJvm child = start()) {
            List<String> names = List.of(child.fromChild().readUTF().split(",", -1));

            assertThat(System.getenv()).containsKey("HOME");
            assertThat(names)
                    .contains("PATH")
                    .doesNotContain("HOME", "JAVA_HOME", "MAVEN_CMD_LINE_ARGS")
                    .noneMatch(name -> name.startsWith("FIELDWRIGHT"));
        }
    }

    @Test
    void its_temporary_files_lie_in_its_own_folder() throws IOException {
        try (ChildJvm child = start()) {
            child.fromChild().readUTF();

            assertThat(child.fromChild().readUTF()).isEqualTo(work.toString());
        }
    }

    @Test
    void a_closed_child_is_gone() throws IOException {
        ChildJvm child = start();
        child.fromChild().readUTF();

        child.close();

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void a_child_that_ran_out_of_memory_says_so_by_how_it_ends() throws IOException {
        try (ChildJvm child = start()) {
            child.toChild().write('m');
            child.toChild().flush();
            child.fromChild().readUTF();
            child.fromChild().readUTF();

            child.fromChild().readAllBytes();

            assertThat(child.endedOutOfMemory()).isTrue();
        }
    }

    @Test
    void a_class_that_is_nowhere_is_named() {
        assertThatThrownBy(() -> ChildClassPath.holding(getClass().getClassLoader(), List.of("org.nowhere.Nothing")))
                .hasMessageContaining("org.nowhere.Nothing");
    }

    private ChildJvm start() throws IOException {
        ChildClassPath classPath = ChildClassPath.holding(
                getClass().getClassLoader(), List.of(Probe.class.getName(), ChildJvm.class.getName()));
        return ChildJvm.start(Probe.class, classPath, 64, work, List.of());
    }
}
