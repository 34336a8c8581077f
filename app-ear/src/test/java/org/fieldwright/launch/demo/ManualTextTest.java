package org.fieldwright.launch.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualTextTest {

    private static final String TEXT = """
            title: Manual of {{model}}
            ---
            => Safety

            Two lines
            of one paragraph about {{model}}.

            WARNING: Hot
            surface.

            # First step
            goes on.
            # Second step.

            table 1 3: Codes
            | Code | Meaning |
            | 13 | |

            nameplate: Plate
            brand = Maker
            Model = {{model}}

            wiring: Wires
            box a 0 1 80 90 Board A
            right a R C
            box b 200 1 80 90 Motor
            left b M1
            wire a.R b.M1 RED
            """;

    private final ManualText manual = ManualText.read(TEXT, Map.of("model", "GF-1"));

    @Test
    void placeholders_are_filled_in_head_and_text() {
        assertThat(manual.of("title")).isEqualTo("Manual of GF-1");
        assertThat(manual.blocks()).contains(new Block.Paragraph("Two lines of one paragraph about GF-1."));
    }

    @Test
    void every_kind_of_block_is_read() {
        assertThat(manual.blocks())
                .contains(
                        new Block.Section("Safety", true),
                        new Block.Notice("WARNING", "Hot surface."),
                        new Block.Steps(List.of("First step goes on.", "Second step.")),
                        new Block.Table("Codes", List.of(1, 3), List.of(List.of("Code", "Meaning"), List.of("13", ""))),
                        new Block.Nameplate("Plate", "Maker", Map.of("Model", "GF-1")),
                        new Block.Wiring(
                                "Wires",
                                List.of(
                                        new Block.Device("a", "Board A", 0, 1, 80, 90, List.of(), List.of("R", "C")),
                                        new Block.Device("b", "Motor", 200, 1, 80, 90, List.of("M1"), List.of())),
                                List.of(new Block.Wire("a.R", "b.M1", "RED"))));
    }

    @Test
    void a_placeholder_without_value_is_an_error() {
        assertThatThrownBy(() -> ManualText.read(TEXT, Map.of())).hasMessageContaining("{{model}}");
    }

    @Test
    void a_wire_to_a_terminal_that_is_not_there_is_an_error() {
        String broken = """
                title: T
                ---
                wiring: W
                box a 0 0 80 90 A
                right a R
                wire a.R a.X RED
                """;
        Block.Wiring wiring =
                (Block.Wiring) ManualText.read(broken, Map.of()).blocks().getFirst();
        ManualText manualWithWire = new ManualText(
                Map.of(
                        "title",
                        "T",
                        "models",
                        "M",
                        "manufacturer",
                        "F",
                        "product",
                        "P",
                        "document",
                        "D",
                        "issued",
                        "I",
                        "accent",
                        "000000",
                        "slogan",
                        "S",
                        "scope",
                        "C",
                        "illustration",
                        "boiler"),
                List.of(wiring));

        assertThatThrownBy(() -> new ManualPrinter(manualWithWire).toPdf()).hasMessageContaining("a.X");
    }
}
