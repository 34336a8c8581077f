package org.fieldwright.web.ask;

import java.util.List;
import java.util.stream.IntStream;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.EquipmentChoices;

/** First questions to try, about equipment whose manuals are here. */
final class Suggestions {
    private static final List<String> ABOUT_A_MODEL = List.of(
            "Which fault codes does the %s show?",
            "How do I start up the %s?", "What has to be checked on the %s every year?");

    private Suggestions() {}

    /** At most three; none when there is nothing to ask about. */
    static List<String> about(EquipmentChoices choices) {
        List<String> models = choices.all().stream().map(Equipment::inWords).toList();
        return IntStream.range(0, models.isEmpty() ? 0 : ABOUT_A_MODEL.size())
                .mapToObj(n -> ABOUT_A_MODEL.get(n).formatted(models.get(n * models.size() / ABOUT_A_MODEL.size())))
                .toList();
    }
}
