package vn.loa.command.setting;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.QuietHours;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.article.PictureStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.LanguageStore;
import vn.loa.store.delivery.ReceiptStore;

/** Runs {@code /caidat}: shows all settings of a chat at a glance, and a button for each. */
public final class SettingsCommand implements Command {
    /** The data of a button that leads here. */
    static final ButtonData OPEN = ButtonData.of("caidat", "mo");

    private static final String ON = "1";

    private final Database database;
    private final ReceiptStore receipts;
    private final PictureStore pictures;
    private final RunningProgram program;
    private final LanguageStore languages;
    private final ChatSchedule schedule;
    private final ScheduleText scheduleText;
    private final Command times;
    private final AuditStore audit;
    private final InstantSource clock;

    /** Holds the stores of a chat's choices besides its subscriptions. */
    public record Preferences(
            ReceiptStore receipts, PictureStore pictures, LanguageStore languages, ChatSchedule schedule) {}

    /**
     * Makes the command.
     *
     * @param times shows the speaking times, with its own buttons
     */
    public SettingsCommand(CommandContext context, Preferences preferences, ScheduleText text, Command times) {
        this.database = context.database();
        this.receipts = preferences.receipts();
        this.pictures = preferences.pictures();
        this.program = context.program();
        this.languages = preferences.languages();
        this.schedule = preferences.schedule();
        this.scheduleText = text;
        this.times = times;
        this.audit = context.audit();
        this.clock = context.clock();
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
        return Reply.of(overview(request)).toAskerAlone();
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        String wish = data.field(0);
        return switch (wish) {
            case "lich" ->
                Reply.edit(times.run(request.in(request.chat(), "")).messages().get(0), "");
            case "mo" -> Reply.edit(overview(request), "");
            case "dong" -> Reply.edit(OutgoingMessage.plain(request.say("menu.closed")), request.say("menu.closed"));
            case "dem", "ngay", "nam", "anh", "tieng" ->
                data.size() > 1 && data.from(1).equals(shown(request.chat()).get(wish))
                        ? toggle(request, wish)
                        : Reply.edit(overview(request), request.say("settings.changed"));
            default -> request.toast("press.stale");
        };
    }

    /**
     * Returns the values that the buttons show for this chat; a button with another value is from before a change, and
     * does nothing.
     */
    private Map<String, String> shown(Chat chat) {
        SpeakingTimes chosen = schedule.of(chat.id());
        Map<String, String> shown = new HashMap<>();
        shown.put("dem", schedule.quiet(chosen).mode().name());
        shown.put("ngay", flag(chosen.workingDaysOnly()));
        shown.put("nam", flag(receipts.chats().contains(chat.id())));
        shown.put("tieng", flag(languages.english(chat.id())));
        if (program.sendsPictures(chat.address().bot())) {
            shown.put("anh", flag(!pictures.without().contains(chat.id())));
        }
        return shown;
    }

    private static String flag(boolean on) {
        return on ? ON : "0";
    }

    private Reply toggle(Request request, String setting) {
        long chat = request.chat().id();
        SpeakingTimes now = schedule.of(chat);
        return switch (setting) {
            case "dem" -> change(request, nextQuiet(now));
            case "ngay" -> change(request, now.withWorkingDaysOnly(!now.workingDaysOnly()));
            case "nam" -> toggleReceipts(request, chat);
            case "anh" -> togglePictures(request, chat);
            case "tieng" -> toggleLanguage(request, chat);
            default -> throw new IllegalArgumentException(setting);
        };
    }

    private Reply toggleReceipts(Request request, long chat) {
        boolean wanted = !receipts.chats().contains(chat);
        receipts.want(chat, wanted, clock.instant());
        return changed(request, "receipts", wanted ? "on" : "off");
    }

    private Reply togglePictures(Request request, long chat) {
        boolean wanted = pictures.without().contains(chat);
        pictures.want(chat, wanted);
        return changed(request, "pictures", wanted ? "on" : "off");
    }

    private Reply toggleLanguage(Request request, long chat) {
        boolean english = !languages.english(chat);
        languages.set(chat, english);
        audit.add(request.person().key(), "language", chat + (english ? " en" : " vi"), clock.instant());
        Phrases words = english ? Phrases.english() : Phrases.vietnamese();
        return Reply.edit(overview(request.speaking(words)), words.say("schedule.done"));
    }

    /** Returns the next quiet mode: silent, held, off, and again. */
    private SpeakingTimes nextQuiet(SpeakingTimes now) {
        QuietHours hours = schedule.quiet(now);
        QuietHours.Mode next = switch (hours.mode()) {
            case SILENT -> QuietHours.Mode.HELD;
            case HELD -> QuietHours.Mode.OFF;
            case OFF -> QuietHours.Mode.SILENT;
        };
        return now.withQuiet(Optional.of(new QuietHours(hours.from(), hours.to(), next)));
    }

    private Reply change(Request request, SpeakingTimes wanted) {
        long chat = request.chat().id();
        database.transaction(() -> schedule.change(chat, wanted, request.person(), clock.instant()));
        return changed(request, "schedule", "settings");
    }

    private Reply changed(Request request, String what, String how) {
        audit.add(request.person().key(), what, request.chat().id() + " " + how, clock.instant());
        return Reply.edit(overview(request), request.say("schedule.done"));
    }

    private OutgoingMessage overview(Request request) {
        Map<String, String> shown = shown(request.chat());
        RichText text = RichText.builder()
                .bold(request.say("settings.title"))
                .plain("\n" + scheduleText.lines(request.chat(), request.phrases()))
                .plain("\n• " + request.say("settings.receipts." + (on(shown, "nam") ? "on" : "off")))
                .plain("\n• " + request.say("settings.pictures." + pictures(shown)))
                .plain("\n• " + request.say("settings.language." + (on(shown, "tieng") ? "en" : "vi")))
                .plain("\n\n" + request.say("settings.how"))
                .build();
        return OutgoingMessage.of(text).withButtons(buttons(request, shown));
    }

    private static String pictures(Map<String, String> shown) {
        if (!shown.containsKey("anh")) {
            return "forbidden";
        }
        return on(shown, "anh") ? "on" : "off";
    }

    private List<List<Button>> buttons(Request request, Map<String, String> shown) {
        List<Button> contents = new ArrayList<>();
        contents.add(tickable(request, "settings.do.receipts", "nam", shown));
        if (shown.containsKey("anh")) {
            contents.add(tickable(request, "settings.do.pictures", "anh", shown));
        }
        String quiet = shown.getOrDefault("dem", "");
        return List.of(
                List.of(button(request.say("settings.do.times"), "lich")),
                List.of(button(request.say("settings.do.quiet." + quiet), "dem", quiet)),
                List.of(tickable(request, "settings.do.days", "ngay", shown)),
                contents,
                List.of(button(request.say("settings.do.language"), "tieng", shown.getOrDefault("tieng", ""))),
                List.of(button(request.say("menu.close"), "dong")));
    }

    private Button tickable(Request request, String label, String setting, Map<String, String> shown) {
        return button(
                (on(shown, setting) ? "✅ " : "☐ ") + request.say(label), setting, shown.getOrDefault(setting, ""));
    }

    private static boolean on(Map<String, String> shown, String setting) {
        return ON.equals(shown.get(setting));
    }

    private Button.Action button(String label, Object... wish) {
        return new Button.Action(label, ButtonData.of(name(), wish));
    }
}
