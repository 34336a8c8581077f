package org.fieldwright.sandbox.dispatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.Result;
import org.fieldwright.sandbox.desk.Work;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Row;
import org.fieldwright.sandbox.store.Search;

/** What technicians can do. The id of a row is a text of both its parts; technicians show the same skills. */
public final class Skills {
    private static final String KIND = "technician-skill";

    private Skills() {}

    static void bind(Book.Chapter dispatch) {
        dispatch.list("technician-skills", KIND)
                .on(
                        "GET",
                        "technician-skills/{id}",
                        work -> Result.of(find(work).answer()))
                .on("POST", "technician-skills", work -> {
                    ObjectNode request = work.fields();
                    Row technician = work.world()
                            .get("technician", request.path("technicianId").asLong());
                    Row skill =
                            give(work.world(), technician, request.path("name").asText());
                    skill.activate(request.path("active").asBoolean());
                    Row saved = work.ledger().save(skill);
                    show(work.world(), technician.id());
                    return Result.of(saved.answer());
                })
                .on("PATCH", "technician-skills", Skills::replace)
                .on("DELETE", "technician-skills/{id}", work -> {
                    Row skill = work.ledger().deactivate(find(work));
                    show(work.world(), skill.number("technicianId"));
                    return Result.of(Json.object().put("id", skill.text("id")));
                });
    }

    private static Row find(Work work) {
        return work.ledger()
                .first(Search.of(KIND).equal("id", work.path().get("id")))
                .orElseThrow(() -> Problem.missing("skill", work.path().get("id")));
    }

    /** A technician learns something; skills of one name have one id. */
    public static Row give(World world, Row technician, String name) {
        long skill = world.ledger()
                .first(Search.of("skill").equal("name", name))
                .orElseGet(() -> world.add("skill", Json.object().put("name", name)))
                .id();
        return row(world, technician, skill, name);
    }

    private static Row row(World world, Row technician, long skill, String name) {
        String id = technician.id() + "_" + skill;
        return world.ledger().first(Search.of(KIND).equal("id", id)).orElseGet(() -> {
            ObjectNode body = Json.object().put("id", id).put("name", name);
            body.put("technicianId", technician.id()).put("skillId", skill);
            body.putArray("jobTypeIds");
            return world.add(KIND, body);
        });
    }

    private static Result replace(Work work) {
        World world = work.world();
        Row technician =
                world.get("technician", work.fields().path("technicianId").asLong());
        List<Long> wanted = Json.ids(work.fields().get("skillIds"));
        if (work.fields().path("replaceExistingSkills").asBoolean()) {
            for (Row skill : world.all(KIND, "technicianId", technician.id())) {
                if (!wanted.contains(skill.number("skillId"))) {
                    world.ledger().deactivate(skill);
                }
            }
        }
        for (long id : wanted) {
            Row skill = row(
                    world, technician, id, world.named("skill", "skillIds", id).text("name"));
            skill.activate(true);
            world.ledger().save(skill);
        }
        show(world, technician.id());
        ObjectNode answer = Json.object().put("updated", true);
        ArrayNode skills = answer.putArray("technicianSkills");
        world.all(KIND, "technicianId", technician.id()).forEach(skill -> skills.add(skill.answer()));
        return Result.of(answer);
    }

    /** Brings the list on the technician up to date. */
    public static void show(World world, long technicianId) {
        Row technician = world.get("technician", technicianId);
        ArrayNode shown = technician.body().putArray("skills");
        for (Row skill : world.all(KIND, "technicianId", technicianId)) {
            shown.addObject().put("id", skill.number("skillId")).put("name", skill.text("name"));
        }
        world.ledger().save(technician);
    }
}
