package vn.loa.delivery.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.loa.delivery.format.DigestNotes;
import vn.loa.delivery.format.DocumentLines;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.DigestStore;
import vn.loa.store.document.ReminderStore;
import vn.loa.store.document.SetDeadline;

/** Reminds of deadlines in the digests that are sent anyway, where a message of its own would cost. */
public final class DigestReminders implements DigestNotes {
    private static final int MOST_ITEMS = 4;
    private static final int LONGEST_ITEM = 140;

    private final ReminderStore reminders;
    private final DigestStore digests;
    private final DeadlineReminders.Words words;
    private final ReminderTimes times;

    public DigestReminders(ReminderStore reminders, DigestStore digests, DeadlineReminders.Words words) {
        this.reminders = reminders;
        this.digests = digests;
        this.words = words;
        this.times = new ReminderTimes(words.zone());
    }

    /** A deadline and its day that comes next. */
    private record Item(SetDeadline set, LocalDate due) {}

    /** Counts those that are not named, so that all are told of where there is room for a line. */
    @Override
    public RichText of(long chatId, int room, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, words.zone());
        List<Item> items = items(chatId, today, now);
        RichText text = RichText.plain("");
        for (int named = 0; named <= Math.min(items.size(), MOST_ITEMS) && !items.isEmpty(); named++) {
            RichText longer = naming(items, named, today);
            text = longer.length() <= room ? longer : text;
        }
        return text;
    }

    private RichText naming(List<Item> items, int named, LocalDate today) {
        RichText.Builder text =
                RichText.builder().plain("\n\n").bold(words.phrases().say("reminder.title"));
        items.stream().limit(named).forEach(item -> text.plain("\n" + line(item, today)));
        if (items.size() > named) {
            text.plain("\n" + words.phrases().say("reminder.more", items.size() - named));
        }
        return text.build();
    }

    private List<Item> items(long chatId, LocalDate today, Instant now) {
        LocalDate furthest = today.plusDays(ReminderTimes.FIRST_DAYS);
        List<Item> items = new ArrayList<>();
        for (SetDeadline set : reminders.upcoming(chatId, today, furthest)) {
            set.deadline()
                    .occurrence(today)
                    .filter(due -> !due.isAfter(furthest) && now.isBefore(times.end(set.deadline(), due)))
                    .filter(due -> !reminders.isDone(set, chatId, due))
                    .ifPresent(due -> items.add(new Item(set, due)));
        }
        items.sort(Comparator.comparing(Item::due));
        return items;
    }

    private String line(Item item, LocalDate today) {
        Phrases phrases = words.phrases();
        int days = (int) (item.due().toEpochDay() - today.toEpochDay());
        String when = days == 0 ? phrases.say("reminder.today") : phrases.say("reminder.in-days", days);
        String line = new DocumentLines(phrases).deadline(item.set().deadline(), item.due(), today.getYear());
        return phrases.say(
                "reminder.noted", RichText.plain(line).abridged(LONGEST_ITEM).text(), when);
    }

    /** Returns whether a digest has reminded a chat of a deadline, or one that waits will do so in time. */
    boolean covers(long chatId, SetDeadline set, LocalDate due, Instant now) {
        Instant first = times.first(due);
        boolean told = digests.closed(chatId).stream()
                .filter(at -> !at.isBefore(first) && !at.isAfter(now))
                .anyMatch(at -> digests.told(chatId, at) > 0);
        Optional<DigestStore.Held> held = told ? Optional.empty() : digests.held(chatId, now);
        Instant end = times.end(set.deadline(), due);
        return told || held.filter(next -> next.next().isBefore(end)).isPresent();
    }
}
