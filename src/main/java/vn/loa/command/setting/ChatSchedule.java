package vn.loa.command.setting;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.PersonId;
import vn.loa.model.QuietHours;
import vn.loa.model.SpeakingCalendar;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.delivery.DigestStore;

/** Keeps the speaking times of chats, and replans waiting messages when they change. */
public final class ChatSchedule {
    private final SpeakingStore speaking;
    private final DigestStore digests;
    private final QuietHours usual;
    private final ZoneId zone;

    /**
     * Makes the schedule of all chats.
     *
     * @param usual the quiet hours of a chat that chose none
     * @param zone the time zone of the times
     */
    public ChatSchedule(SpeakingStore speaking, DigestStore digests, QuietHours usual, ZoneId zone) {
        this.speaking = speaking;
        this.digests = digests;
        this.usual = usual;
        this.zone = zone;
    }

    /** Returns the chat's choice, {@link SpeakingTimes#USUAL} when it chose nothing. */
    SpeakingTimes of(long chatId) {
        return speaking.of(chatId).times();
    }

    /** Returns the quiet hours of a chat that chose none. */
    QuietHours usual() {
        return usual;
    }

    /** Returns the quiet hours that hold with these times. */
    QuietHours quiet(SpeakingTimes times) {
        return times.quiet().orElse(usual);
    }

    /** Returns the calendar of a chat with these times. */
    SpeakingCalendar calendar(SpeakingTimes times) {
        return SpeakingCalendar.of(times, usual, zone);
    }

    /** Counts the messages that wait in a chat; empty when none does. */
    Optional<DigestStore.Held> held(long chatId, Instant now) {
        return digests.held(chatId, now);
    }

    /** Sets a chat's times from now on; to be called within a transaction. */
    void change(long chatId, SpeakingTimes wanted, PersonId person, Instant now) {
        speaking.set(chatId, wanted, person, now);
        Set<Instant> closed = digests.closed(chatId);
        digests.reschedule(chatId, calendar(wanted).next(now, closed::contains), now);
    }
}
