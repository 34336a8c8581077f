package org.fieldwright.domain.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EquipmentChoicesTest {
    private final EquipmentChoices choices = EquipmentChoices.of(List.of(
            new Equipment("Northfield", "NF-96, NF-80"),
            new Equipment("Northfield", "NF-80"),
            new Equipment("Aldermere", "HP3"),
            new Equipment("Aldermere Tankless", "T9"),
            Equipment.UNKNOWN));

    @Test
    void every_model_of_a_manual_is_a_choice_once() {
        assertThat(choices.all())
                .extracting(Equipment::inWords)
                .containsExactly("Aldermere HP3", "Aldermere Tankless T9", "Northfield NF-80", "Northfield NF-96");
    }

    @Test
    void typing_narrows_the_choice_whatever_the_case_and_the_order() {
        assertThat(choices.matching("80 north")).containsExactly(new Equipment("Northfield", "NF-80"));
        assertThat(choices.matching(" ")).hasSize(4);
        assertThat(choices.matching(null)).hasSize(4);
        assertThat(choices.matching("boiler")).isEmpty();
    }

    @Test
    void the_words_of_a_choice_mean_that_choice() {
        assertThat(choices.meant(" northfield nf-96 ")).isEqualTo(new Equipment("Northfield", "NF-96"));
    }

    @Test
    void a_new_model_of_a_known_manufacturer_keeps_the_manufacturer_apart() {
        assertThat(choices.meant("Northfield NF-120")).isEqualTo(new Equipment("Northfield", "NF-120"));
        assertThat(choices.meant("aldermere tankless T11")).isEqualTo(new Equipment("Aldermere Tankless", "T11"));
        assertThat(choices.meant("Northfield")).isEqualTo(new Equipment("Northfield", ""));
    }

    @Test
    void anything_else_is_taken_as_a_model() {
        assertThat(choices.meant("GX-5000")).isEqualTo(new Equipment("", "GX-5000"));
        assertThat(choices.meant("Northfields best")).isEqualTo(new Equipment("", "Northfields best"));
        assertThat(choices.meant("")).isEqualTo(Equipment.UNKNOWN);
        assertThat(choices.meant(null)).isEqualTo(Equipment.UNKNOWN);
    }
}
