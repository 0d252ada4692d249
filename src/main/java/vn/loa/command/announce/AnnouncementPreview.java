package vn.loa.command.announce;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.OutgoingMessage.Wish;
import vn.loa.phrases.DateFormats;
import vn.loa.store.message.NoticeStore;

/** Shows what will become of a draft, with the buttons that change and send it. */
final class AnnouncementPreview {
    /** The command that asks questions. */
    private static final String QUESTION = "hoi";

    private final NoticeStore notices;
    private final Draft drafts;
    private final Audience audience;
    private final ZoneId zone;

    AnnouncementPreview(NoticeStore notices, Draft drafts, Audience audience, ZoneId zone) {
        this.notices = notices;
        this.drafts = drafts;
        this.audience = audience;
        this.zone = zone;
    }

    /** Returns the message below a draft: when it goes, and the buttons that change and send it. */
    OutgoingMessage control(Request request, long draft) {
        int groups = audience.groups(request).size();
        Set<Wish> wishes = notices.message(draft).wishes();
        String when = preview(request, drafts.plan(draft)) + attached(request, draft);
        return OutgoingMessage.plain(when)
                .withButtons(List.of(
                        List.of(Audience.button(
                                tick(request, "announce.receipts", notices.asksForReceipts(draft)), draft, "ask")),
                        List.of(
                                Audience.button(tick(request, "announce.pin", wishes.contains(Wish.PIN)), draft, "pin"),
                                Audience.button(
                                        tick(request, "announce.protect", wishes.contains(Wish.PROTECT)),
                                        draft,
                                        "protect")),
                        List.of(Audience.button(request.say("announce.groups", groups), draft, "groups")),
                        List.of(Audience.button(request.say("announce.urgent", groups), draft, "urgent")),
                        List.of(Audience.button(request.say("announce.choose"), draft, "page:0")),
                        List.of(
                                Audience.button(request.say("announce.when"), draft, "when"),
                                new Button.Action(
                                        request.say("announce.as-question"), ButtonData.of(QUESTION, draft, "notice"))),
                        List.of(Audience.button(request.say("announce.cancel"), draft, "no"))));
    }

    /** Tells what becomes of attached files: their order, and who cannot get them. */
    private String attached(Request request, long draft) {
        Optional<Media> media = notices.message(draft).media();
        List<Media.Kept> files = media.isPresent() && media.get() instanceof Media.Album album
                ? album.files()
                : media.filter(Media.Kept.class::isInstance).map(Media.Kept.class::cast).stream()
                        .toList();
        if (files.isEmpty()) {
            return "";
        }
        boolean apart = files.size() > 1 && notices.asksForReceipts(draft);
        long elsewhere = audience.groups(request).stream()
                .filter(chat -> !chat.address().bot().equals(files.get(0).bot()))
                .count();
        return (apart ? "\n" + request.say("announce.album.after-words", files.size()) : "")
                + (elsewhere > 0 ? "\n" + request.say("announce.files.elsewhere", elsewhere) : "");
    }

    private String preview(Request request, SendPlan plan) {
        if (plan.at().isEmpty()) {
            return request.say("announce.preview");
        }
        String at = DateFormats.minute(plan.at().get(), zone);
        return plan.repeats()
                .map(often -> request.say("announce.preview.repeated", at, request.say("announce.every." + often)))
                .orElseGet(() -> request.say("announce.preview.planned", at));
    }

    private static String tick(Request request, String what, boolean wanted) {
        return (wanted ? "☑ " : "☐ ") + request.say(what);
    }
}
