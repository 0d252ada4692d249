package vn.loa.command.announce;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.command.AnnouncementGaps;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.delivery.Announcement;
import vn.loa.store.delivery.AnnouncementStore;
import vn.loa.store.message.NoticeProgress;
import vn.loa.store.message.NoticeStore;

/** Shows how far the latest announcements by hand have come, and which still wait for their time or a second person. */
public final class AnnouncementResults {
    /** The wish to announce something again. */
    static final String AGAIN = "again";

    private static final int RECENT = 5;
    private static final int MOST_OPEN = 5;
    private static final int MOST_AGAIN = 3;

    private final NoticeStore notices;
    private final AnnouncementStore announcements;
    private final MissingFiles files;
    private final AnnouncementAmending amending;
    private final ZoneId zone;

    /** Makes the page that {@link AnnounceCommand} begins with. */
    public AnnouncementResults(
            NoticeStore notices,
            AnnouncementStore announcements,
            MissingFiles files,
            AnnouncementAmending amending,
            ZoneId zone) {
        this.notices = notices;
        this.announcements = announcements;
        this.files = files;
        this.amending = amending;
        this.zone = zone;
    }

    OutgoingMessage page(Request request) {
        List<Announcement> open = announcements.open().stream()
                .filter(each -> each.isBy(request.person()) || request.role().atLeast(Role.OPERATOR))
                .limit(MOST_OPEN)
                .toList();
        List<NoticeProgress> recent = notices.recent(AnnounceCommand.TOPIC, RECENT);
        RichText.Builder text = RichText.builder()
                .plain(request.say(recent.isEmpty() && open.isEmpty() ? "announce.none" : "announce.latest"));
        open.forEach(each -> text.plain("\n\n• ").bold(words(request, each)).plain("\n   " + state(request, each)));
        Map<Long, Button> missing = new HashMap<>();
        recent.forEach(each -> files.button(request.phrases(), each.id(), some(request, each))
                .ifPresent(button -> missing.put(each.id(), button)));
        recent.forEach(each -> text.plain("\n\n• ")
                .bold(words(request, each))
                .plain("\n   " + progress(request, each))
                .plain(indented(amending.told(request, each.id())))
                .plain(gaps(request, each.id(), missing.containsKey(each.id()))));
        List<List<Button>> rows = new ArrayList<>(buttons(request, open));
        rows.addAll(buttons(request, recent, missing));
        return OutgoingMessage.of(text.build()).withButtons(rows);
    }

    private String state(Request request, Announcement open) {
        return request.say("announce.state." + open.state(), DateFormats.minute(open.at(), zone))
                + open.repeats()
                        .map(often -> " · " + request.say("announce.every." + often))
                        .orElse("");
    }

    private List<List<Button>> buttons(Request request, List<NoticeProgress> recent, Map<Long, Button> missing) {
        List<List<Button>> rows = new ArrayList<>();
        recent.stream()
                .filter(each -> amending.may(request, each.id()))
                .forEach(each -> rows.add(amending.buttons(request, each.id(), words(request, each))));
        recent.stream()
                .filter(each -> missing.containsKey(each.id()))
                .forEach(each -> rows.add(List.of(missing.get(each.id()))));
        recent.stream().limit(MOST_AGAIN).forEach(each -> rows.add(List.of(again(request, each))));
        return rows;
    }

    private static Button again(Request request, NoticeProgress notice) {
        return new Button.Action(
                request.say("announce.again", some(request, notice)),
                ButtonData.of(AnnounceCommand.NAME, notice.id(), AGAIN));
    }

    private static String some(Request request, NoticeProgress notice) {
        return RichText.plain(words(request, notice)).abridged(30).text();
    }

    private String gaps(Request request, long notice, boolean button) {
        return AnnouncementGaps.lines(request.phrases(), files.albums().gaps(notice), button).stream()
                .map(AnnouncementResults::indented)
                .collect(Collectors.joining());
    }

    private static String indented(String line) {
        return line.isEmpty() ? "" : "\n   " + line;
    }

    private static String words(Request request, NoticeProgress notice) {
        return AnnouncementFailures.words(request.phrases(), OutgoingMessage.plain(notice.text()));
    }

    private String words(Request request, Announcement announcement) {
        return AnnouncementFailures.words(request.phrases(), notices.message(announcement.noticeId()));
    }

    private String progress(Request request, NoticeProgress notice) {
        return request.say(
                "announce.progress",
                DateFormats.minute(notice.at(), zone),
                notice.sent(),
                notice.waiting(),
                notice.dead(),
                notice.acknowledged());
    }

    private List<List<Button>> buttons(Request request, List<Announcement> open) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                new Button.Action(request.say("announce.compose"), ButtonData.of(AnnounceCommand.NAME, "compose"))));
        open.forEach(each -> rows.add(List.of(new Button.Action(
                request.say(
                        "announce.unplan",
                        RichText.plain(words(request, each)).abridged(30).text()),
                ButtonData.of(AnnounceCommand.NAME, each.noticeId(), AnnouncementSending.RECALL)))));
        return rows;
    }
}
