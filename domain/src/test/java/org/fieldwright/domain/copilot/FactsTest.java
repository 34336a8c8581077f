package org.fieldwright.domain.copilot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
    @ParameterizedTest(name = "«{0}» is borne out by «{1}»")
    @CsvSource(
            delimiter = '|',
            value = {
                "1.8 m                      | mount it 1,8m above the floor",
                "1.8 m                      | between 1.8 to 2.3 m",
                "between 12 V and 24 V      | 12/24 V systems",
                "15 amps                    | a 15A fuse",
                "15 A                       | fit a 15 amp fuse",
                "50 N·m                     | at most 50 Nm",
                "50 newton metres           | 50 N.m",
                "55 degrees C               | below 55 °C",
                "55°C                       | below 55 ºC",
                "230 V                      | Voltage (V)\t230",
                "230 V AC                   | 230VAC 50Hz",
                "24 VDC                     | 24 V DC",
                "0.3 MPa                    | 0-0.3MPa",
                "-15 °C                     | down to \u221215 °C",
                "1000 W                     | 1 000 W",
                "1 000 W                    | 1,000 W",
                "1000 W                     | 1.000 W",
                "2.5 kg                     | 2.50 kg",
                "3 years                    | three (3) years",
                "two screws                 | 2 screws",
                "10 seconds                 | minst 10 sekunder",
                "3 years                    | vart 3 år",
                "E4304                      | fault E-43/04",
                "E-43/04                    | FAULT E4304",
                "E4                         | code E 4 shows",
                "F06                        | f06",
                "PM2.5x5.0                  | Phillips PM2.5×5.0 screws",
                "PUZ-WM85VAA                | PUZ-WM85VAA(-BS)",
                "X1                         | terminals X1-X4",
                "terminal N                 | wires L, N and PE",
                "the LED                    | the led is green",
                "A fuse is fitted           | fuse",
                "3-phase supply             | 3 phase",
                "4A                         | a fuse of 4 A",
                "$5                         | costs 5 dollars",
                "1/2 inch                   | ½ in.",
                "5 µF                       | 5 uF",
                "500 ohm                    | 500 Ω resistor",
                "the 2nd step               | step 2",
                "192.168.1.1                | open 192.168.1.1",
                "8:30                       | at 08:30",
            })
    void is_borne_out_whatever_the_spelling(String claim, String source) {
        List<String> missing = Facts.in(claim).missingFrom(List.of(Facts.in(source)));

        assertThat(missing).isEmpty();
    }

    @ParameterizedTest(name = "«{0}» is not borne out by «{1}»")
    @CsvSource(
            delimiter = '|',
            value = {
                "15 V            | a 15 A fuse on 12 V",
                "5 A             | 15 A",
                "1.8 m           | 18 m",
                "1.8 mm          | 1.8 m",
                "15 °C           | -15 °C",
                "-15 °C          | 10-15 °C",
                "E27             | E2 and 27",
                "E27             | E271",
                "E4              | E40 E5",
                "27 psi          | error E27 and psi",
                "F06             | F60",
                "32007           | 32007P6",
                "terminal W      | terminals R and C",
                "twelve screws   | two screws",
                "230 V DC        | 230 VAC",
                "7 days          | 7 hours",
                "the PLC         | the lamp",
                "PUZ-WM112       | PUZ-WM85VAA",
                "M12             | M10 bolts, 12 mm",
                "$5              | 5 screws",
                "1000 W          | 1 W",
            })
    void is_not_borne_out_by_something_like_it(String claim, String source) {
        List<String> missing = Facts.in(claim).missingFrom(List.of(Facts.in(source)));

        assertThat(missing).isNotEmpty();
    }

    @Test
    void what_is_missing_is_told_as_it_was_written() {
        Facts claim = Facts.in("Set R12 to 40 kPa, then press OK");

        List<String> missing = claim.missingFrom(List.of(Facts.in("Set R10 to 30 kPa")));

        assertThat(missing).containsExactlyInAnyOrder("40 kPa", "R12", "OK");
    }

    @Test
    void each_fact_may_come_from_another_source() {
        List<Facts> sources = List.of(Facts.in("fuse F1 is 15 A"), Facts.in("supply 12 V"));

        List<String> missing = Facts.in("F1 is 15 A at 12 V").missingFrom(sources);

        assertThat(missing).isEmpty();
    }

    @Test
    void both_ends_of_a_range_have_its_unit() {
        List<Facts.Figure> figures = Facts.in("from 1.8 m to 2.3 m, or 4-20 mA").figures();

        assertThat(figures).extracting(Facts.Figure::unit).containsExactly("m", "m", "mA", "mA");
    }

    @Test
    void cells_beside_each_other_do_not_share_a_unit() {
        List<Facts.Figure> figures = Facts.in("3\t15 A").figures();

        assertThat(figures).extracting(Facts.Figure::unit).containsExactly("", "A");
    }
}
