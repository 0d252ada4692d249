package vn.loa.command.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.UsageReplies;
import vn.loa.command.intent.Period;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.LongList;
import vn.loa.command.office.OfficePaper;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReportStore;
import vn.loa.store.delivery.ReportStore.ChatReport;
import vn.loa.text.Folding;

/**
 * Runs {@code /baocao}: reports to operators what each chat received and acknowledged on a day or in a week, or the
 * state of one announcement. A week comes with a chart, where this machine can draw one.
 */
public final class ReportCommand implements Command {
    private static final String NAME = "baocao";
    private static final Pattern PERIOD_AND_UNIT = Pattern.compile("(hom nay|hom qua|hom kia|tuan truoc|tuan nay|tuan"
            + "|week|thang truoc|thang nay|thang|(?:ngay )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?|ngay)?"
            + "(?:\\s+|$|(?<![\\p{Alnum}]))(.*)");

    private static final Map<String, Period> PERIODS = Map.ofEntries(
            Map.entry("", Period.TODAY),
            Map.entry("ngay", Period.TODAY),
            Map.entry("hom nay", Period.TODAY),
            Map.entry("hom qua", Period.YESTERDAY),
            Map.entry("hom kia", Period.BEFORE_YESTERDAY),
            Map.entry("tuan", Period.WEEK),
            Map.entry("week", Period.WEEK),
            Map.entry("tuan nay", Period.WEEK),
            Map.entry("tuan truoc", Period.LAST_WEEK),
            Map.entry("thang", Period.MONTH),
            Map.entry("thang nay", Period.MONTH),
            Map.entry("thang truoc", Period.LAST_MONTH));

    /** The words of the buttons under a report, as they would be typed. */
    private static final List<String> OFFERED = List.of("hôm qua", "tuần", "tuần trước", "tháng");

    private static final Pattern WHO_NOT = Pattern.compile(
            "(?:ai |don vi nao |nhom nao )?(?:chua|khong) (?:nam|xac nhan|doc|tra loi|bam)(?: tin| thong tin)?");

    /** Asks for the report as a spreadsheet. */
    private static final Pattern AS_FILE =
            Pattern.compile("(?:^| )(?:(?:tep |file |bang |xuat )?(?:xlsx|excel)|tep|xuat tep)$");

    private static final Pattern DAY = Pattern.compile("(?:ngay )?(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}))?");

    private final ReportStore reports;
    private final WeekChart chart;
    private final ReportFile file;
    private final ItemReport items;
    private final StoryReport stories;
    private final UnitStore units;
    private final MemberCountStore members;
    private final UnitNames names;
    private final CommandButtons buttons;
    private final ZoneId zone;
    private final InstantSource clock;
    private final UsageReplies usage;

    /**
     * Makes the command; the part about stories is a report of its own.
     *
     * @param paper heads the report as a spreadsheet
     */
    public ReportCommand(
            CommandContext context,
            ReportStore reports,
            UnitStore units,
            MemberCountStore members,
            StoryReport stories,
            OfficePaper paper) {
        this.members = members;
        this.reports = reports;
        this.chart = new WeekChart(reports, context.zone());
        this.stories = stories;
        this.items = new ItemReport(reports, members, stories, context.zone());
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
        this.file = new ReportFile(paper, names);
        this.zone = context.zone();
        this.clock = context.clock();
        this.usage = new UsageReplies(clock);
        this.buttons = new CommandButtons(context.clock());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("report");
    }

    @Override
    public List<String> plainWords() {
        return List.of("bao cao");
    }

    @Override
    public boolean takes(String rest) {
        String wish = AS_FILE.matcher(Folding.fold(rest)).replaceFirst("").strip();
        Matcher parts = PERIOD_AND_UNIT.matcher(wish);
        return wish.equals("bai")
                || WHO_NOT.matcher(wish).matches()
                || wish.startsWith("bai ")
                || parts.matches()
                        && (parts.group(2).isEmpty()
                                || !names.find(parts.group(2)).isEmpty());
    }

    @Override
    public Role needs() {
        return Role.MANAGER;
    }

    /** Represents whole civil days, from the first up to the last. */
    private record Days(LocalDate first, LocalDate last) {
        private String shown() {
            String from = DateFormats.date(first);
            return first.equals(last) ? from : from + " – " + DateFormats.date(last);
        }
    }

    /** Represents the days of a report, and whether it is to be a spreadsheet. */
    private record Wish(Days days, boolean asFile) {}

    @Override
    public Reply run(Request request) {
        String wish = Folding.fold(request.arguments());
        if (wish.equals("bai") || wish.startsWith("bai ")) {
            return items.find(request, wish.substring(3).strip());
        }
        if (WHO_NOT.matcher(wish.replaceAll("[?!.]+$", "").strip()).matches()) {
            return items.whoNot(request);
        }
        return ofPeriod(request, wish);
    }

    private Reply ofPeriod(Request request, String wish) {
        String words = AS_FILE.matcher(wish).replaceFirst("").strip();
        Matcher parts = PERIOD_AND_UNIT.matcher(words);
        Optional<Days> days = parts.matches() ? days(Objects.requireNonNullElse(parts.group(1), "")) : Optional.empty();
        if (days.isEmpty()) {
            return unclear(request);
        }
        Wish told = new Wish(days.get(), AS_FILE.matcher(wish).find());
        return parts.group(2).isEmpty() ? report(request, told, chat -> true) : ofUnit(request, told, parts.group(2));
    }

    private Reply unclear(Request request) {
        return usage.of(request.say("report.usage", request.arguments()), "/baocao", "/baocao tuần", "/baocao bài");
    }

    /** Reports on a unit's chats, and on those within it; words that name no unit were hardly meant for one. */
    private Reply ofUnit(Request request, Wish wish, String words) {
        UnitNames.Found found = names.one(words, request.phrases());
        if (found.unit().isEmpty()) {
            boolean several = names.find(words).size() > 1;
            return several ? Reply.plain(found.problem()) : unclear(request);
        }
        Set<Long> theirs = units.chatsWithin(Set.of(found.unit().get().id()));
        return report(request, wish, chat -> theirs.contains(chat.id()));
    }

    /** Handles a press. The data names one announcement, or a copy that is to be parted from its story. */
    @Override
    public Reply press(Request request, ButtonData data) {
        return stories.press(request, data)
                .or(() -> AnnouncementRef.parse(data.from(0)).flatMap(what -> items.of(request, what)))
                .orElseGet(() -> request.toast("press.stale"));
    }

    /** Returns the data of the button that reports on one announcement. */
    static ButtonData about(AnnouncementRef what) {
        return ButtonData.of(NAME, what.key());
    }

    private Optional<Days> days(String wish) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Optional<Period> period = Optional.ofNullable(PERIODS.get(wish));
        if (period.isPresent()) {
            return period.map(told -> new Days(told.first(today), told.last(today)));
        }
        Matcher day = DAY.matcher(wish);
        return day.matches() ? day(day, today).map(told -> new Days(told, told)) : Optional.empty();
    }

    /** Returns the day that was told; without a year, the last such day. */
    private static Optional<LocalDate> day(Matcher told, LocalDate today) {
        int year = told.group(3) == null ? today.getYear() : Integer.parseInt(told.group(3));
        try {
            LocalDate day = LocalDate.of(year, Integer.parseInt(told.group(2)), Integer.parseInt(told.group(1)));
            return Optional.of(told.group(3) == null && day.isAfter(today) ? day.minusYears(1) : day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Reply report(Request request, Wish wish, Predicate<Chat> of) {
        Days days = wish.days();
        List<ChatReport> chats = chats(request, days, of);
        if (chats.isEmpty()) {
            String nothing = request.say("report.nothing", days.shown());
            return Reply.of(OutgoingMessage.plain(nothing).withButtons(others(request)));
        }
        return wish.asFile()
                ? Reply.of(OutgoingMessage.plain(request.say("report.file", days.shown()))
                        .withMedia(file.of(request, days.first(), days.last(), chats)))
                : told(request, days, chats);
    }

    private List<ChatReport> chats(Request request, Days days, Predicate<Chat> of) {
        Instant from = days.first().atStartOfDay(zone).toInstant();
        Instant until = days.last().plusDays(1).atStartOfDay(zone).toInstant();
        return reports.report(from, until).stream()
                .filter(chat -> request.reach().covers(chat.chat()) && of.test(chat.chat()))
                .toList();
    }

    private Reply told(Request request, Days days, List<ChatReport> chats) {
        RichText.Builder title = RichText.builder().bold(request.say("report.title", days.shown()));
        List<OutgoingMessage> messages =
                new ArrayList<>(Reply.ending(LongList.messages(title, lines(request, chats)), withFile(request))
                        .messages());
        if (days.first().isBefore(days.last())) {
            chart.draw(request, days.first(), days.last(), chats).ifPresent(messages::add);
        }
        return Reply.of(messages);
    }

    private List<String> lines(Request request, List<ChatReport> chats) {
        List<String> lines = new ArrayList<>();
        lines.add(request.say("report.total", counts(request, chats)));
        chats.forEach(chat -> lines.add(line(request, chat)));
        List<String> silent = chats.stream()
                .filter(chat -> chat.asked() && chat.sent() > 0 && chat.acknowledged() == 0)
                .map(chat -> ChatAdmission.title(chat.chat(), request.phrases()))
                .toList();
        if (!silent.isEmpty()) {
            lines.add("\n" + request.say("report.silent", String.join(", ", silent)));
        }
        return lines;
    }

    private static String counts(Request request, List<ChatReport> chats) {
        return counts(
                request,
                chats.stream().mapToInt(ChatReport::sent).sum(),
                chats.stream().mapToInt(ChatReport::waiting).sum(),
                chats.stream().mapToInt(ChatReport::dead).sum());
    }

    private String line(Request request, ChatReport chat) {
        String title = ChatAdmission.title(chat.chat(), request.phrases());
        String heard = request.say("report.chat", title, counts(request, chat.sent(), chat.waiting(), chat.dead()));
        if (chat.acknowledged() > 0) {
            heard += " " + request.say("report.acknowledged", chat.acknowledged(), chat.wanted(), persons(chat));
        } else if (chat.asked() && chat.sent() > 0) {
            heard += " " + request.say("report.unacknowledged");
        }
        return "• " + heard;
    }

    /** Names the counts that are not zero. */
    private static String counts(Request request, int sent, int waiting, int dead) {
        List<String> parts = new ArrayList<>();
        if (sent > 0) {
            parts.add(request.say("report.sent", sent));
        }
        if (waiting > 0) {
            parts.add(request.say("report.waiting", waiting));
        }
        if (dead > 0) {
            parts.add(request.say("report.dead", dead));
        }
        return String.join(", ", parts);
    }

    /** Returns the buttons of other periods, and of what nobody acknowledged. */
    private List<List<Button>> others(Request request) {
        List<Button> periods = OFFERED.stream()
                .map(words -> buttons.button(
                        request.say("report.button." + Folding.fold(words).replace(' ', '-')),
                        new CommandButtons.Typed(NAME, words)))
                .flatMap(Optional::stream)
                .toList();
        List<Button> silent =
                buttons
                        .button(request.say("report.button.who-not"), new CommandButtons.Typed(NAME, "chưa nắm"))
                        .stream()
                        .toList();
        return List.of(periods, silent);
    }

    /** Returns the buttons of other periods, and of the same report as a spreadsheet. */
    private List<List<Button>> withFile(Request request) {
        List<List<Button>> rows = new ArrayList<>(others(request));
        String again = (request.arguments().strip() + " xlsx").strip();
        buttons.button(request.say("report.button.file"), new CommandButtons.Typed(NAME, again))
                .ifPresent(button -> rows.add(List.of(button)));
        return rows;
    }

    private String persons(ChatReport chat) {
        return of(chat.persons(), chat.chat(), members);
    }

    /** Returns how many people of a chat, beside how many there are without the bot where that is known. */
    static String of(int people, Chat chat, MemberCountStore members) {
        int all = chat.kind().shared() ? members.members(chat.id()).orElse(0) - 1 : 0;
        return all >= people && all > 0 ? people + "/" + all : Integer.toString(people);
    }
}
