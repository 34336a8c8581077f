package org.fieldwright.domain.copilot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Decides whether what was found answers a question, or whether it is not in the manuals. A page that is merely near must
 * not pass for an answer, least of all when a fault code is asked for that no page of that machine names. A vector's
 * likeness alone is never enough and never asked.
 */
public final class AnswerPolicy {
    /**
     * The least share of a question's telling words (by weight) that the best passages must hold. Below it the passages are
     * about something else.
     */
    static final double LEAST_COVERAGE = 0.3;

    /** How many of the best passages are weighed for {@link #LEAST_COVERAGE}. */
    static final int WEIGHED = 5;

    private static final Pattern FAULT_CODE = Pattern.compile("(?i)[a-z]{1,3}[-./]?\\d{1,4}");
    private static final Set<String> FAULT_WORDS = new HashSet<>(Words.in(
            "error fault failure code alarm flash blink fehler störung erreur défaut panne código avería errore allarme "
                    + "storing fel felkod larm ошибка код авария"));

    /**
     * What of a question is not in the manuals.
     *
     * @return empty when the evidence bears on the question; otherwise what is missing, blank when it is all of it
     */
    public Optional<String> missing(ManualQuestion question, List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return Optional.of("");
        }
        Optional<String> code = missingFaultCode(question, evidence);
        if (code.isPresent()) {
            return code;
        }
        double covered = evidence.stream()
                .limit(WEIGHED)
                .mapToDouble(found -> found.scores().coverage())
                .max()
                .orElse(0);
        return covered < LEAST_COVERAGE ? Optional.of("") : Optional.empty();
    }

    /** A fault code that the question asks for and no passage of a manual of that machine names. */
    private static Optional<String> missingFaultCode(ManualQuestion question, List<Evidence> evidence) {
        boolean asksForFault = Words.in(question.text()).stream().anyMatch(FAULT_WORDS::contains);
        if (!asksForFault) {
            return Optional.empty();
        }
        List<Evidence> ofThatMachine = ofThatMachine(question, evidence);
        return Facts.in(question.text()).claims().stream()
                .filter(code -> FAULT_CODE.matcher(code).matches())
                .filter(code -> evidence.stream().noneMatch(found -> isName(code, found)))
                .filter(code -> ofThatMachine.stream()
                        .noneMatch(found -> Facts.in(
                                        String.join("\n", found.passage().headings())
                                                + "\n"
                                                + found.passage().text())
                                .hasCode(code)))
                .findFirst();
    }

    /** The evidence from manuals that share most with the names in the question; all of it when none is named. */
    private static List<Evidence> ofThatMachine(ManualQuestion question, List<Evidence> evidence) {
        Set<String> asked =
                Words.telling(question.text() + " " + question.equipment().inWords());
        long most =
                evidence.stream().mapToLong(found -> named(asked, found)).max().orElse(0);
        return evidence.stream().filter(found -> named(asked, found) == most).toList();
    }

    private static long named(Set<String> asked, Evidence found) {
        return new HashSet<>(Words.in(about(found)))
                .stream().filter(asked::contains).count();
    }

    /** Whether a code is the machine's own name, as in {@code MX2}. */
    private static boolean isName(String code, Evidence found) {
        return Facts.in(about(found)).hasCode(code);
    }

    private static String about(Evidence found) {
        return found.manual().title()
                + " "
                + found.manual().fileName()
                + " "
                + found.manual().equipment().inWords();
    }
}
