package org.fieldwright.web.api;

import java.util.List;
import java.util.Optional;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.AnswerPart;
import org.fieldwright.domain.copilot.Citation;
import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.copilot.ManualSearch;
import org.fieldwright.domain.copilot.Scores;
import org.fieldwright.domain.manual.Box;
import org.fieldwright.domain.manual.Manual;
import org.fieldwright.domain.manual.ManualState;
import org.fieldwright.domain.manual.ReadingProblem;

/** What the API shows, as plain data for JSON. Absent values are left out. */
final class Shown {
    private Shown() {}

    /** Why a manual could not be read. */
    public record ShownProblem(String code, String whatHappened, String whatToDo, String incident) {
        static ShownProblem of(ReadingProblem problem, String incident) {
            return new ShownProblem(
                    Problem.code(problem.name()),
                    problem.whatHappened(),
                    problem.whatToDo(),
                    incident.isEmpty() ? null : incident);
        }
    }

    /** A manual and how far it has come. */
    public record ShownManual(
            String id,
            String title,
            String fileName,
            String mediaType,
            long bytes,
            String manufacturer,
            String model,
            String state,
            int edition,
            int pages,
            int pagesDone,
            ShownProblem problem,
            String uploadedBy,
            String uploadedAt) {
        static ShownManual of(Manual manual) {
            return new ShownManual(
                    manual.id().toString(),
                    manual.title(),
                    manual.fileName(),
                    manual.mediaType(),
                    manual.bytes(),
                    manual.equipment().manufacturer(),
                    manual.equipment().model(),
                    Problem.code(manual.state().name()),
                    manual.edition(),
                    manual.pages(),
                    manual.pagesDone(),
                    manual.problem()
                            .map(problem -> ShownProblem.of(problem, manual.incident()))
                            .orElse(null),
                    manual.uploadedBy(),
                    manual.uploadedAt().toString());
        }
    }

    /** A page of the list of manuals. */
    public record ShownManuals(List<ShownManual> manuals, int first, int total) {}

    /** What an upload led to. */
    public record ShownUpload(String id, String task, boolean alreadyHere) {}

    /**
     * A durable task.
     *
     * @param state waiting, running, done or failed
     */
    public record ShownTask(String id, String kind, String state, int done, int total, ShownProblem problem) {
        static ShownTask of(Manual manual) {
            return new ShownTask(
                    manual.id().toString(),
                    "manual.read",
                    state(manual.state()),
                    manual.pagesDone(),
                    manual.pages(),
                    manual.problem()
                            .map(problem -> ShownProblem.of(problem, manual.incident()))
                            .orElse(null));
        }

        private static String state(ManualState state) {
            return switch (state) {
                case WAITING -> "waiting";
                case READING, INDEXING -> "running";
                case READY -> "done";
                case FAILED -> "failed";
            };
        }
    }

    /** The manual a citation points at. */
    public record CitedManual(String id, String title) {}

    /** A rectangle in fractions of the page, origin top left. */
    public record ShownBox(float x, float y, float width, float height) {
        static ShownBox of(Box box) {
            return new ShownBox(box.x(), box.y(), box.width(), box.height());
        }
    }

    /** Retrieval scores, as {@link Scores}. */
    public record ShownScores(int exact, double bm25, double vector, double fused, double coverage) {
        static ShownScores of(Scores scores) {
            return new ShownScores(scores.exact(), scores.bm25(), scores.vector(), scores.fused(), scores.coverage());
        }
    }

    /** Where a claim is written; {@code page} counts from 1. */
    public record ShownCitation(
            int n,
            CitedManual manual,
            int page,
            long passage,
            String quote,
            List<ShownBox> boxes,
            String image,
            ShownScores scores) {
        static ShownCitation of(Citation citation) {
            return new ShownCitation(
                    citation.number(),
                    new CitedManual(citation.manual().toString(), citation.manualTitle()),
                    citation.page(),
                    citation.passage(),
                    citation.quote(),
                    citation.boxes().stream().map(ShownBox::of).toList(),
                    "/api/v1/manuals/" + citation.manual() + "/pages/" + citation.page() + "/image",
                    ShownScores.of(citation.scores()));
        }
    }

    /** A piece of an answer. */
    public record ShownPart(String kind, String text, List<Integer> citations) {
        static ShownPart of(AnswerPart part) {
            return new ShownPart(Problem.code(part.kind().name()), part.text(), part.citations());
        }
    }

    /** The words of an answer. */
    public record ShownWords(String writer, List<ShownPart> parts) {}

    /** Why it was found. */
    public record ShownExplanation(List<String> identifiers, List<ShownStage> stages) {
        static ShownExplanation of(ManualSearch.Explanation explanation) {
            return new ShownExplanation(
                    explanation.identifiers(),
                    explanation.stages().stream()
                            .map(stage -> new ShownStage(
                                    stage.name(),
                                    stage.ranking().stream()
                                            .map(ranked ->
                                                    new ShownRank(ranked.rank(), ranked.passage(), ranked.score()))
                                            .toList(),
                                    stage.nanos() / 1_000_000.0))
                            .toList());
        }
    }

    /** One ranker's list. */
    public record ShownStage(String name, List<ShownRank> ranking, double milliseconds) {}

    /** A passage at its place. */
    public record ShownRank(int rank, long passage, double score) {}

    /** A question with its answer; {@code outcome} tells whether the manuals hold it: "answered" or "not-in-manuals". */
    public record ShownAnswer(
            String id,
            String conversation,
            String outcome,
            ShownWords answer,
            List<ShownCitation> citations,
            String missing,
            ShownCitation nearest,
            ShownExplanation explanation) {
        static ShownAnswer of(Exchange exchange, Optional<ManualSearch.Explanation> why) {
            return of(exchange, exchange.best(), why.map(ShownExplanation::of).orElse(null));
        }

        private static ShownAnswer of(Exchange exchange, Answer answer, ShownExplanation explanation) {
            String id = exchange.id().toString();
            String conversation = exchange.conversation().toString();
            List<ShownCitation> citations =
                    answer.citations().stream().map(ShownCitation::of).toList();
            return switch (answer) {
                case Answer.Answered answered ->
                    new ShownAnswer(
                            id,
                            conversation,
                            "answered",
                            new ShownWords(
                                    answered.writer(),
                                    answered.parts().stream().map(ShownPart::of).toList()),
                            citations,
                            null,
                            null,
                            explanation);
                case Answer.NotInManuals none ->
                    new ShownAnswer(
                            id,
                            conversation,
                            "not-in-manuals",
                            null,
                            List.of(),
                            none.missing(),
                            none.nearest().map(ShownCitation::of).orElse(null),
                            explanation);
            };
        }
    }
}
