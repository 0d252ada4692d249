package vn.loa.delivery.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.delivery.format.CorrectionNote;
import vn.loa.delivery.format.DigestNotes;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.DigestStore;
import vn.loa.store.document.DocumentStore;
import vn.loa.store.message.Correction;
import vn.loa.store.message.CorrectionStore;
import vn.loa.store.message.MessageStore;

/**
 * Has corrections wait for the chat's next digest where its channel cannot change messages, and tells them there: once,
 * to the chats that were told the old words, summed up since these. What is urgent waits for no digest, nor does what
 * none tells within a day.
 */
public final class DigestCorrections implements DigestNotes {
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration SENDING = Duration.ofMinutes(10);
    /** After this time a digest that was worded and not sent will not come. */
    private static final Duration LONGEST_SENDING = Duration.ofHours(1);

    private static final int MOST_ITEMS = 5;

    private final MessageStore messages;
    private final CorrectionStore corrections;
    private final DigestStore digests;
    private final DocumentStore documents;
    private final Phrases phrases;
    private final ZoneId zone;
    private final CorrectionNote note;

    /** Makes the notes over these stores. */
    public DigestCorrections(Stores stores, Phrases phrases, ZoneId zone) {
        this.messages = stores.messages();
        this.corrections = stores.corrections();
        this.digests = stores.digests();
        this.documents = stores.documents();
        this.phrases = phrases;
        this.zone = zone;
        this.note = new CorrectionNote(phrases);
    }

    /** Holds the stores that tell what is to be corrected, and when there is a digest. */
    public record Stores(
            MessageStore messages, CorrectionStore corrections, DigestStore digests, DocumentStore documents) {}

    /** Leaves those without room to the next digest, or to go by themselves. */
    @Override
    public RichText of(long chatId, int room, Instant now) {
        messages.correctionsOf(chatId).forEach(corrections::settleDigested);
        RichText.Builder text = RichText.builder().plain("\n\n").bold(phrases.say("correction.title"));
        int left = room - text.build().length();
        List<CorrectionStore.Told> told = new ArrayList<>();
        for (Correction correction : messages.correctionsOf(chatId)) {
            for (Correction.Item item : worthTelling(correction)) {
                String line = "\n" + note.of(item.article(), item.amendment());
                if (told.size() < MOST_ITEMS && line.length() <= left) {
                    text.plain(line);
                    left -= line.length();
                    told.add(new CorrectionStore.Told(correction.messageId(), item.article()));
                }
            }
        }
        corrections.digested(chatId, told, now);
        return told.isEmpty() ? RichText.plain("") : text.build();
    }

    private static List<Correction.Item> worthTelling(Correction correction) {
        return correction.changed().stream()
                .filter(item -> CorrectionNote.matters(item.amendment()))
                .toList();
    }

    /** Notes what a digest that was sent has told; returns whether it told of this correction. */
    public boolean settle(Correction correction) {
        return corrections.settleDigested(correction);
    }

    /** Returns until when a correction waits for a digest; empty when it is to go by itself now. */
    public Optional<Instant> waitsUntil(Correction correction, Instant now) {
        Instant latest = now.minus(correction.age(now)).plus(LONGEST_WAIT);
        boolean inFlight = corrections
                .digestedAt(correction.messageId())
                .filter(at -> at.plus(LONGEST_SENDING).isAfter(now))
                .isPresent();
        return inFlight
                ? Optional.of(now.plus(SENDING))
                : digests.held(correction.chat().id(), now)
                        .map(DigestStore.Held::next)
                        .filter(next -> next.isBefore(latest) && !isUrgent(correction, now, next))
                        .map(next -> next.plus(SENDING));
    }

    /** Returns whether something is due or takes place up to the day of the digest, and so cannot wait for it. */
    private boolean isUrgent(Correction correction, Instant now, Instant digest) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate last = LocalDate.ofInstant(digest, zone);
        return correction.changed().stream()
                .anyMatch(item -> item.article()
                                .summary()
                                .eventDate()
                                .filter(day -> !day.isBefore(today) && !day.isAfter(last))
                                .isPresent()
                        || documents.of(item.article().id()).deadlines().stream()
                                .flatMap(deadline -> deadline.occurrence(today).stream())
                                .anyMatch(day -> !day.isAfter(last)));
    }
}
