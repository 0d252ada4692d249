package vn.loa.command.setting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.menu.MenuPress;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.QuietHours;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.DateFormats;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;

/**
 * Runs {@code /lich}: shows when this chat receives ordinary news; with words, changes it. Waiting messages follow the
 * new times.
 */
public final class ScheduleCommand implements Command {
    private static final String CLOSE = "dong";
    private static final Pattern STAMPED = Pattern.compile("@([0-9a-z]{1,6}):(.*)", Pattern.DOTALL);

    private final MenuPress.Codec presses;
    private final Database database;
    private final ChatSchedule schedule;
    private final AuditStore audit;
    private final ScheduleText text;
    private final ZoneId zone;
    private final InstantSource clock;

    public ScheduleCommand(CommandContext context, ChatSchedule schedule, ScheduleText text) {
        this.presses = new MenuPress.Codec(name(), context.clock());
        this.database = context.database();
        this.schedule = schedule;
        this.audit = context.audit();
        this.text = text;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "lich";
    }

    @Override
    public List<String> aliases() {
        return List.of("schedule");
    }

    @Override
    public Map<String, String> shortcuts() {
        return Map.of(
                "tamdung", "tamdung", "tam dung", "tamdung", "pause", "tamdung", "guilai", "chay", "gui lai", "chay");
    }

    @Override
    public List<String> plainWords() {
        return List.of("lich", "lich gui tin", "schedule");
    }

    @Override
    public boolean takes(String rest) {
        ScheduleWish wish = ScheduleWish.read(
                rest,
                new ScheduleWish.Ground(
                        SpeakingTimes.USUAL, schedule.usual(), clock.instant().atZone(zone)));
        return !wish.trouble().equals("schedule.unclear");
    }

    @Override
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    @Override
    public Reply run(Request request) {
        if (request.arguments().isEmpty()) {
            return Reply.of(shown(request, "schedule.title"));
        }
        ScheduleWish wish = wish(request);
        if (wish.trouble().equals(ScheduleWish.LATER)) {
            return later(request, wish.times().orElseThrow().pausedUntil().orElseThrow());
        }
        if (wish.times().isEmpty()) {
            return unclear(request, wish.trouble());
        }
        change(request, wish.times().get());
        return Reply.of(shown(request, "schedule.changed"));
    }

    /** A pause begins now or not at all; nobody is taken at a word that he did not say. */
    private Reply later(Request request, Instant end) {
        LocalDate day = LocalDate.ofInstant(end, zone);
        String date = DateFormats.date(day);
        Button now = new Button.Action(
                request.say("schedule.button.pause.now", date),
                ButtonData.of(name(), "@" + presses.stamp(), "tamdung " + date));
        return Reply.of(
                OutgoingMessage.plain(request.say(ScheduleWish.LATER, date)).withButtons(List.of(List.of(now))));
    }

    private Reply unclear(Request request, String trouble) {
        String text = request.say(trouble, request.arguments()) + "\n\n" + request.say("schedule.how");
        SpeakingTimes times = schedule.of(request.chat().id());
        return trouble.startsWith("schedule.pause")
                ? Reply.of(OutgoingMessage.plain(text).withButtons(List.of(pauseButtons(request, times))))
                : Reply.plain(text);
    }

    /**
     * Handles a press. A button's data is what could have been typed, after {@code @}, when the button was made and a
     * colon; buttons of earlier versions have no time and are accepted.
     */
    @Override
    public Reply press(Request pressed, ButtonData data) {
        if (data.from(0).equals(CLOSE)) {
            return Reply.edit(OutgoingMessage.plain(pressed.say("menu.closed")), pressed.say("menu.closed"));
        }
        Matcher stamped = STAMPED.matcher(data.from(0));
        boolean old = stamped.matches() && !presses.isFresh(stamped.group(1));
        Request request = pressed.in(pressed.chat(), stamped.matches() ? stamped.group(2) : data.from(0));
        ScheduleWish wish = wish(request);
        if (old || wish.times().isEmpty()) {
            return request.toast("press.stale");
        }
        change(request, wish.times().get());
        return Reply.edit(shown(request, "schedule.title"), request.say("schedule.done"));
    }

    private ScheduleWish wish(Request request) {
        SpeakingTimes times = schedule.of(request.chat().id());
        ScheduleWish.Ground ground =
                new ScheduleWish.Ground(times, schedule.usual(), clock.instant().atZone(zone));
        return ScheduleWish.read(request.arguments(), ground);
    }

    private void change(Request request, SpeakingTimes times) {
        long chat = request.chat().id();
        Instant now = clock.instant();
        database.transaction(() -> {
            schedule.change(chat, times, request.person(), now);
            audit.add(request.person().key(), "schedule", chat + " " + request.arguments(), now);
        });
    }

    private OutgoingMessage shown(Request request, String title) {
        long chat = request.chat().id();
        RichText words = RichText.builder()
                .bold(request.say(title))
                .plain("\n" + text.lines(request.chat(), request.phrases()))
                .build();
        return OutgoingMessage.of(words).withButtons(buttons(request, schedule.of(chat)));
    }

    private List<List<Button>> buttons(Request request, SpeakingTimes times) {
        QuietHours.Mode quiet = schedule.quiet(times).mode();
        boolean working = times.workingDaysOnly();
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(button(request, "at-once", "ngay", times.digests().isEmpty())));
        rows.add(List.of(
                button(request, "morning", "7:00", shows(times, "7:00")),
                button(request, "twice", "7:00 16:30", shows(times, "7:00 16:30"))));
        rows.add(List.of(
                button(request, "silent", "yenlang im lang", quiet == QuietHours.Mode.SILENT),
                button(request, "held", "yenlang giu lai", quiet == QuietHours.Mode.HELD),
                button(request, "off", "yenlang tat", quiet == QuietHours.Mode.OFF)));
        rows.add(List.of(button(request, "working", working ? "moi ngay" : "ngay lam viec", working)));
        rows.add(pauseButtons(request, times));
        rows.add(List.of(
                new Button.Action(request.say("menu.back"), SettingsCommand.OPEN),
                new Button.Action(request.say("menu.close"), ButtonData.of(name(), CLOSE))));
        return rows;
    }

    private List<Button> pauseButtons(Request request, SpeakingTimes times) {
        if (times.paused(clock.instant())) {
            return List.of(button(request, "run", "chay", false));
        }
        return List.of(
                button(request, "pause.day", "tamdung 1 ngay", false),
                button(request, "pause.days", "tamdung 3 ngay", false),
                button(request, "pause.week", "tamdung 1 tuan", false));
    }

    private static boolean shows(SpeakingTimes times, String words) {
        return times.digests().equals(TimesOfDay.read(words));
    }

    private Button button(Request request, String key, String words, boolean chosen) {
        String tick = chosen ? "✅ " : "";
        return new Button.Action(
                tick + request.say("schedule.button." + key), ButtonData.of(name(), "@" + presses.stamp(), words));
    }
}
