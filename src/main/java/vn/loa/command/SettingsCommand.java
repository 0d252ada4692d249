package vn.loa.command;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.QuietHours;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.SpeakingCalendar;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.AuditStore;
import vn.loa.store.Database;
import vn.loa.store.DigestStore;
import vn.loa.store.LanguageStore;
import vn.loa.store.PictureStore;
import vn.loa.store.ReceiptStore;
import vn.loa.store.SpeakingStore;
import vn.loa.text.Phrases;

/** {@code /caidat}: all settings of a chat at a glance, and a button for each. */
final class SettingsCommand implements Command {
    private final Database database;
    private final ReceiptStore receipts;
    private final PictureStore pictures;
    private final LanguageStore languages;
    private final SpeakingStore speaking;
    private final DigestStore digests;
    private final ScheduleText schedule;
    private final Command times;
    private final AuditStore audit;
    private final QuietHours usual;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * The command.
     *
     * @param times shows when the chat hears news, with its own buttons
     */
    SettingsCommand(Desk desk, Command times) {
        this.database = desk.database();
        this.receipts = new ReceiptStore(database);
        this.pictures = new PictureStore(database);
        this.languages = new LanguageStore(database);
        this.speaking = new SpeakingStore(database);
        this.digests = new DigestStore(database);
        this.schedule = new ScheduleText(desk);
        this.times = times;
        this.audit = new AuditStore(database);
        this.usual = desk.quietHours();
        this.zone = desk.zone();
        this.clock = desk.clock();
    }

    @Override
    public String name() {
        return "caidat";
    }

    @Override
    public List<String> aliases() {
        return List.of("settings");
    }

    @Override
    public List<String> plainWords() {
        return List.of("cai dat");
    }

    @Override
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    @Override
    public Reply run(Request request) {
        return Reply.of(overview(request));
    }

    @Override
    public Reply press(Request request) {
        long chat = request.chat().id();
        return switch (request.arguments()) {
            case "lich" -> times.run(request.in(request.chat(), ""));
            case "dem" -> change(request, nextQuiet(speaking.of(chat).times()));
            case "ngay" -> {
                SpeakingTimes now = speaking.of(chat).times();
                yield change(request, now.withWorkingDaysOnly(!now.workingDaysOnly()));
            }
            case "nam" -> {
                boolean wanted = !receipts.chats().contains(chat);
                receipts.want(chat, wanted, clock.instant());
                yield changed(request, "receipts", wanted ? "on" : "off");
            }
            case "anh" -> {
                boolean wanted = pictures.without().contains(chat);
                pictures.want(chat, wanted);
                yield changed(request, "pictures", wanted ? "on" : "off");
            }
            case "tieng" -> {
                boolean english = !languages.english(chat);
                languages.set(chat, english);
                audit.add(request.person().key(), "language", chat + (english ? " en" : " vi"), clock.instant());
                Phrases words = english ? Phrases.english() : Phrases.vietnamese();
                yield Reply.edit(overview(request.speaking(words)), words.say("schedule.done"));
            }
            case "dong" -> Reply.edit(OutgoingMessage.plain(request.say("menu.closed")), request.say("menu.closed"));
            default -> request.toast("press.stale");
        };
    }

    /** Silent, held, off, and again. */
    private SpeakingTimes nextQuiet(SpeakingTimes now) {
        QuietHours hours = now.quiet().orElse(usual);
        QuietHours.Mode next = switch (hours.mode()) {
            case SILENT -> QuietHours.Mode.HELD;
            case HELD -> QuietHours.Mode.OFF;
            case OFF -> QuietHours.Mode.SILENT;
        };
        return now.withQuiet(Optional.of(new QuietHours(hours.from(), hours.to(), next)));
    }

    private Reply change(Request request, SpeakingTimes wanted) {
        long chat = request.chat().id();
        Instant now = clock.instant();
        database.transaction(() -> {
            speaking.set(chat, wanted, request.person(), now);
            Set<Instant> closed = digests.closed(chat);
            digests.reschedule(chat, SpeakingCalendar.of(wanted, usual, zone).next(now, closed::contains), now);
        });
        return changed(request, "schedule", "settings");
    }

    private Reply changed(Request request, String what, String how) {
        audit.add(request.person().key(), what, request.chat().id() + " " + how, clock.instant());
        return Reply.edit(overview(request), request.say("schedule.done"));
    }

    private OutgoingMessage overview(Request request) {
        long chat = request.chat().id();
        SpeakingTimes chosen = speaking.of(chat).times();
        boolean asked = receipts.chats().contains(chat);
        boolean english = languages.english(chat);
        boolean shown = !pictures.without().contains(chat);
        RichText text = RichText.builder()
                .bold(request.say("settings.title"))
                .plain("\n" + schedule.lines(chat, request.phrases()))
                .plain("\n• " + request.say(asked ? "settings.receipts.on" : "settings.receipts.off"))
                .plain("\n• " + request.say(shown ? "settings.pictures.on" : "settings.pictures.off"))
                .plain("\n• " + request.say(english ? "settings.language.en" : "settings.language.vi"))
                .plain("\n\n" + request.say("settings.how"))
                .build();
        QuietHours.Mode quiet = chosen.quiet().orElse(usual).mode();
        return OutgoingMessage.of(text)
                .withButtons(List.of(
                        List.of(button(request.say("settings.do.times"), "lich")),
                        List.of(button(request.say("settings.do.quiet." + quiet.name()), "dem")),
                        List.of(button(tick(chosen.workingDaysOnly()) + request.say("settings.do.days"), "ngay")),
                        List.of(
                                button(tick(asked) + request.say("settings.do.receipts"), "nam"),
                                button(tick(shown) + request.say("settings.do.pictures"), "anh")),
                        List.of(button(request.say("settings.do.language"), "tieng")),
                        List.of(button(request.say("menu.close"), "dong"))));
    }

    private static String tick(boolean on) {
        return on ? "✅ " : "☐ ";
    }

    private Button.Action button(String label, String wish) {
        return new Button.Action(label, name() + ":" + wish);
    }
}
