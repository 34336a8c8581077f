package org.fieldwright.truth;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fieldwright.edge.Program;
import org.fieldwright.launch.Portal;
import org.fieldwright.launch.RunningPortal;
import org.fieldwright.rag.truth.TruthFact;
import org.fieldwright.rag.truth.TruthFlow;
import org.fieldwright.rag.truth.TruthLayout;
import org.fieldwright.rag.truth.TruthManual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same as the large page truth test of the evaluation, on a few pages, through everything that the product is. */
@ExtendWith(RunningPortal.class)
class PageTruthIT {
    /** They take turns, because nobody may ask too many questions a minute. */
    private static final List<String> ROLES = List.of("technician", "dispatcher", "estimator", "billing", "manager");

    private static final List<TruthManual> MANUALS = List.of(
            TruthManual.pdf(
                    "truth.pdf",
                    77,
                    List.of(
                            TruthLayout.PORTRAIT,
                            TruthLayout.LANDSCAPE,
                            TruthLayout.TURNED_RIGHT,
                            TruthLayout.CROPPED_AND_TURNED,
                            TruthLayout.SIDEWAYS,
                            TruthLayout.TWO_COLUMNS)),
            TruthManual.pdf("truth-table.pdf", 78, List.of(TruthLayout.TABLE, TruthLayout.TABLE)),
            TruthFlow.docx("truth.docx", 79, 3),
            TruthFlow.html("truth.html", 80, 3),
            TruthFlow.markdown("truth.md", 81, 3));

    @Test
    void every_citation_of_the_api_names_the_right_page_and_marks_the_right_place(Portal portal) {
        TruthProgram admin = new TruthProgram(Program.of(portal, "admin"));
        List<TruthProgram> askers = ROLES.stream()
                .map(role -> new TruthProgram(Program.of(portal, role)))
                .toList();

        Map<TruthManual, String> ids = MANUALS.stream().collect(Collectors.toMap(Function.identity(), admin::upload));
        ids.values().forEach(admin::awaitDone);

        int asked = 0;
        for (TruthManual manual : MANUALS) {
            for (TruthFact fact : manual.facts()) {
                askers.get(asked++ % askers.size()).assertCitedRightly(fact, ids.get(manual));
            }
        }
    }
}
