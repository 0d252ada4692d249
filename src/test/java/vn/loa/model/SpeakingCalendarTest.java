package vn.loa.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.model.QuietHours.Mode;

/** 9 March 2026 is a Monday. */
class SpeakingCalendarTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @SuppressWarnings("UnnecessaryLambda") // It reads as what it is: no slot is taken.
    private static final Predicate<Instant> NONE = slot -> false;

    @ParameterizedTest
    @CsvSource({
        "21:30, 6:00, 21:29, false",
        "21:30, 6:00, 21:30, true",
        "21:30, 6:00, 00:00, true",
        "21:30, 6:00, 05:59, true",
        "21:30, 6:00, 06:00, false",
        "12:00, 13:30, 12:00, true",
        "12:00, 13:30, 13:30, false",
        "12:00, 13:30, 11:59, false",
    })
    void quiet_hours_reach_over_midnight_and_their_end_is_no_part_of_them(
            String from, String to, String time, boolean quiet) {
        QuietHours hours = quiet(from, to, Mode.SILENT);
        assertThat(hours.cover(LocalTime.parse(time))).isEqualTo(quiet);
        assertThat(hours.withMode(Mode.OFF).cover(LocalTime.parse(time))).isFalse();
    }

    @Test
    void quiet_hours_that_never_end_are_refused() {
        assertThatThrownBy(() -> quiet("6:00", "6:00", Mode.HELD)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void silent_hours_close_nothing() {
        SpeakingCalendar calendar = calendar(SpeakingTimes.USUAL, Mode.SILENT);
        assertThat(calendar.isQuiet(at("2026-03-09T23:00"))).isTrue();
        assertThat(calendar.isOpen(at("2026-03-09T23:00"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T21:29, 2026-03-09T21:29",
        "2026-03-09T21:30, 2026-03-10T06:00",
        "2026-03-10T00:00, 2026-03-10T06:00",
        "2026-03-10T06:00, 2026-03-10T06:00",
    })
    void held_hours_open_at_their_end(String from, String opens) {
        assertThat(calendar(SpeakingTimes.USUAL, Mode.HELD).opens(at(from))).isEqualTo(at(opens));
    }

    @ParameterizedTest
    @CsvSource({
        "SILENT, 2026-03-13T17:00, 2026-03-13T17:00",
        "SILENT, 2026-03-13T23:00, 2026-03-13T23:00",
        "HELD,   2026-03-13T23:00, 2026-03-16T06:00",
        "SILENT, 2026-03-14T10:00, 2026-03-16T06:00",
        "HELD,   2026-03-15T23:59, 2026-03-16T06:00",
        "OFF,    2026-03-14T10:00, 2026-03-16T00:00",
    })
    void a_weekend_ends_on_monday_and_not_in_the_middle_of_its_night(Mode mode, String from, String opens) {
        SpeakingCalendar calendar = calendar(SpeakingTimes.USUAL.withWorkingDaysOnly(true), mode);
        assertThat(calendar.opens(at(from))).isEqualTo(at(opens));
    }

    @ParameterizedTest
    @CsvSource({
        "false, 2026-05-02T00:00, 2026-05-02T06:00",
        "false, 2026-05-02T09:30, 2026-05-02T09:30",
        "true,  2026-05-02T00:00, 2026-05-04T06:00",
    })
    void what_a_pause_held_comes_when_the_chat_is_next_awake(boolean workingDays, String until, String opens) {
        SpeakingTimes times =
                SpeakingTimes.USUAL.withWorkingDaysOnly(workingDays).withPauseUntil(Optional.of(at(until)));
        assertThat(calendar(times, Mode.SILENT).opens(at("2026-04-28T10:00"))).isEqualTo(at(opens));
        assertThat(times.paused(at(until).minusMillis(1))).isTrue();
        assertThat(times.paused(at(until))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T06:59, 2026-03-09T07:00",
        "2026-03-09T07:00, 2026-03-09T16:30",
        "2026-03-09T16:30, 2026-03-10T07:00",
        "2026-03-13T17:00, 2026-03-16T07:00",
        "2026-03-15T17:00, 2026-03-16T07:00",
    })
    void a_digest_comes_at_the_next_of_its_times_on_a_day_that_counts(String from, String slot) {
        SpeakingCalendar calendar = calendar(digests("16:30", "07:00").withWorkingDaysOnly(true), Mode.SILENT);
        assertThat(calendar.slotAfter(at(from), NONE)).isEqualTo(at(slot));
    }

    @Test
    void a_digest_that_was_begun_cannot_be_joined_whatever_the_clock_says() {
        SpeakingCalendar calendar = calendar(digests("07:00", "16:30"), Mode.SILENT);
        Set<Instant> begun = Set.of(at("2026-03-09T07:00"), at("2026-03-09T16:30"));
        assertThat(calendar.slotAfter(at("2026-03-09T06:00"), begun::contains)).isEqualTo(at("2026-03-10T07:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T12:00, 2026-03-10T06:00",
        "2026-03-09T22:30, 2026-03-10T06:00",
        "2026-03-10T02:00, 2026-03-10T06:00",
        "2026-03-10T06:00, 2026-03-11T06:00",
    })
    void digests_of_held_hours_are_told_together_at_their_end(String from, String slot) {
        SpeakingCalendar calendar = calendar(digests("22:00", "05:00"), Mode.HELD);
        assertThat(calendar.slotAfter(at(from), NONE)).isEqualTo(at(slot));
    }

    @Test
    void a_digest_of_silent_hours_keeps_its_time() {
        SpeakingCalendar calendar = calendar(digests("22:00"), Mode.SILENT);
        assertThat(calendar.slotAfter(at("2026-03-09T12:00"), NONE)).isEqualTo(at("2026-03-09T22:00"));
    }

    @Test
    void a_friday_evening_digest_that_is_held_into_the_weekend_comes_on_monday() {
        SpeakingCalendar calendar = calendar(digests("22:00").withWorkingDaysOnly(true), Mode.HELD);
        assertThat(calendar.slotAfter(at("2026-03-13T12:00"), NONE)).isEqualTo(at("2026-03-16T06:00"));
    }

    @Test
    void a_pause_ends_with_the_first_digest_after_it() {
        SpeakingTimes times = digests("07:00", "16:30").withPauseUntil(Optional.of(at("2026-04-30T07:00")));
        SpeakingCalendar calendar = calendar(times, Mode.SILENT);
        assertThat(calendar.slotAfter(at("2026-04-28T10:00"), NONE)).isEqualTo(at("2026-04-30T07:00"));
        assertThat(calendar.slotAfter(at("2026-04-30T08:00"), NONE)).isEqualTo(at("2026-04-30T16:30"));
    }

    @Test
    void a_chat_without_digests_has_no_slot() {
        assertThatThrownBy(() -> calendar(SpeakingTimes.USUAL, Mode.OFF).slotAfter(at("2026-03-09T12:00"), NONE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void clocks_that_go_forward_and_back_leave_out_no_digest_and_repeat_none() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        SpeakingCalendar calendar = SpeakingCalendar.of(digests("02:30"), quiet("21:30", "06:00", Mode.OFF), berlin);
        assertThat(calendar.slotAfter(Instant.parse("2026-03-28T12:00:00Z"), NONE))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        Instant first = calendar.slotAfter(Instant.parse("2026-10-24T12:00:00Z"), NONE);
        assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(calendar.slotAfter(first, NONE)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void quiet_hours_that_end_in_the_hour_that_comes_twice_end() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        QuietHours quiet = quiet("21:30", "02:30", Mode.HELD);
        SpeakingCalendar calendar = SpeakingCalendar.of(SpeakingTimes.USUAL, quiet, berlin);
        Instant secondTime = Instant.parse("2026-10-25T01:15:00Z");
        assertThat(calendar.opens(secondTime)).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void whatever_was_chosen_the_chat_opens_later_never_earlier_and_is_open_then() {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            SpeakingTimes times = randomTimes(random);
            Mode mode = List.of(Mode.values()).get(random.nextInt(3));
            SpeakingCalendar calendar = calendar(times, mode);
            Instant from = at("2026-03-09T00:00").plusSeconds(random.nextInt(14 * 86_400));
            Instant opens = calendar.opens(from);
            assertThat(opens).as("%s %s %s", times, mode, from).isAfterOrEqualTo(from);
            assertThat(calendar.isOpen(opens)).as("%s %s %s", times, mode, from).isTrue();
            if (calendar.digested()) {
                Instant slot = calendar.slotAfter(from, NONE);
                assertThat(slot).as("%s %s %s", times, mode, from).isAfter(from);
                assertThat(calendar.isOpen(slot))
                        .as("%s %s %s", times, mode, from)
                        .isTrue();
            }
        }
    }

    private static SpeakingTimes randomTimes(Random random) {
        List<LocalTime> digests = random.ints(random.nextInt(4), 0, 1440)
                .mapToObj(minute -> LocalTime.of(minute / 60, minute % 60))
                .toList();
        Instant pause = at("2026-03-09T00:00").plusSeconds(random.nextInt(14 * 86_400));
        return new SpeakingTimes(
                digests,
                Optional.empty(),
                random.nextBoolean(),
                random.nextBoolean() ? Optional.of(pause) : Optional.empty());
    }

    private static SpeakingTimes digests(String... times) {
        return SpeakingTimes.USUAL.withDigests(
                List.of(times).stream().map(LocalTime::parse).toList());
    }

    private static SpeakingCalendar calendar(SpeakingTimes times, Mode mode) {
        return SpeakingCalendar.of(times, quiet("21:30", "06:00", mode), HANOI);
    }

    private static QuietHours quiet(String from, String to, Mode mode) {
        return new QuietHours(time(from), time(to), mode);
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text.length() < 5 ? "0" + text : text);
    }

    private static Instant at(String civil) {
        return LocalDateTime.parse(civil).atZone(HANOI).toInstant();
    }
}
