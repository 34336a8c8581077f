package org.fieldwright.domain.copilot.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fieldwright.domain.copilot.Answer;
import org.fieldwright.domain.copilot.Conversations;
import org.fieldwright.domain.copilot.Exchange;
import org.fieldwright.domain.copilot.ManualQuestion;
import org.fieldwright.domain.manual.Equipment;
import org.fieldwright.domain.manual.ManualId;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.jdbc.Jdbc;
import org.fieldwright.domain.shared.jdbc.StorageException;

/** Conversations in two tables. */
@ApplicationScoped
class JdbcConversations implements Conversations {
    private static final String EXCHANGES = """
            select id, conversation, number, asked_by, asked_at, question, manufacturer, model, only_in, extract, worded
            from exchange
            """;

    private Jdbc jdbc;

    /** For the container's proxy. */
    protected JdbcConversations() {}

    @Inject
    JdbcConversations(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Exchange exchange) {
        ManualQuestion question = exchange.question();
        Equipment equipment = question.equipment();
        try {
            insert(exchange, question, equipment);
        } catch (StorageException refused) {
            if (refused.isDuplicate()) {
                throw new FaultException(Fault.CONFLICT, "Another question came first. Ask again.", refused);
            }
            throw refused;
        }
    }

    private void insert(Exchange exchange, ManualQuestion question, Equipment equipment) {
        jdbc.inTransaction(connection -> {
            Jdbc.update(
                    connection,
                    """
                    insert into conversation (id, person, begun_at, last_asked, question, manufacturer, model)
                    values (?, ?, ?, ?, ?, ?, ?)
                    on conflict (id) do update set last_asked = excluded.last_asked
                    """,
                    exchange.conversation(),
                    exchange.askedBy(),
                    exchange.askedAt(),
                    exchange.askedAt(),
                    question.text(),
                    equipment.manufacturer(),
                    equipment.model());
            return Jdbc.update(
                    connection,
                    """
                    insert into exchange (id, conversation, number, asked_by, asked_at, question, manufacturer, model,
                        only_in, extract, worded)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb))
                    """,
                    exchange.id(),
                    exchange.conversation(),
                    exchange.number(),
                    exchange.askedBy(),
                    exchange.askedAt(),
                    question.text(),
                    equipment.manufacturer(),
                    equipment.model(),
                    question.onlyIn().stream().map(ManualId::value).toArray(UUID[]::new),
                    AnswerJson.write(exchange.extract()),
                    exchange.worded().map(AnswerJson::write).orElse(null));
        });
    }

    @Override
    public void word(UUID exchange, Answer answer) {
        jdbc.update("update exchange set worded = cast(? as jsonb) where id = ?", AnswerJson.write(answer), exchange);
    }

    @Override
    public Optional<Exchange> find(UUID exchange) {
        return jdbc.first(EXCHANGES + "where id = ?", JdbcConversations::exchange, exchange);
    }

    @Override
    public List<Exchange> exchanges(UUID conversation, String person) {
        return jdbc.query(
                EXCHANGES + "where conversation = ? and asked_by = ? order by number",
                JdbcConversations::exchange,
                conversation,
                person);
    }

    @Override
    public List<Heading> latest(String person, int max) {
        return jdbc.query(
                """
                select id, left(question, 120) as question, manufacturer, model, last_asked
                from conversation where person = ? order by last_asked desc, id limit ?
                """,
                row -> new Heading(
                        row.getObject("id", UUID.class),
                        row.getString("question"),
                        equipment(row),
                        row.getTimestamp("last_asked").toInstant()),
                person,
                max);
    }

    private static Exchange exchange(ResultSet row) throws SQLException {
        UUID[] onlyIn = (UUID[]) row.getArray("only_in").getArray();
        return new Exchange(
                row.getObject("id", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getInt("number"),
                row.getString("asked_by"),
                row.getTimestamp("asked_at").toInstant(),
                new ManualQuestion(
                        row.getString("question"),
                        equipment(row),
                        Arrays.stream(onlyIn).map(ManualId::new).collect(Collectors.toSet())),
                AnswerJson.read(row.getString("extract")),
                Optional.ofNullable(row.getString("worded")).map(AnswerJson::read));
    }

    private static Equipment equipment(ResultSet row) throws SQLException {
        return new Equipment(row.getString("manufacturer"), row.getString("model"));
    }
}
