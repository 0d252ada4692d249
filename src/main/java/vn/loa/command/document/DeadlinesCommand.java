package vn.loa.command.document;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.document.ChatCalendars.Coming;
import vn.loa.delivery.format.DocumentLines;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.document.ReminderStore;
import vn.loa.store.document.SetDeadline;
import vn.loa.text.Folding;

/**
 * Runs {@code /han}: lists the deadlines that come up in what this chat was told, with a button each that says it is
 * done; the same button stands under reminders. {@code /han tệp} gives them as a calendar file, {@code /han lịch} the
 * address of the calendar, this chat's or a unit's.
 */
public final class DeadlinesCommand implements Command {
    private static final String NAME = "han";
    private static final Set<String> FILE = Set.of("ics", "tep", "file", "tep lich");
    private static final int MOST = 8;
    private static final int LONGEST_TITLE = 120;

    private final ReminderStore reminders;
    private final ChatCalendars calendars;
    private final CalendarAddresses addresses;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the command.
     *
     * @param units for the calendars of units
     */
    public DeadlinesCommand(CommandContext context, ReminderStore reminders, ChatCalendars calendars, UnitStore units) {
        this.reminders = reminders;
        this.calendars = calendars;
        this.addresses = new CalendarAddresses(calendars, new UnitNames(units, context.zone(), context.clock()), units);
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Makes the data of the button that says a deadline's task is done for a day. */
    public static ButtonData doneButton(long deadlineId, LocalDate due) {
        return ButtonData.of(NAME, deadlineId, due.toEpochDay());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("deadlines", "hannop");
    }

    @Override
    public List<String> plainWords() {
        return List.of("sap den han", "cac han", "viec sap den han");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    /** A unit's calendar is for those who look after it. */
    @Override
    public boolean asksRole() {
        return true;
    }

    @Override
    public Reply run(Request request) {
        String what = Folding.fold(request.arguments());
        Optional<Reply> address = addresses.of(request, what);
        if (address.isPresent()) {
            return address.get();
        }
        if (FILE.contains(what)) {
            return file(request);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Coming> coming = calendars.coming(request.chat().id());
        return coming.isEmpty() ? request.plain("deadlines.none") : list(request, coming, today);
    }

    private Reply file(Request request) {
        int count = calendars.count(request.chat().id());
        return count == 0
                ? request.plain("deadlines.none")
                : Reply.of(OutgoingMessage.plain(request.say("deadlines.file", count))
                        .withMedia(new Media.Made(
                                Media.Kept.Form.DOCUMENT,
                                "han.ics",
                                calendars.file(request.chat(), request.phrases()))));
    }

    private static Reply list(Request request, List<Coming> coming, LocalDate today) {
        DocumentLines lines = new DocumentLines(request.phrases());
        RichText.Builder text = RichText.builder().bold(request.say("deadlines.title"));
        List<List<Button>> buttons = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, coming.size()); i++) {
            SetDeadline set = coming.get(i).set();
            LocalDate due = coming.get(i).due();
            text.plain("\n" + (i + 1) + ". " + lines.deadline(set.deadline(), due, today.getYear()) + "\n   ")
                    .link(RichText.plain(set.title()).abridged(LONGEST_TITLE).text(), set.url());
            buttons.add(List.of(new Button.Action(request.say("reminder.done-of", i + 1), doneButton(set.id(), due))));
        }
        if (coming.size() > MOST) {
            text.plain("\n" + request.say("deadlines.more", coming.size() - MOST));
        }
        text.plain("\n" + request.say("deadlines.as-file"));
        return Reply.of(OutgoingMessage.of(text.build()).withButtons(buttons));
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        Optional<SetDeadline> set = number(data.field(0)).flatMap(reminders::find);
        Optional<LocalDate> due =
                number(data.field(1)).filter(day -> Math.abs(day) < 1_000_000).map(LocalDate::ofEpochDay);
        long chatId = request.chat().id();
        if (set.isEmpty()
                || due.isEmpty()
                || reminders.told(set.get()).stream().noneMatch(told -> told.chatId() == chatId)) {
            return request.toast("press.stale");
        }
        boolean first = reminders.done(set.get(), chatId, due.get(), request.person(), request.name(), clock.instant());
        return request.toast(first ? "deadlines.done" : "deadlines.already");
    }

    private static Optional<Long> number(String field) {
        return field.matches("-?\\d{1,15}") ? Optional.of(Long.parseLong(field)) : Optional.empty();
    }
}
