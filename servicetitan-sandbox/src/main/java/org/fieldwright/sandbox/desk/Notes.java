package org.fieldwright.sandbox.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;

/** Notes, which hang on customers, locations, leads, jobs and projects alike. */
public final class Notes {
    private Notes() {}

    /** Reads and writes the notes below a path, as in {@code jobs/{id}/notes}. */
    public static void bind(Book.Chapter chapter, String path, String owner) {
        chapter.listOf(path, kind(owner), "id", owner + "Id", owner).on("POST", path, work -> {
            Row holder = work.world().get(owner, work.id("id"));
            ObjectNode request = work.fields();
            boolean pinned = request.path("pinToTop").asBoolean();
            return Result.of(write(work.world(), holder, request.path("text").asText(), pinned, World.API_USER)
                    .answer());
        });
    }

    public static Row write(World world, Row owner, String text, boolean pinned, long author) {
        if (text.isBlank()) {
            throw Problem.bad("text", "A note needs a text.");
        }
        ObjectNode note = Json.object();
        note.put(owner.kind() + "Id", owner.id());
        note.put("text", text);
        note.put("isPinned", pinned);
        note.put("createdById", author);
        return world.add(kind(owner.kind()), note);
    }

    public static String kind(String owner) {
        return owner + "-note";
    }
}
