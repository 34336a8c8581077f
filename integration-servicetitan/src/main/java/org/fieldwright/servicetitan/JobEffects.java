package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender.Receipt;
import org.fieldwright.domain.servicetitan.Connection;

/** Jobs, their notes, tags and states, and who goes there. */
final class JobEffects {
    private final Line line;

    JobEffects(Line line) {
        this.line = line;
    }

    Receipt create(Effect.CreateJob job, UUID key, boolean again) {
        Connection connection = line.connection();
        return Once.created(
                again,
                () -> connection.applicationGuid().isBlank() ? like(job) : keyed(connection, key),
                () -> line.create(
                        Scopes.JOBS_WRITE,
                        clients -> clients.of(JobsApi.class)
                                .createJob(clients.tenant(), Bodies.job(job, connection, key))));
    }

    Receipt note(Effect.AddNote note, UUID key, boolean again) {
        Mark mark = Mark.of(key);
        return Once.created(
                again,
                () -> Records.first(
                        page -> line.read(
                                Scopes.JOBS,
                                clients -> clients.of(JobsApi.class)
                                        .notes(clients.tenant(), note.subjectId(), page, Records.PAGE_SIZE)),
                        found -> mark.isIn(Records.text(found, "text"))),
                () -> line.create(
                        Scopes.JOBS_WRITE,
                        clients -> clients.of(JobsApi.class)
                                .addNote(
                                        clients.tenant(),
                                        note.subjectId(),
                                        Bodies.note(mark.under(note.text()), note.pinToTop()))));
    }

    /** A job's tags are written as a whole: who changes them in the same second may be overruled. */
    Receipt tag(long jobId, long tag, boolean wanted) {
        Set<Long> tags = Records.numbers(job(jobId), "tagTypeIds");
        return Once.brought(() -> tags.contains(tag) == wanted, () -> {
            if (wanted) {
                tags.add(tag);
            } else {
                tags.remove(tag);
            }
            line.write(
                    Scopes.JOBS_WRITE,
                    clients -> clients.of(JobsApi.class).changeJob(clients.tenant(), jobId, Bodies.tagsOfJob(tags)));
        });
    }

    Receipt complete(Effect.CompleteJob completion) {
        return Once.brought(
                () -> isIn(completion.jobId(), "Completed"),
                () -> line.change(
                        Scopes.JOBS_WRITE,
                        clients -> clients.of(JobsApi.class)
                                .complete(clients.tenant(), completion.jobId(), Bodies.completion(completion))));
    }

    Receipt hold(Effect.HoldJob hold) {
        return Once.brought(
                () -> isIn(hold.jobId(), "Hold"),
                () -> line.change(
                        Scopes.JOBS_WRITE,
                        clients -> clients.of(JobsApi.class).hold(clients.tenant(), hold.jobId(), Bodies.hold(hold))));
    }

    private boolean isIn(long jobId, String state) {
        return Records.text(job(jobId), "jobStatus").equals(state);
    }

    private JsonObject job(long id) {
        return line.read(
                Scopes.JOBS,
                clients -> clients.of(JobsApi.class).read(clients.tenant(), "jobs/" + id, ReadQuery.none()));
    }

    private Optional<JsonObject> keyed(Connection connection, UUID key) {
        return Records.first(
                page -> line.read(
                        Scopes.JOBS,
                        clients -> clients.of(JobsApi.class)
                                .jobsWithKey(
                                        clients.tenant(), connection.applicationGuid(), Bodies.KEY, key.toString())),
                found -> CrmEffects.carries(found, key));
    }

    private Optional<JsonObject> like(Effect.CreateJob job) {
        Instant start = job.appointments().getFirst().start();
        return Records.first(
                page -> line.read(
                        Scopes.JOBS,
                        clients -> clients.of(JobsApi.class)
                                .jobsBeginning(
                                        clients.tenant(),
                                        job.locationId(),
                                        job.jobTypeId(),
                                        start.toString(),
                                        start.plusSeconds(1).toString(),
                                        page,
                                        Records.PAGE_SIZE)),
                found -> Records.number(found, "locationId") == job.locationId()
                        && Records.number(found, "jobTypeId") == job.jobTypeId()
                        && Records.text(found, "summary").equals(job.summary()));
    }
}
