package org.fieldwright.rag.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How people write one code, and what the index makes of it. */
class PassageAnalyzerTest {
    private final PassageAnalyzer analyzer = new PassageAnalyzer();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            E-43/04          | e4304
            E43/04           | e4304
            e4304            | e4304
            (E-43/04),       | e4304
            F 06             | f06
            F-06             | f06
            F06              | f06
            F06              | f6
            F 6              | f6
            07               | 7
            AT2000STC        | 2000stc
            2000STC          | 2000stc
            PUZ-WM50VHA      | puz
            PUZ-WM50VHA      | wm50vha
            MSZ-EF25         | mszef25
            HC-A16MB         | hca16mb
            Wi-Fi            | wifi
            WiFi             | wifi
            75/50            | 7550
            1,8              | 1.8
            1.8              | 1.8
            bearings         | bear
            Störung          | storung
            fläkt            | flakt
            Ошибка           | ошибка
            NO               | no
            """)
    void a_text_holds_the_token(String text, String token) {
        List<String> terms =
                Tokens.of(analyzer, text).stream().map(Tokens.Token::term).toList();

        assertThat(terms).contains(token);
    }
}
