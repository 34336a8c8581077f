package org.fieldwright.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.fieldwright.domain.shared.MapConfig;
import org.fieldwright.domain.shared.MovingClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberMeTest {
    private final InMemoryPeople people = new InMemoryPeople();
    private final InMemoryRememberedDevices devices = new InMemoryRememberedDevices();
    private final MovingClock clock = MovingClock.at(Accounts.NOON);
    private final PeopleSettings settings = PeopleSettings.from(new MapConfig(Map.of()));
    private final RememberMe rememberMe = new RememberMe(devices, people, settings, clock);
    private final Account rosa = Accounts.of("Rosa", Role.TECHNICIAN);

    @BeforeEach
    void rosa_is_here() {
        people.add(rosa);
    }

    @Test
    void a_cookie_recalls_its_person_and_gets_a_new_secret_half() {
        String cookie = rememberMe.remember(rosa, "Chrome on Android");

        RememberMe.Outcome outcome = rememberMe.recall(cookie);

        assertThat(outcome).isInstanceOfSatisfying(RememberMe.Outcome.Recalled.class, recalled -> {
            assertThat(recalled.account().person()).isEqualTo(rosa.person());
            assertThat(recalled.cookie()).isPresent();
            assertThat(recalled.cookie().get())
                    .isNotEqualTo(cookie)
                    .startsWith(cookie.substring(0, cookie.indexOf(':')));
        });
    }

    @Test
    void requests_sent_at_once_with_the_same_cookie_are_no_theft() {
        String cookie = rememberMe.remember(rosa, "Chrome on Android");
        rememberMe.recall(cookie);

        RememberMe.Outcome second = rememberMe.recall(cookie);

        assertThat(second)
                .isInstanceOfSatisfying(
                        RememberMe.Outcome.Recalled.class,
                        recalled -> assertThat(recalled.cookie()).isEmpty());
    }

    @Test
    void a_used_up_cookie_that_comes_back_later_ends_everything() {
        String cookie = rememberMe.remember(rosa, "Chrome on Android");
        String other = rememberMe.remember(rosa, "Chrome on Android");
        rememberMe.recall(cookie);
        clock.passes(RememberedDevice.GRACE.plusSeconds(1));

        RememberMe.Outcome outcome = rememberMe.recall(cookie);

        assertThat(outcome)
                .isEqualTo(new RememberMe.Outcome.Stolen(rosa.person().id()));
        assertThat(rememberMe.recall(other)).isInstanceOf(RememberMe.Outcome.Unknown.class);
        assertThat(people.find(rosa.person().id()).orElseThrow().accepts(0)).isFalse();
    }

    @Test
    void unknown_crooked_and_expired_cookies_say_nothing() {
        String cookie = rememberMe.remember(rosa, "Chrome on Android");

        assertThat(rememberMe.recall("")).isInstanceOf(RememberMe.Outcome.Unknown.class);
        assertThat(rememberMe.recall("a:b")).isInstanceOf(RememberMe.Outcome.Unknown.class);
        assertThat(rememberMe.recall("x".repeat(5_000))).isInstanceOf(RememberMe.Outcome.Unknown.class);
        clock.passes(settings.rememberFor());
        assertThat(rememberMe.recall(cookie)).isInstanceOf(RememberMe.Outcome.Unknown.class);
    }

    @Test
    void what_ends_sessions_ends_remembering_too() {
        String cookie = rememberMe.remember(rosa, "Chrome on Android");
        people.update(people.find(rosa.person().id()).orElseThrow().withPassword("plain:new"));

        assertThat(rememberMe.recall(cookie)).isInstanceOf(RememberMe.Outcome.Unknown.class);
    }

    @Test
    void a_browser_that_signs_out_is_forgotten() {
        String cookie = rememberMe.remember(rosa, "Chrome on Android");

        rememberMe.forget(cookie);

        assertThat(rememberMe.recall(cookie)).isInstanceOf(RememberMe.Outcome.Unknown.class);
    }
}
