package vn.loa.command.announce;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.Announcement;
import vn.loa.store.delivery.AnnouncementStore;
import vn.loa.store.message.NoticeAmendmentStore;
import vn.loa.store.message.NoticeStore;

/** Corrects and takes back announcements by hand that were sent within the last 48 hours. */
public final class AnnouncementAmending {
    static final String CORRECT = "correct";
    static final String RECALL = "recall";
    private static final String YES = "yes-recall";

    private final AnnouncementStore announcements;
    private final NoticeAmendmentStore amendments;
    private final NoticeStore notices;
    private final AuditStore audit;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Makes what changes announcements for {@link AnnounceCommand}. */
    public AnnouncementAmending(
            CommandContext context,
            AnnouncementStore announcements,
            NoticeAmendmentStore amendments,
            NoticeStore notices) {
        this.announcements = announcements;
        this.amendments = amendments;
        this.notices = notices;
        this.audit = context.audit();
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Returns whether this person may still change an announcement: its author and operators, for 48 hours. */
    boolean may(Request request, long notice) {
        return announcements
                .find(notice)
                .filter(each -> each.state() == Announcement.State.QUEUED)
                .filter(each -> each.isBy(request.person()) || request.role().atLeast(Role.OPERATOR))
                .filter(each -> each.at().plus(NoticeAmendmentStore.LONGEST).isAfter(clock.instant()))
                .filter(each -> amendments
                        .status(notice)
                        .filter(NoticeAmendmentStore.Status::recalled)
                        .isEmpty())
                .isPresent();
    }

    /** Returns whether a message was announced by hand. */
    boolean isAnnouncement(long notice) {
        return announcements.find(notice).isPresent();
    }

    /** Tells in one line what was changed and how far that has come; an empty string when nothing was. */
    String told(Request request, long notice) {
        return amendments
                .status(notice)
                .map(status -> request.say(
                        status.recalled() ? "announce.amended.recalled" : "announce.amended.corrected",
                        DateFormats.minute(status.at(), zone),
                        status.behind()))
                .orElse("");
    }

    /** Returns the buttons that change an announcement. */
    List<Button> buttons(Request request, long notice, String words) {
        String some = RichText.plain(words).abridged(20).text();
        return List.of(
                new Button.Action(
                        request.say("announce.correct", some), ButtonData.of(AnnounceCommand.NAME, notice, CORRECT)),
                new Button.Action(
                        request.say("announce.recall", some), ButtonData.of(AnnounceCommand.NAME, notice, RECALL)));
    }

    /** Handles a press that takes an announcement back; empty when the wish is another one. */
    Optional<Reply> pressed(Request request, long notice, String wish) {
        if (!wish.equals(RECALL) && !wish.equals(YES)) {
            return Optional.empty();
        }
        if (!may(request, notice)) {
            return Optional.of(request.toast("announce.too-old"));
        }
        return Optional.of(wish.equals(YES) ? recall(request, notice) : sure(request, notice));
    }

    private Reply sure(Request request, long notice) {
        String question = request.say(
                "announce.recall.sure", AnnouncementFailures.words(request.phrases(), notices.message(notice)));
        return Reply.of(OutgoingMessage.plain(question)
                .withButtons(List.of(List.of(new Button.Action(
                        request.say("announce.recall.yes"), ButtonData.of(AnnounceCommand.NAME, notice, YES))))));
    }

    private Reply recall(Request request, long notice) {
        Instant now = clock.instant();
        amendments.recall(notice, now);
        audit.add(request.person().key(), "announce-recall", "" + notice, now);
        String done = request.say("announce.recall.done");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    /** Gives an announcement other words. */
    Reply correct(Request request, long notice, RichText words) {
        if (!may(request, notice)) {
            return request.plain("announce.too-old");
        }
        Instant now = clock.instant();
        OutgoingMessage message = notices.message(notice).withText(words);
        amendments.correct(notice, message, now);
        audit.add(request.person().key(), "announce-correct", "" + notice, now);
        return Reply.of(message, OutgoingMessage.plain(request.say("announce.correct.done")));
    }
}
