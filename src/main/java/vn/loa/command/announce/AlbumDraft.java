package vn.loa.command.announce;

import java.util.Optional;
import vn.loa.command.Request;
import vn.loa.model.Chat;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.store.SettingStore;
import vn.loa.store.message.NoticeStore;

/**
 * Gathers pictures and files that were sent together, each in an update of its own, into one draft. Which set belongs to
 * which draft stands in the database, so that parts are gathered after a restart too.
 */
final class AlbumDraft {
    private final NoticeStore notices;
    private final SettingStore settings;
    private final Draft drafts;

    AlbumDraft(NoticeStore notices, SettingStore settings, Draft drafts) {
        this.notices = notices;
        this.settings = settings;
        this.drafts = drafts;
    }

    /** Notes that the further parts of a set belong to a draft. */
    void begin(Request request, String set, long draft) {
        settings.set(key(request.chat(), request.person()), draft + " " + set);
    }

    /** Forgets which set belongs to a person's draft, which was sent or cancelled. */
    void end(Chat chat, PersonId person, long draft) {
        String key = key(chat, person);
        settings.get(key).filter(text -> text.startsWith(draft + " ")).ifPresent(text -> settings.remove(key, text));
    }

    /** Returns the draft to which the parts of a set belong; empty when none is open. */
    Optional<Long> of(Chat chat, PersonId person, String set) {
        return settings.get(key(chat, person))
                .map(text -> text.split(" ", 2))
                .filter(parts -> parts.length == 2 && parts[1].equals(set))
                .map(parts -> Long.valueOf(parts[0]))
                .filter(draft -> drafts.chosen(draft).isPresent());
    }

    /** Adds one part to its draft; the caption may stand under any of them. */
    void add(Request request, long draft, OutgoingMessage worded) {
        OutgoingMessage before = notices.message(draft);
        OutgoingMessage told = request.arguments().isBlank() ? before : before.withText(worded.text());
        notices.change(
                draft,
                request.attachment()
                        .media()
                        .map(file -> told.withMedia(Media.joined(before.media(), file)))
                        .orElse(told));
    }

    private static String key(Chat chat, PersonId person) {
        return "announce-set:" + chat.id() + ":" + person.key();
    }
}
