package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.fieldwright.domain.shared.MapConfig;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnBrowsersTest {
    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryRememberedDevices devices = new InMemoryRememberedDevices();
    private final MovingClock clock = MovingClock.at(Accounts.NOON);
    private final RememberMe rememberMe =
            new RememberMe(devices, people, PeopleSettings.from(new MapConfig(Map.of())), clock);
    private final Account rosa = Accounts.of("Rosa", Role.TECHNICIAN);
    private final Account bert = Accounts.of("Bert", Role.TECHNICIAN);
    private final OwnBrowsers own = new OwnBrowsers(devices, people, () -> Optional.of(rosa.person()), clock);

    @BeforeEach
    void rosa_and_bert_are_here() {
        people.add(rosa);
        people.add(bert);
    }

    @Test
    void the_list_shows_ones_own_with_the_last_use_and_which_one_is_here() {
        String phone = rememberMe.remember(rosa, "Chrome on Android");
        clock.passes(Duration.ofHours(1));
        String desk = rememberMe.remember(rosa, "Firefox on Windows");
        rememberMe.remember(bert, "Safari on iPhone");

        assertThat(own.mine(phone))
                .extracting(OwnBrowsers.Browser::name, OwnBrowsers.Browser::lastUsed, OwnBrowsers.Browser::thisOne)
                .containsExactly(
                        tuple("Firefox on Windows", clock.instant(), false),
                        tuple("Chrome on Android", Accounts.NOON, true));
        assertThat(own.mine("")).noneMatch(OwnBrowsers.Browser::thisOne);
        assertThat(own.mine(desk).getFirst().since()).isEqualTo(clock.instant());
    }

    @Test
    void one_that_opens_nothing_any_more_is_not_listed() {
        rememberMe.remember(rosa, "Chrome on Android");
        people.update(people.find(rosa.person().id()).orElseThrow().withPassword("plain:new"));

        assertThat(own.mine("")).isEmpty();
    }

    @Test
    void a_forgotten_browser_is_asked_again_and_nobody_forgets_somebody_elses() {
        String mine = rememberMe.remember(rosa, "Chrome on Android");
        String his = rememberMe.remember(bert, "Safari on iPhone");

        own.forget(mine.split(":", 2)[0]);
        own.forget(his.split(":", 2)[0]);

        assertThat(rememberMe.recall(mine)).isInstanceOf(RememberMe.Outcome.Unknown.class);
        assertThat(rememberMe.recall(his)).isInstanceOf(RememberMe.Outcome.Recalled.class);
    }

    @Test
    void signing_out_everywhere_ends_sessions_and_forgets_all_browsers() {
        String cookie = rememberMe.remember(rosa, "Chrome on Android");

        Account now = own.signOutEverywhere();

        assertThat(now.accepts(rosa.generation())).isFalse();
        assertThat(now).isEqualTo(people.find(rosa.person().id()).orElseThrow());
        assertThat(rememberMe.recall(cookie)).isInstanceOf(RememberMe.Outcome.Unknown.class);
    }
}
