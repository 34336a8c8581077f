package org.fieldwright.domain.people;

import static java.lang.System.Logger.Level.INFO;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fieldwright.domain.shared.Fault;
import org.fieldwright.domain.shared.FaultException;
import org.fieldwright.domain.shared.UseCase;

/** Programs act for people by tokens: 256 random bits, shown once, kept as a hash. */
@UseCase
@Transactional
public class ApiTokens {
    private static final System.Logger LOG = System.getLogger(ApiTokens.class.getName());

    /** Lets scanners for leaked secrets recognise one. */
    static final String PREFIX = "fwt_";

    private static final int BYTES = 32;
    private static final int MOST = 50;
    private static final List<Duration> OFFERED =
            Stream.of(1, 7, 30, 90, 365).map(Duration::ofDays).toList();
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private Tokens tokens;
    private People people;
    private CurrentPerson currentPerson;
    private PeopleSettings settings;
    private Clock clock;

    /** For the container's proxy. */
    protected ApiTokens() {}

    @Inject
    public ApiTokens(Tokens tokens, People people, CurrentPerson currentPerson, PeopleSettings settings, Clock clock) {
        this.tokens = tokens;
        this.people = people;
        this.currentPerson = currentPerson;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A new token, the only time its secret is seen.
     *
     * @param secret goes into {@code Authorization: Bearer}
     */
    public record Issued(ApiToken token, String secret) {
        /** Without the secret: this may reach a log. */
        @Override
        public String toString() {
            return "Issued[" + token.id() + "]";
        }
    }

    /** How long a token may be asked to be good, the shortest first; the last is the longest this server allows. */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public List<Duration> lifetimes() {
        return Stream.concat(OFFERED.stream().filter(offered -> offered.compareTo(longest()) < 0), Stream.of(longest()))
                .toList();
    }

    /**
     * Makes a token for oneself.
     *
     * @param lifetime empty for the longest this server allows
     * @throws FaultException CONFLICT when one has 50 already, INVALID when it is to live for longer than allowed
     */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public Issued issue(
            @NotBlank(message = "Say what the token is for.")
                    @Size(max = 100, message = "Please keep the name under 100 characters.")
                    String name,
            @NotNull Optional<Duration> lifetime) {
        UUID person = me();
        Duration good = lifetime.orElse(longest());
        if (good.isNegative() || good.isZero() || good.compareTo(longest()) > 0) {
            throw new FaultException(Fault.INVALID, "A token cannot be good for that long here. None was made.");
        }
        Instant now = clock.instant();
        tokens.removeExpired(now);
        if (tokens.of(person).size() >= MOST) {
            throw new FaultException(Fault.CONFLICT, "You have " + MOST + " tokens. Revoke one you do not need.");
        }
        String secret = PREFIX + OpaqueToken.random(BYTES);
        ApiToken token = new ApiToken(UUID.randomUUID(), person, name.strip(), now, now.plus(good), Optional.empty());
        tokens.add(token, OpaqueToken.sha256(secret));
        LOG.log(INFO, "token {0} issued for {1}", token.id().toString(), person.toString());
        return new Issued(token, secret);
    }

    /** One's own tokens, newest first. */
    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public List<ApiToken> mine() {
        return tokens.of(me());
    }

    @Requires(Permission.KEEP_OWN_ACCOUNT)
    public void revoke(@NotNull UUID token) {
        tokens.remove(token, me());
    }

    /** Whom a token stands for; empty when it is unknown or expired, or its owner disabled. */
    @OpenToEveryone(because = "it is asked before it is known who asks")
    public Optional<Person> recognise(@NotNull String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > 100) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<ApiToken> found = tokens.findByHash(OpaqueToken.sha256(secret)).filter(token -> !token.isExpired(now));
        Optional<Account> owner =
                found.flatMap(token -> people.find(token.person())).filter(Account::active);
        if (owner.isPresent()) {
            note(found.orElseThrow(), now);
        }
        return owner.map(Account::person);
    }

    private Duration longest() {
        return settings.tokenLifetime();
    }

    private void note(ApiToken token, Instant now) {
        boolean longAgo = token.lastUsed()
                .map(used -> used.plus(NOTED_EVERY).isBefore(now))
                .orElse(true);
        if (longAgo) {
            tokens.used(token.id(), now);
        }
    }

    private UUID me() {
        return currentPerson
                .find()
                .map(Person::id)
                .orElseThrow(() -> new FaultException(Fault.NOT_SIGNED_IN, "Sign in to do this."));
    }
}
