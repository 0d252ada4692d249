package vn.loa.command.announce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.AnnouncementGaps;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.delivery.Announcement;
import vn.loa.store.delivery.AnnouncementStore;
import vn.loa.store.message.NoticeStore;

/** Tells the author of an announcement by hand which chats will not get it: what came up since the last run, once. */
public final class AnnouncementFailures implements Runnable {
    private static final int MOST_LINES = 10;
    private static final int LONGEST_TEXT = 60;

    private final CommandContext context;
    private final Database database;
    private final AnnouncementStore announcements;
    private final NoticeStore notices;
    private final MissingFiles files;
    private final Phrases phrases;

    /** Makes what tells authors. */
    public AnnouncementFailures(
            CommandContext context,
            AnnouncementStore announcements,
            NoticeStore notices,
            MissingFiles files,
            Phrases phrases) {
        this.context = context;
        this.database = context.database();
        this.announcements = announcements;
        this.notices = notices;
        this.files = files;
        this.phrases = phrases;
    }

    @Override
    public void run() {
        database.transaction(() -> announcements.takeFailed(MOST_LINES).forEach(this::tell));
        database.transaction(
                () -> files.albums().takeUntold(context.clock().instant()).forEach(this::tellGaps));
    }

    private void tell(AnnouncementStore.Failed failed) {
        tell(failed.announcement().author(), message(failed));
    }

    private void tellGaps(long notice) {
        String words = words(phrases, notices.message(notice));
        Optional<Button> again =
                files.button(phrases, notice, RichText.plain(words).abridged(30).text());
        StringBuilder text = new StringBuilder(phrases.say("announce.incomplete", words));
        gaps(notice, again.isPresent()).forEach(line -> text.append('\n').append(line));
        List<List<Button>> rows = new ArrayList<>();
        again.ifPresent(button -> rows.add(List.of(button)));
        rows.addAll(results());
        Optional<PersonId> author = announcements.find(notice).flatMap(Announcement::author);
        tell(author, OutgoingMessage.plain(text.toString()).withButtons(rows));
    }

    private List<String> gaps(long notice, boolean aboveButton) {
        return AnnouncementGaps.lines(phrases, files.albums().gaps(notice), aboveButton);
    }

    private void tell(Optional<PersonId> author, OutgoingMessage message) {
        boolean told = context.notices().toPeople(author.stream().toList(), "announcement-failed", message);
        if (!told) {
            context.notices().toOperators("announcement-failed", message);
        }
    }

    private OutgoingMessage message(AnnouncementStore.Failed failed) {
        StringBuilder text = new StringBuilder(phrases.say(
                "announce.failed",
                words(phrases, notices.message(failed.announcement().noticeId()))));
        failed.failures()
                .forEach(each -> text.append("\n• ")
                        .append(phrases.say(
                                "announce.failed.line",
                                ChatAdmission.title(each.chat(), phrases),
                                FailureReasons.told(phrases, each.reason()))));
        return OutgoingMessage.plain(text.toString()).withButtons(results());
    }

    private List<List<Button>> results() {
        return List.of(List.of(
                new Button.Action(phrases.say("announce.results"), ButtonData.of(AnnounceCommand.NAME, "results"))));
    }

    /** Returns the beginning of an announcement's own words, without its heading and its author. */
    static String words(Phrases phrases, OutgoingMessage message) {
        String own = message.text().text().replaceFirst("^[^\n]*\n", "");
        int author = own.lastIndexOf('\n' + phrases.say("announce.author", ""));
        String said = (author < 0 ? own : own.substring(0, author)).replaceAll("\\s+", " ");
        return RichText.plain(said).abridged(LONGEST_TEXT).text();
    }
}
