package org.fieldwright.servicetitan;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.UUID;
import org.fieldwright.domain.outbox.Effect;
import org.fieldwright.domain.outbox.EffectSender.Receipt;
import org.fieldwright.domain.outbox.KeptFiles;
import org.fieldwright.domain.servicetitan.ServiceTitanException;
import org.fieldwright.domain.servicetitan.Trouble;

/** Tasks, visits of recurring services, and files. */
final class OfficeEffects {
    private final Line line;
    private final KeptFiles files;

    OfficeEffects(Line line, KeptFiles files) {
        this.line = line;
        this.files = files;
    }

    Receipt create(Effect.CreateTask task, UUID key, boolean again) {
        Mark mark = Mark.of(key);
        return Once.created(
                again,
                () -> Records.first(
                        page -> line.read(
                                Scopes.TASKS,
                                clients -> clients.of(TasksApi.class)
                                        .tasks(
                                                clients.tenant(),
                                                Words.encoded(task.name()),
                                                task.reportedById(),
                                                boxed(task.jobId()),
                                                boxed(task.customerId()),
                                                "Any",
                                                page,
                                                Records.PAGE_SIZE)),
                        found -> mark.isIn(Records.text(found, "description"))),
                () -> line.create(
                        Scopes.TASKS_WRITE,
                        clients -> clients.of(TasksApi.class).createTask(clients.tenant(), Bodies.task(task, mark))));
    }

    Receipt mark(Effect.MarkVisit visit) {
        return Once.brought(
                () -> isMade(visit) == visit.complete(),
                () -> line.write(
                        Scopes.VISITS_WRITE,
                        clients -> clients.of(MembershipsApi.class)
                                .mark(
                                        clients.tenant(),
                                        visit.recurringEventId(),
                                        visit.complete() ? "mark-complete" : "mark-incomplete",
                                        Bodies.visit(visit))));
    }

    Receipt attach(Effect.AttachToJob file, UUID key, boolean again) {
        Mark mark = Mark.of(key);
        return Once.created(
                again,
                () -> Records.first(
                        page -> line.read(
                                Scopes.FILES,
                                clients -> clients.of(FormsApi.class)
                                        .attachments(clients.tenant(), file.jobId(), page, Records.PAGE_SIZE)),
                        found -> isNamed(found, mark)),
                () -> {
                    byte[] content = content(file);
                    return line.create(
                            Scopes.FILES_WRITE,
                            clients -> clients.of(FormsApi.class)
                                    .attach(
                                            clients.tenant(),
                                            file.jobId(),
                                            new GenericEntity<>(List.of(part(file, mark, content))) {}));
                });
    }

    private boolean isMade(Effect.MarkVisit visit) {
        Page page = new Page(line.read(
                Scopes.VISITS,
                clients -> clients.of(MembershipsApi.class)
                        .read(
                                clients.tenant(),
                                "recurring-service-events",
                                ReadQuery.none().id(visit.recurringEventId()))));
        JsonObject event = page.records().stream()
                .filter(found -> Records.number(found, "id") == visit.recurringEventId())
                .findFirst()
                .orElseThrow(() -> new ServiceTitanException(
                        Trouble.NOT_FOUND,
                        "ServiceTitan has no recurring service event " + visit.recurringEventId() + " (any more)."));
        return Records.text(event, "status").equals("Won") && Records.number(event, "jobId") == visit.jobId();
    }

    /** How they name the field is not published: any text of the row may hold the name. */
    private static boolean isNamed(JsonObject found, Mark mark) {
        return found.values().stream()
                .anyMatch(value -> value instanceof JsonString text && mark.isIn(text.getString()));
    }

    private byte[] content(Effect.AttachToJob file) {
        try (InputStream in = files.open(file.content())) {
            return in.readAllBytes();
        } catch (NoSuchElementException gone) {
            throw new ServiceTitanException(
                    Trouble.REJECTED, "The file is not kept here any more. Attach it once more.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static EntityPart part(Effect.AttachToJob file, Mark mark, byte[] content) {
        try {
            return EntityPart.withName("file")
                    .fileName(mark.in(file.fileName()))
                    .mediaType(MediaType.valueOf(file.mediaType()))
                    .content(new ByteArrayInputStream(content))
                    .build();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Long boxed(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
