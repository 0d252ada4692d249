package vn.loa.command.announce;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.store.SettingStore;
import vn.loa.store.delivery.Repetition;

/**
 * Keeps what is chosen for announcements that were written and not sent yet, and what words of their authors are waited
 * for, in the database, so that buttons and answers work after a restart.
 */
final class Draft {
    /** The time for which words are waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final String GONE = "gone";

    private final SettingStore settings;
    private final InstantSource clock;

    Draft(SettingStore settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Names what the next words of a person are. */
    enum Awaited {
        /** A new announcement. */
        TEXT,
        /** A time at which a draft goes. */
        TIME,
        /** Words that narrow the menu of recipients. */
        WORDS,
        /** Other words for an announcement that was sent. */
        CORRECTION
    }

    /**
     * Words that are waited for.
     *
     * @param draft 0 for {@link Awaited#TEXT}
     */
    record Question(Awaited what, long draft) {}

    void begin(long draft) {
        settings.set(choice(draft), "");
    }

    void end(long draft) {
        settings.set(choice(draft), GONE);
    }

    /** Returns the ticked chats; empty when the draft was sent, cancelled or never was. */
    Optional<Set<Long>> chosen(long draft) {
        return settings.get(choice(draft))
                .filter(text -> !text.equals(GONE))
                .map(text -> Arrays.stream(text.split(","))
                        .filter(id -> !id.isEmpty())
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    void choose(long draft, Set<Long> ids) {
        settings.set(choice(draft), ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static String choice(long draft) {
        return "announce:" + draft;
    }

    /** Returns the words that narrow the menu of recipients. */
    String words(long draft) {
        return settings.get("announce-words:" + draft).orElse("");
    }

    void narrow(long draft, String words) {
        settings.set("announce-words:" + draft, words);
    }

    /** Returns when the draft goes; empty for at once. */
    private Optional<Instant> at(long draft) {
        return settings.get("announce-at:" + draft)
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
    }

    void plan(long draft, SendPlan plan) {
        settings.set("announce-at:" + draft, plan.at().map(Instant::toString).orElse(""));
        settings.set(
                "announce-every:" + draft, plan.repeats().map(Repetition::name).orElse(""));
    }

    /** Returns when the draft goes. */
    SendPlan plan(long draft) {
        return new SendPlan(
                at(draft),
                settings.get("announce-every:" + draft)
                        .filter(text -> !text.isEmpty())
                        .map(Repetition::valueOf));
    }

    void await(Chat chat, PersonId person, Question question) {
        settings.set(
                asked(chat, person),
                clock.instant().plus(PATIENCE).toEpochMilli() + " " + question.what() + " " + question.draft());
    }

    void awaitNoMore(Chat chat, PersonId person) {
        settings.set(asked(chat, person), "0");
    }

    /** Returns what the person's next words in the chat are; empty when none are waited for. */
    Optional<Question> awaited(Chat chat, PersonId person) {
        return settings.get(asked(chat, person))
                .map(text -> text.split(" "))
                .filter(parts -> Long.parseLong(parts[0]) > clock.instant().toEpochMilli())
                .map(parts -> parts.length < 3
                        ? new Question(Awaited.TEXT, 0)
                        : new Question(Awaited.valueOf(parts[1]), Long.parseLong(parts[2])));
    }

    private static String asked(Chat chat, PersonId person) {
        return "announce-asked:" + chat.id() + ":" + person.key();
    }
}
