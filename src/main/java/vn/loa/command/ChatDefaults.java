package vn.loa.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.chat.LanguageStore;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.chat.UnitStore;

/** Sets up a new chat: its speaking times and, for a topic, the choices of its group. */
public final class ChatDefaults {
    private final SpeakingStore speaking;
    private final UnitStore units;
    private final LanguageStore languages;
    private final Function<Bot, Optional<SpeakingTimes>> firstTimes;

    /**
     * Makes the defaults.
     *
     * @param firstTimes the speaking times of a chat that is new to a bot; empty for at once
     */
    public ChatDefaults(
            SpeakingStore speaking,
            UnitStore units,
            LanguageStore languages,
            Function<Bot, Optional<SpeakingTimes>> firstTimes) {
        this.speaking = speaking;
        this.units = units;
        this.languages = languages;
        this.firstTimes = firstTimes;
    }

    /** Gives a new chat the speaking times of its bot; without a person, Loa itself chose them. */
    void giveTimes(Chat chat, Optional<PersonId> by, Instant now) {
        firstTimes
                .apply(chat.address().bot())
                .ifPresent(times -> by.ifPresentOrElse(
                        person -> speaking.set(chat.id(), times, person, now),
                        () -> speaking.setByLoa(chat.id(), times, now)));
    }

    /** Copies unit and language from the group to its new topic. */
    void inherit(Chat topic, List<Chat> group) {
        group.stream().findFirst().ifPresent(first -> {
            units.assign(topic.id(), units.of(first.id()));
            languages.set(topic.id(), languages.english(first.id()));
        });
    }
}
