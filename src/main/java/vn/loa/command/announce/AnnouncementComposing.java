package vn.loa.command.announce;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.RichText;
import vn.loa.store.message.NoticeStore;

/** Takes what is to be announced and makes a draft of it, alone or of parts that were sent together. */
final class AnnouncementComposing {
    /** The longest text, in UTF-16 units; leaves room for the heading within what a channel carries. */
    static final int LONGEST = 3_500;

    /** Bot API: a caption has at most 1024 characters; the heading and the author are two lines of it. */
    static final int LONGEST_CAPTION = 900;

    private final NoticeStore notices;
    private final Draft drafts;
    private final AlbumDraft albums;
    private final AnnouncementAmending amending;
    private final AnnouncementPreview preview;
    private final InstantSource clock;

    AnnouncementComposing(
            NoticeStore notices,
            Draft drafts,
            AlbumDraft albums,
            AnnouncementAmending amending,
            AnnouncementPreview preview,
            InstantSource clock) {
        this.notices = notices;
        this.drafts = drafts;
        this.albums = albums;
        this.amending = amending;
        this.preview = preview;
        this.clock = clock;
    }

    /** Asks for the text. In private, the next message or forwarded message is the announcement. */
    Reply ask(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("announce.usage");
        }
        drafts.await(request.chat(), request.person(), new Draft.Question(Draft.Awaited.TEXT, 0));
        return asking(request, "announce.next", Draft.PATIENCE.toMinutes());
    }

    /** Asks a question that a button can call off. */
    static Reply asking(Request request, String question, Object... values) {
        return Reply.of(OutgoingMessage.plain(request.say(question, values))
                .withButtons(List.of(List.of(new Button.Action(
                        request.say("announce.cancel"),
                        ButtonData.of(AnnounceCommand.NAME, AnnounceCommand.NEVER_MIND))))));
    }

    /** Returns the draft to which the parts of a set belong; empty when none is open. */
    Optional<Long> gathering(Chat chat, PersonId person, String set) {
        return albums.of(chat, person, set);
    }

    /** Ends a draft, which was sent or cancelled. */
    void end(Request request, long draft) {
        drafts.end(draft);
        albums.end(request.chat(), request.person(), draft);
    }

    /** Takes a further part of what was sent together; only what cannot be passed on is answered. */
    Reply gathered(Request request, long draft) {
        if (request.arguments().length() > LONGEST_CAPTION) {
            return request.plain("command.too-long", LONGEST_CAPTION);
        }
        albums.add(request, draft, OutgoingMessage.of(worded(request)));
        return request.attachment().unsendable() ? request.plain("announce.album.left-out") : Reply.none();
    }

    /** Makes a draft of a message, and shows it or waits for its other parts. */
    Reply compose(Request request) {
        Optional<Media> media = request.attachment().sendable();
        int longest = media.isPresent() ? LONGEST_CAPTION : LONGEST;
        if (request.arguments().length() > longest) {
            return request.plain("command.too-long", longest);
        }
        if (request.arguments().isBlank() && media.isEmpty()) {
            return request.plain("announce.nothing");
        }
        drafts.awaitNoMore(request.chat(), request.person());
        OutgoingMessage plain = OutgoingMessage.of(worded(request));
        OutgoingMessage message = media.map(plain::withMedia).orElse(plain);
        long draft = notices.add(AnnounceCommand.TOPIC, message, clock.instant());
        notices.askForReceipts(draft, true);
        drafts.begin(draft);
        if (request.attachment().ofSet()) {
            return gathering(request, draft);
        }
        List<OutgoingMessage> shown = new ArrayList<>(List.of(message));
        if (request.attachment().unsendable()) {
            shown.add(OutgoingMessage.plain(request.say("announce.words-only")));
        }
        shown.add(preview.control(request, draft));
        return Reply.of(shown.toArray(OutgoingMessage[]::new));
    }

    /** Waits for the other parts of what was sent together, which come by themselves. */
    private Reply gathering(Request request, long draft) {
        albums.begin(request, request.attachment().set().orElseThrow(), draft);
        String text = request.say("announce.album.gathering")
                + (request.attachment().unsendable() ? "\n" + request.say("announce.album.left-out") : "");
        return Reply.of(OutgoingMessage.plain(text)
                .withButtons(List.of(
                        List.of(Audience.button(request.say("announce.album.show"), draft, "show")),
                        List.of(Audience.button(request.say("announce.cancel"), draft, "no")))));
    }

    /** Begins a new draft of what was announced before. */
    Reply again(Request request, long notice) {
        if (!amending.isAnnouncement(notice)) {
            return request.toast("press.stale");
        }
        OutgoingMessage message = notices.message(notice);
        long draft = notices.add(AnnounceCommand.TOPIC, message, clock.instant());
        notices.askForReceipts(draft, notices.asksForReceipts(notice));
        drafts.begin(draft);
        return Reply.of(message, preview.control(request, draft));
    }

    /** Returns the words with their heading, and who announces them. */
    static RichText worded(Request request) {
        RichText.Builder words = RichText.builder().bold(request.say("announce.heading"));
        if (!request.arguments().isBlank()) {
            words.plain("\n" + request.arguments());
        }
        if (!request.name().isBlank()) {
            words.plain("\n").italic(request.say("announce.author", request.name()));
        }
        return words.build();
    }
}
