package vn.loa.command.announce;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.Roles;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Priority;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.Announcement;
import vn.loa.store.delivery.AnnouncementStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.Repetition;
import vn.loa.store.message.NoticeStore;

/**
 * Takes announcements by hand from their authors' word into the ledger: at once or at a time, and after a second
 * operator's word where that is set. What is under way stands in the database.
 */
public final class AnnouncementSending implements Runnable {
    /** The setting, {@code true} or {@code false}, that tells whether a second operator has to agree. */
    public static final String SECOND_APPROVAL = "second-approval";

    static final String APPROVE = "agree";
    static final String DECLINE = "decline";
    static final String RECALL = "unplan";
    private static final String TOPIC = "announcement-approval";

    private final Database database;
    private final Notices notices;
    private final AuditStore audit;
    private final Roles roles;
    private final Stores stores;
    private final Phrases phrases;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Holds the stores of announcements on their way. */
    public record Stores(
            AnnouncementStore announcements, NoticeStore messages, DeliveryStore deliveries, SettingStore settings) {}

    /** Makes what sends announcements. */
    public AnnouncementSending(CommandContext context, Stores stores, Phrases phrases) {
        this.database = context.database();
        this.notices = context.notices();
        this.audit = context.audit();
        this.roles = context.roles();
        this.stores = stores;
        this.phrases = phrases;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Enters what is due into the ledger. */
    @Override
    public void run() {
        Instant now = clock.instant();
        stores.announcements().open().stream()
                .filter(each -> each.state() == Announcement.State.APPROVED
                        && !each.at().isAfter(now))
                .forEach(this::enqueue);
    }

    private void enqueue(Announcement announcement) {
        database.transaction(() -> {
            if (stores.announcements()
                    .move(announcement.noticeId(), Announcement.State.APPROVED, Announcement.State.QUEUED)) {
                stores.deliveries()
                        .enqueueAnnouncement(
                                announcement.noticeId(),
                                announcement.chats(),
                                announcement.priority(),
                                clock.instant());
                announcement.repeats().ifPresent(often -> again(announcement, often));
            }
        });
    }

    /** Enters the next one of an announcement that repeats; who agreed to the first has agreed to all. */
    private void again(Announcement announcement, Repetition often) {
        Instant now = clock.instant();
        long notice = announcement.noticeId();
        long next =
                stores.messages().add(AnnounceCommand.TOPIC, stores.messages().message(notice), now);
        stores.messages().askForReceipts(next, stores.messages().asksForReceipts(notice));
        stores.announcements()
                .add(new Announcement(
                        next,
                        announcement.author(),
                        announcement.chats(),
                        announcement.priority(),
                        often.next(announcement.at(), now, zone),
                        Announcement.State.APPROVED,
                        announcement.approver(),
                        announcement.repeats()));
    }

    /** Takes an announcement from its author; returns what to say. Joins the caller's transaction. */
    String take(Request request, long draft, List<Chat> to, Priority priority, SendPlan plan) {
        Announcement announcement = new Announcement(
                draft,
                Optional.of(request.person()),
                to.stream().map(Chat::id).toList(),
                priority,
                plan.at().orElse(clock.instant()),
                needsSecond() ? Announcement.State.WAITING : Announcement.State.APPROVED,
                Optional.empty(),
                plan.repeats());
        stores.announcements().add(announcement);
        audit.add(request.person().key(), "announce", draft + " to " + to.size() + " chats", clock.instant());
        if (announcement.state() == Announcement.State.WAITING) {
            notices.toOperators(TOPIC, question(request, announcement));
            return request.say("announce.asked", to.size());
        }
        if (plan.at().isPresent()) {
            return planned(request, announcement);
        }
        enqueue(announcement);
        return request.say("announce.sent", to.size());
    }

    private boolean needsSecond() {
        return stores.settings()
                .get(SECOND_APPROVAL)
                .filter(Boolean::parseBoolean)
                .isPresent();
    }

    private String planned(Request request, Announcement announcement) {
        int chats = announcement.chats().size();
        String when = DateFormats.minute(announcement.at(), zone);
        return announcement
                .repeats()
                .map(often -> request.say("announce.repeated", chats, when, request.say("announce.every." + often)))
                .orElseGet(() -> request.say("announce.planned", chats, when));
    }

    private OutgoingMessage question(Request author, Announcement announcement) {
        OutgoingMessage message = stores.messages().message(announcement.noticeId());
        RichText text = RichText.builder()
                .plain(phrases.say(
                        "announce.approve.question",
                        author.name(),
                        announcement.chats().size(),
                        when(announcement)))
                .plain("\n\n")
                .append(message.text())
                .build();
        return message.withText(text)
                .withButtons(List.of(List.of(
                        button("announce.approve.yes", announcement, APPROVE),
                        button("announce.approve.no", announcement, DECLINE))));
    }

    private String when(Announcement announcement) {
        return announcement.at().isAfter(clock.instant())
                ? DateFormats.minute(announcement.at(), zone)
                : phrases.say("announce.at-once");
    }

    private Button button(String label, Announcement announcement, String wish) {
        return new Button.Action(
                phrases.say(label), ButtonData.of(AnnounceCommand.NAME, announcement.noticeId(), wish));
    }

    /** Handles a press about an announcement that was sent by its author; empty when the wish is another one. */
    Optional<Reply> pressed(Request request, long draft, String wish) {
        if (!List.of(APPROVE, DECLINE, RECALL).contains(wish)) {
            return Optional.empty();
        }
        Optional<Announcement> found = stores.announcements().find(draft);
        if (found.isEmpty()) {
            return Optional.of(request.toast("press.stale"));
        }
        return Optional.of(
                wish.equals(RECALL)
                        ? recall(request, found.get())
                        : decide(request, found.get(), wish.equals(APPROVE)));
    }

    private Reply decide(Request request, Announcement announcement, boolean agreed) {
        if (!request.role().atLeast(Role.OPERATOR)) {
            return request.toast("rights.OPERATOR");
        }
        if (agreed && announcement.author().isEmpty()) {
            return request.toast("announce.approve.erased");
        }
        if (announcement
                .author()
                .filter(author -> roles.isSamePerson(author, request.person()))
                .isPresent()) {
            return request.toast("announce.approve.own");
        }
        boolean moved = database.transaction(() -> decided(request, announcement, agreed));
        if (moved && agreed && !announcement.at().isAfter(clock.instant())) {
            enqueue(announcement);
        }
        String done = request.say(moved ? "announce.decided." + agreed : "announce.decided.before");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    /** Writes a decision down; returns false when there was one before. Joins the caller's transaction. */
    private boolean decided(Request request, Announcement announcement, boolean agreed) {
        long id = announcement.noticeId();
        Announcement.State state = agreed ? Announcement.State.APPROVED : Announcement.State.CANCELLED;
        boolean first = stores.announcements().move(id, Announcement.State.WAITING, state);
        if (first) {
            PersonId person = request.person();
            stores.announcements().decided(id, person);
            audit.add(person.key(), agreed ? "announce-agree" : "announce-decline", "" + id, clock.instant());
            notices.toPeople(announcement.author().stream().toList(), TOPIC, told(request, announcement, agreed));
        }
        return first;
    }

    private OutgoingMessage told(Request request, Announcement announcement, boolean agreed) {
        return OutgoingMessage.plain(phrases.say(
                "announce.decision." + agreed,
                request.name(),
                AnnouncementFailures.words(phrases, stores.messages().message(announcement.noticeId()))));
    }

    /** The author, or an operator, takes back what has not gone yet. */
    private Reply recall(Request request, Announcement announcement) {
        boolean may = announcement.isBy(request.person()) || request.role().atLeast(Role.OPERATOR);
        if (!may) {
            return request.toast("rights.OPERATOR");
        }
        boolean taken = database.transaction(() -> {
            long id = announcement.noticeId();
            boolean first = stores.announcements().move(id, announcement.state(), Announcement.State.CANCELLED)
                    && announcement.state() != Announcement.State.QUEUED;
            audit.add(request.person().key(), "announce-cancel", "" + id, clock.instant());
            return first;
        });
        String done = request.say(taken ? "announce.cancelled" : "announce.too-late");
        return Reply.edit(OutgoingMessage.plain(done), done);
    }
}
