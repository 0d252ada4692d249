package vn.loa.command.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.role.Roles;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.PersonalDataStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.text.Folding;

/**
 * Words a line of the journal as a sentence, with people, chats and units by their names; their numbers stand behind it.
 * A line that it does not know is given as it was written.
 */
public final class JournalText {
    private static final int LONGEST_DETAIL = 120;
    private static final Pattern OF_CHAT = Pattern.compile("(\\d{1,18})(?: (.*))?", Pattern.DOTALL);
    private static final Pattern SUBSCRIPTION = Pattern.compile("([A-Z]{1,12}) (.*)", Pattern.DOTALL);
    private static final Pattern GRANT = Pattern.compile("(\\S{1,100})(?: (operator|unit|chat))?(?: (\\d{1,18}))?");
    private static final Pattern COUNTED = Pattern.compile("(#?\\d{1,18}) to (\\d{1,9}) chats");
    private static final Pattern REPEATING = Pattern.compile("(#\\d{1,18}) ([A-Z]{1,20})");
    private static final Pattern WAIT = Pattern.compile("PT(?:\\d{1,4}H)?(?:\\d{1,4}M)?(?<!PT)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern UNTIL = Pattern.compile("until (\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,24}Z)");
    private static final List<String> ABOUT_CHATS = List.of(
            "subscribe",
            "unsubscribe",
            "schedule",
            "receipts",
            "pictures",
            "language",
            "approve",
            "refuse",
            "stop",
            "invited",
            "unit",
            "rename");
    /** The actor who works at the server itself, as with {@code loa import}. */
    private static final String SHELL = "console:";

    private static final List<String> ABOUT_UNITS =
            List.of("unit-failover", "unit-failover-end", "unit-rename", "unit-end");
    private static final List<String> ABOUT_PEOPLE = List.of("grant", "take");
    /** Wishes of {@code /lich}, folded, by how they begin; the first that fits is taken. */
    private static final List<String> WISHES = List.of(
            "tamdung", "tam dung", "chay", "yenlang", "yen lang", "ngaylamviec", "ngay lam viec", "moingay", "ngay");

    private final AuditStore audit;
    private final Roles roles;
    private final ChatStore chats;
    private final UnitStore units;
    private final UnitNames unitNames;
    private final ZoneId zone;

    public JournalText(CommandContext context, ChatStore chats, UnitStore units) {
        this.audit = context.audit();
        this.roles = context.roles();
        this.zone = context.zone();
        this.chats = chats;
        this.units = units;
        this.unitNames = new UnitNames(units, context.zone(), context.clock());
    }

    /**
     * Holds a sentence and the numbers that belong to it.
     *
     * @param ids the numbers of those it names, an empty string when it names nobody
     */
    record Sentence(String text, String ids) {}

    Sentence of(Request request, AuditStore.Entry entry) {
        String who = who(request, entry.actor());
        Matcher chat = OF_CHAT.matcher(entry.detail());
        if (ABOUT_CHATS.contains(entry.action()) && chat.matches()) {
            return ofChat(request, entry, who, chat);
        }
        Matcher grant = GRANT.matcher(entry.detail());
        if (ABOUT_PEOPLE.contains(entry.action()) && grant.matches()) {
            String to = who(request, grant.group(1));
            String what = right(request, Optional.ofNullable(grant.group(2)), Optional.ofNullable(grant.group(3)));
            return new Sentence(
                    said(request, entry, who, to, what), number(entry.actor()) + " → " + number(grant.group(1)));
        }
        boolean unit = ABOUT_UNITS.contains(entry.action()) && chat.matches();
        String detail = unit ? ofUnit(request, entry.action(), chat) : detail(request, entry.detail());
        return new Sentence(said(request, entry, who, detail, ""), number(entry.actor()));
    }

    private Sentence ofChat(Request request, AuditStore.Entry entry, String who, Matcher detail) {
        long id = Long.parseLong(detail.group(1));
        String chat = title(request, id);
        String rest = Optional.ofNullable(detail.group(2)).orElse("");
        return new Sentence(
                said(request, entry, who, chat, rest(request, entry.action(), rest)),
                number(entry.actor()) + ", #" + id);
    }

    private String ofUnit(Request request, String action, Matcher detail) {
        String unit = unit(request, detail.group(1));
        String rest = Optional.ofNullable(detail.group(2)).orElse("");
        if (action.equals("unit-failover") && WAIT.matcher(rest).matches()) {
            rest = request.say("journal.wait", Duration.parse(rest).toMinutes());
        } else if (action.equals("unit-end") && DAY.matcher(rest).matches()) {
            rest = request.say("journal.until", DateFormats.date(LocalDate.parse(rest)));
        }
        return rest.isEmpty() ? unit : unit + ", " + abridged(rest);
    }

    private String rest(Request request, String action, String rest) {
        return switch (action) {
            case "subscribe", "unsubscribe" -> subscription(request, rest);
            case "schedule" -> schedule(request, rest);
            case "unit" -> unit(request, rest.replaceFirst("^to ", ""));
            default -> {
                String key = "journal.how." + rest;
                yield request.phrases().keys().contains(key) ? request.say(key) : abridged(rest);
            }
        };
    }

    private static String subscription(Request request, String rest) {
        Matcher read = SUBSCRIPTION.matcher(rest);
        if (!read.matches()) {
            return abridged(rest);
        }
        String kind = "interest." + read.group(1);
        boolean known = request.phrases().keys().contains(kind);
        String label = read.group(2).isBlank() ? "" : abridged(read.group(2));
        if (!known) {
            return abridged(rest);
        }
        return label.isEmpty() ? request.say(kind) : request.say("list.item", label, request.say(kind));
    }

    private static String schedule(Request request, String rest) {
        String folded = Folding.fold(rest);
        if (folded.matches("\\d.*")) {
            return request.say("journal.schedule.digests", abridged(rest));
        }
        return WISHES.stream()
                .filter(folded::startsWith)
                .findFirst()
                .map(wish -> request.say(
                        "journal.schedule." + wish.replace(" ", ""),
                        ofQuiet(request, folded.substring(wish.length()).strip())))
                .map(String::strip)
                .orElseGet(() -> rest.equals("settings") ? request.say("journal.how.settings") : abridged(rest));
    }

    /** Buttons say what is to happen in the quiet hours without marks. */
    private static String ofQuiet(Request request, String folded) {
        String key = "journal.quiet." + folded.replace(" ", "");
        return request.phrases().keys().contains(key) ? request.say(key) : abridged(folded);
    }

    private String right(Request request, Optional<String> kind, Optional<String> number) {
        if (kind.isEmpty()) {
            return request.say("journal.right.all");
        }
        String name = number.map(
                        id -> kind.get().equals("unit") ? unit(request, id) : title(request, Long.parseLong(id)))
                .orElse("");
        return request.say("journal.right." + kind.get(), name);
    }

    private String unit(Request request, String number) {
        return number.matches("\\d{1,18}")
                ? units.byId(Long.parseLong(number))
                        .map(unit -> unitNames.full(unit, request.phrases()))
                        .orElse("#" + number)
                : request.say("chats.unit.none");
    }

    private String title(Request request, long chat) {
        return chats.byId(chat)
                .map((Chat found) -> ChatAdmission.title(found, request.phrases()))
                .orElse("#" + chat);
    }

    private String who(Request request, String key) {
        return key.startsWith(PersonalDataStore.ERASED)
                ? request.say("journal.erased")
                : audit.name(key).orElseGet(() -> key.startsWith(SHELL) ? request.say("journal.shell") : key);
    }

    /** Returns the number that a person is named by; what is no person, such as Loa itself, as it was written. */
    private String number(String key) {
        boolean person =
                Platform.of(key.replaceFirst(":.*", "")).isPresent() && key.indexOf(':') > 0 && !key.startsWith(SHELL);
        return person ? roles.number(PersonId.parse(key)) : key;
    }

    private static String said(Request request, AuditStore.Entry entry, String who, String what, String rest) {
        String action = entry.action().replace(' ', '-');
        String key = "journal.did." + action;
        if (request.phrases().keys().contains(key)) {
            return request.say(key, who, what, rest).strip();
        }
        String general = "journal.action." + action;
        String done = request.phrases().keys().contains(general) ? request.say(general) : entry.action();
        String detail = (what + " " + rest).strip();
        return detail.isEmpty()
                ? request.say("journal.did.bare", who, done)
                : request.say("journal.did", who, done, detail);
    }

    private String detail(Request request, String detail) {
        Matcher counted = COUNTED.matcher(detail);
        if (counted.matches()) {
            return request.say("journal.chats", counted.group(1), counted.group(2));
        }
        Matcher repeating = REPEATING.matcher(detail);
        String often = "announce.every." + (repeating.matches() ? repeating.group(2) : "");
        if (request.phrases().keys().contains(often)) {
            return repeating.group(1) + ", " + request.say(often);
        }
        Matcher until = UNTIL.matcher(detail);
        return until.matches()
                ? request.say("journal.until", DateFormats.minute(Instant.parse(until.group(1)), zone))
                : abridged(detail);
    }

    private static String abridged(String text) {
        return RichText.plain(text.replaceAll("\\s+", " "))
                .abridged(LONGEST_DETAIL)
                .text();
    }
}
