package vn.loa.command.chat;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.Vocabulary;
import vn.loa.command.menu.LongList;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Unit;
import vn.loa.phrases.DateFormats;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.failover.UnitFailoverStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /donvi}: shows and changes the administrative units to which chats belong, with their names and the dates
 * of these.
 */
public final class UnitsCommand implements Command {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String DATE = "(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4})";
    /** The words after a verb: a name, then {@code thuộc}, {@code từ} and {@code đến}, each with or without marks. */
    private static final Pattern WISH = Pattern.compile(
            "(.+?)(?:\\s+thu[ộo]c\\s+(.+?))?(?:\\s+t[ừu](?:\\s+ng[àa]y)?\\s+" + DATE
                    + ")?(?:\\s+[đd][ếe]n(?:\\s+ng[àa]y)?\\s+" + DATE + ")?",
            FLAGS);

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final int LONGEST_NAME = 80;
    /** The length of the word {@code kênh} after {@code giao}. */
    private static final int FAILOVER_REST = 4;

    private final Database database;
    private final UnitStore units;
    private final UnitNames names;
    private final FailoverSetting failover;
    private final AuditStore audit;
    private final InstantSource clock;

    public UnitsCommand(CommandContext context, UnitStore units, UnitFailoverStore failovers) {
        this.database = context.database();
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
        this.failover = new FailoverSetting(context, failovers, names);
        this.audit = context.audit();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "donvi";
    }

    @Override
    public List<String> aliases() {
        return List.of("units");
    }

    @Override
    public List<String> plainWords() {
        return List.of("don vi");
    }

    @Override
    public boolean takes(String rest) {
        return Vocabulary.areFew(rest, 3);
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        String words = request.arguments().strip();
        if (words.isEmpty()) {
            return list(request);
        }
        String[] parts = words.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (Folding.fold(parts[0])) {
            case "them", "add" -> wish(rest).map(wish -> add(request, wish)).orElseGet(() -> usage(request));
            case "doiten", "rename" -> rename(request, rest);
            case "dong", "close" -> wish(rest).map(wish -> end(request, wish)).orElseGet(() -> usage(request));
            case "giaokenh", "giao-kenh", "failover" -> failover.run(request, rest);
            default -> failoverOf(words).map(of -> failover.run(request, of)).orElseGet(() -> show(request, words));
        };
    }

    /** Returns the words after "giao kênh". */
    private static Optional<String> failoverOf(String words) {
        String[] parts = words.split("\\s+", 2);
        boolean failover = parts.length > 1
                && Folding.fold(parts[0]).equals("giao")
                && Folding.fold(parts[1]).startsWith("kenh");
        return failover ? Optional.of(parts[1].substring(FAILOVER_REST)) : Optional.empty();
    }

    private static Reply usage(Request request) {
        return request.plain("unit.usage");
    }

    private Reply list(Request request) {
        List<Unit> current = names.current();
        if (current.isEmpty()) {
            return usage(request);
        }
        List<String> lines = new ArrayList<>();
        current.stream()
                .filter(unit -> isTop(unit, current))
                .forEach(unit -> addTree(request, unit, current, lines, ""));
        lines.add("\n" + request.say("unit.usage"));
        return Reply.of(LongList.messages(RichText.builder().bold(request.say("unit.title")), lines)
                .toArray(OutgoingMessage[]::new));
    }

    private static boolean isTop(Unit unit, List<Unit> current) {
        return unit.parent().isEmpty()
                || current.stream().noneMatch(each -> each.id() == unit.parent().getAsLong());
    }

    private void addTree(Request request, Unit unit, List<Unit> current, List<String> lines, String indent) {
        int chats = units.chats(unit.id()).size();
        lines.add(indent + request.say("unit.line", Long.toString(unit.id()), unit.name(), chats));
        current.stream()
                .filter(each -> each.parent().isPresent() && each.parent().getAsLong() == unit.id())
                .forEach(each -> addTree(request, each, current, lines, indent + "   "));
    }

    /**
     * Holds the words after a verb.
     *
     * @param parent the words after {@code thuộc}
     */
    private record Wish(String name, Optional<String> parent, Optional<LocalDate> from, Optional<LocalDate> to) {}

    /** Reads the words after a verb; empty when they are not clear, a date is none, or the name is too long. */
    private static Optional<Wish> wish(String words) {
        Matcher said = WISH.matcher(words.strip());
        if (!said.matches() || said.group(1).length() > LONGEST_NAME) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Wish(
                    said.group(1).strip().replaceAll("\\s+", " "),
                    Optional.ofNullable(said.group(2)),
                    Optional.ofNullable(said.group(3)).map(UnitsCommand::day),
                    Optional.ofNullable(said.group(4)).map(UnitsCommand::day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.matches()) {
            throw new DateTimeException(text);
        }
        return LocalDate.of(
                Integer.parseInt(day.group(3)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(1)));
    }

    private Reply add(Request request, Wish wish) {
        if (wish.parent().isEmpty()) {
            return add(request, wish, OptionalLong.empty());
        }
        UnitNames.Found found = names.one(wish.parent().get(), request.phrases());
        return found.unit()
                .map(parent -> add(request, wish, OptionalLong.of(parent.id())))
                .orElseGet(() -> Reply.plain(found.problem()));
    }

    private Reply add(Request request, Wish wish, OptionalLong parent) {
        Unit.Name name = new Unit.Name(
                wish.name(), wish.from().orElse(LocalDate.MIN), wish.to().orElse(LocalDate.MAX));
        if (name.to().isBefore(name.from())) {
            return usage(request);
        }
        Optional<Unit> same = names.find(name.text()).stream()
                .filter(unit -> unit.parent().equals(parent) && unit.exists(names.today()))
                .findFirst();
        return same.isPresent() && name.holds(names.today())
                ? request.plain("unit.already", names.full(same.get(), request.phrases()))
                : added(request, name, parent);
    }

    private Reply added(Request request, Unit.Name name, OptionalLong parent) {
        long id = database.transaction(() -> {
            long added = units.add(parent, name);
            audit.add(request.person().key(), "unit-add", added + " " + name.text(), clock.instant());
            return added;
        });
        Unit unit = units.byId(id).orElseThrow();
        return request.plain("unit.added", Long.toString(id), names.full(unit, request.phrases()));
    }

    private Reply rename(Request request, String words) {
        String[] parts = words.strip().split("\\s+", 2);
        Optional<Wish> wish = parts.length < 2 ? Optional.empty() : wish(parts[1]);
        if (wish.isEmpty()) {
            return usage(request);
        }
        UnitNames.Found found = names.one(parts[0], request.phrases());
        return found.unit()
                .map(unit -> rename(request, unit, wish.get()))
                .orElseGet(() -> Reply.plain(found.problem()));
    }

    private Reply rename(Request request, Unit unit, Wish wish) {
        LocalDate from = wish.from().orElse(names.today());
        if (!from.isAfter(unit.names().get(unit.names().size() - 1).from())) {
            return request.plain("unit.too-early", DateFormats.date(from));
        }
        database.transaction(() -> {
            units.rename(unit.id(), wish.name(), from);
            audit.add(request.person().key(), "unit-rename", unit.id() + " " + wish.name(), clock.instant());
        });
        return request.plain("unit.renamed", unit.name(), wish.name(), DateFormats.date(from));
    }

    private Reply end(Request request, Wish wish) {
        UnitNames.Found found = names.one(wish.name(), request.phrases());
        if (found.unit().isEmpty()) {
            return Reply.plain(found.problem());
        }
        Unit unit = found.unit().get();
        LocalDate last = wish.to().orElse(names.today());
        database.transaction(() -> {
            units.end(unit.id(), last);
            audit.add(request.person().key(), "unit-end", unit.id() + " " + last, clock.instant());
        });
        return request.plain("unit.ended", unit.name(), DateFormats.date(last));
    }

    private Reply show(Request request, String words) {
        UnitNames.Found found = names.one(words, request.phrases());
        return found.unit().map(unit -> show(request, unit)).orElseGet(() -> Reply.plain(found.problem()));
    }

    private Reply show(Request request, Unit unit) {
        List<String> lines = new ArrayList<>();
        unit.names().forEach(name -> lines.add(line(request, name)));
        List<Chat> chats = units.chats(unit.id());
        lines.add(request.say(chats.isEmpty() ? "unit.no-chats" : "unit.chats"));
        chats.forEach(chat -> lines.add("• " + ChatAdmission.title(chat, request.phrases())));
        if (chats.size() > 1) {
            lines.add(failover.told(unit.id(), request.phrases())
                    .orElseGet(() -> request.say("failover.offer", unit.id())));
        }
        return Reply.of(LongList.messages(
                RichText.builder().bold("#" + unit.id() + " " + names.full(unit, request.phrases())), lines));
    }

    private static String line(Request request, Unit.Name name) {
        String from = name.from().equals(LocalDate.MIN) ? "…" : DateFormats.date(name.from());
        String to = name.to().equals(LocalDate.MAX) ? "…" : DateFormats.date(name.to());
        return request.say("unit.name", name.text(), from, to);
    }
}
