package org.fieldwright.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.fieldwright.sandbox.accounting.Accounting;
import org.fieldwright.sandbox.contract.Contract;
import org.fieldwright.sandbox.control.Control;
import org.fieldwright.sandbox.crm.Crm;
import org.fieldwright.sandbox.desk.Book;
import org.fieldwright.sandbox.desk.Problem;
import org.fieldwright.sandbox.desk.World;
import org.fieldwright.sandbox.dispatch.Dispatch;
import org.fieldwright.sandbox.door.Answer;
import org.fieldwright.sandbox.door.Call;
import org.fieldwright.sandbox.door.Door;
import org.fieldwright.sandbox.door.Faults;
import org.fieldwright.sandbox.equipment.Equipment;
import org.fieldwright.sandbox.findings.Findings;
import org.fieldwright.sandbox.forms.Forms;
import org.fieldwright.sandbox.inventory.Inventory;
import org.fieldwright.sandbox.jpm.Jpm;
import org.fieldwright.sandbox.mail.Callback;
import org.fieldwright.sandbox.mail.Mail;
import org.fieldwright.sandbox.memberships.Memberships;
import org.fieldwright.sandbox.payroll.Payroll;
import org.fieldwright.sandbox.pricebook.Pricebook;
import org.fieldwright.sandbox.sales.Sales;
import org.fieldwright.sandbox.settings.Settings;
import org.fieldwright.sandbox.shop.Shop;
import org.fieldwright.sandbox.store.Json;
import org.fieldwright.sandbox.store.Ledger;
import org.fieldwright.sandbox.store.Mailbag;
import org.fieldwright.sandbox.store.Store;
import org.fieldwright.sandbox.store.WorldClock;
import org.fieldwright.sandbox.tasks.Tasks;
import org.fieldwright.sandbox.telecom.Calls;

/** One simulated ServiceTitan over one database, without a server around it. */
public final class Sandbox implements AutoCloseable {
    private final SandboxSettings settings;
    private final Contract contract = new Contract();
    private final Book book = book(contract);
    private final Clock machine;
    private final WorldClock clock;
    private final Store store;
    private final Callback callback;
    private final Mail mail;
    private final Door door;
    private final Control control;
    private final FrontPage frontPage;

    /** Brings the database up to date, fills it when it is empty, and is ready for calls then. */
    public Sandbox(DataSource database, SandboxSettings settings, Clock machine) {
        this.settings = settings;
        this.machine = machine;
        this.clock = new WorldClock(machine, settings.clockAhead());
        this.store = new Store(database, clock);
        store.migrate();
        store.read(ledger -> ledger.setting("clock-ahead")).map(Duration::parse).ifPresent(clock::move);
        Faults faults = new Faults();
        Mailbag mailbag = new Mailbag(store);
        this.callback = new Callback(store, settings.webhooks().callback());
        this.mail = new Mail(settings.webhooks(), mailbag, callback, faults, machine);
        this.door = new Door(settings, contract, book, store, machine, clock, faults, this::world);
        this.control = new Control(store, door, clock, faults, callback, mailbag, this::world, this::refill);
        this.frontPage = new FrontPage(settings, book, control);
        if (store.read(Ledger::counts).isEmpty()) {
            fill(settings.seed());
        }
    }

    /** The book of everything that is served. */
    public static Book book(Contract contract) {
        Book book = new Book(contract);
        Crm.bind(book);
        Jpm.bind(book);
        Dispatch.bind(book);
        Settings.bind(book);
        Sales.bind(book);
        Pricebook.bind(book);
        Inventory.bind(book);
        Accounting.bind(book);
        Memberships.bind(book);
        Equipment.bind(book);
        Calls.bind(book);
        Payroll.bind(book);
        Forms.bind(book);
        Tasks.bind(book);
        Findings.bind(book);
        return book;
    }

    /** Sends events from now on, until it is closed. */
    public void begin(ScheduledExecutorService executor) {
        mail.begin(executor);
    }

    /** Sends the events that are due now, once each; how many. For tests that go the rounds themselves. */
    public int sendEvents() {
        return mail.sendDue();
    }

    @Override
    public void close() {
        mail.close();
    }

    public Answer answer(Call call) {
        String path = call.path();
        try {
            if (path.equals("/") && call.method().equals("GET")) {
                return Answer.page(frontPage.html(store.read(Ledger::counts)));
            }
            if (path.equals("/files") && call.method().equals("GET")) {
                return file(call.parameters().getOrDefault("path", ""));
            }
            return path.startsWith("/desk/") ? control(call) : door.answer(call);
        } catch (Problem refusal) {
            return Answer.refusal(refusal);
        }
    }

    private Answer control(Call call) {
        if (!settings.controlKey().equals(call.header("x-desk-key").orElse(""))) {
            throw new Problem(401, "The header X-Desk-Key is missing or wrong.", Map.of());
        }
        try {
            JsonNode body = call.body().length() == 0 ? Json.object() : Json.read(call.body());
            return Answer.json(200, control.act(call.method(), call.path(), body))
                    .with("X-Simulation", "true");
        } catch (IllegalArgumentException unreadable) {
            throw Problem.bad("body", "The request is not readable: " + unreadable.getMessage());
        }
    }

    private Answer file(String path) {
        return store.read(ledger -> ledger.file(path))
                .map(file -> Answer.bytes(200, file.contentType(), file.content()))
                .orElseThrow(() -> Problem.missing("file", path));
    }

    private World world(Ledger ledger) {
        return new World(
                ledger,
                contract,
                new World.Tenant(settings.tenant(), settings.tenantName()),
                book,
                machine,
                callback.address().isPresent());
    }

    private long refill(String seed) {
        store.write(ledger -> {
            ledger.clear();
            return seed;
        });
        fill(SandboxSettings.Seed.valueOf(seed.toUpperCase(Locale.ROOT)));
        return store.read(Ledger::counts).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private void fill(SandboxSettings.Seed seed) {
        if (seed != SandboxSettings.Seed.NONE) {
            new Shop(store, seed == SandboxSettings.Seed.LARGE).open();
        }
    }
}
