package vn.loa.command.chat;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.UnitNames;
import vn.loa.command.Vocabulary;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Unit;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.UnitStore;

/**
 * Runs {@code /moi}: makes a code that admits one chat, with the unit to which it will belong and what it will follow, and
 * a text to forward: {@code /moi xã Phú Xuyên: văn hóa, tập huấn; 3 ngày}. A pasted list gives as many.
 */
public final class InviteCommand implements Command {
    private static final String ADD = "them";
    private static final String CHOSEN = "chon";
    private static final int MOST_CHOICES = 8;
    private static final int LONGEST_LABEL = 60;
    private static final String DRAFT = "invitation-draft ";

    private final Invitations invitations;
    private final Content content;
    private final UnitStore units;
    private final UnitNames names;
    private final RunningProgram program;
    private final SettingStore settings;
    private final Database database;
    private final AuditStore audit;
    private final ZoneId zone;
    private final InstantSource clock;
    private final RandomGenerator random = new SecureRandom();

    /**
     * Tells what words for something to follow mean.
     *
     * @param clear whether they name one thing
     * @param choices what they may mean, each named clearly
     */
    public record Content(Predicate<String> clear, Function<String, List<String>> choices) {}

    /**
     * Makes the command.
     *
     * @param settings keeps what waits for a unit to be made
     * @param content tells what words for something to follow mean
     */
    public InviteCommand(
            CommandContext context, Invitations invitations, UnitStore units, SettingStore settings, Content content) {
        this.settings = settings;
        this.database = context.database();
        this.audit = context.audit();
        this.zone = context.zone();
        this.clock = context.clock();
        this.content = content;
        this.invitations = invitations;
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
        this.program = context.program();
    }

    @Override
    public String name() {
        return "moi";
    }

    @Override
    public List<String> aliases() {
        return List.of("invite");
    }

    @Override
    public List<String> plainWords() {
        return List.of("ma moi");
    }

    @Override
    public boolean takes(String rest) {
        return Vocabulary.areFew(rest, 3) || rest.indexOf(':') > 0 || rest.indexOf(';') > 0;
    }

    @Override
    public Role needs() {
        return Role.MANAGER;
    }

    @Override
    public boolean inGroups() {
        return false;
    }

    /** Returns the length of a list of {@link InvitationWish#MOST} units. */
    @Override
    public int longest() {
        return 8_000;
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("invite.private");
        }
        Optional<List<InvitationWish>> wishes = InvitationWish.read(request.arguments());
        if (wishes.isEmpty()) {
            return withoutUnclear(request, InvitationWish.lines(request.arguments()));
        }
        if (wishes.get().size() > InvitationWish.MOST) {
            return request.plain("invite.many", InvitationWish.MOST);
        }
        Optional<String> unknown = unknown(wishes.get());
        return unknown.isPresent() ? offerContent(request, unknown.get()) : withUnits(request, wishes.get());
    }

    /** Makes codes for the lines that are clear, and names those that are not. */
    private Reply withoutUnclear(Request request, List<String> lines) {
        List<String> clear = lines.stream().filter(InvitationWish::clear).toList();
        if (clear.isEmpty()) {
            return request.plain("invite.usage");
        }
        String unclear = lines.stream()
                .filter(line -> !clear.contains(line))
                .map(line -> RichText.plain(line).abridged(LONGEST_LABEL).text())
                .collect(Collectors.joining("\"\n• \""));
        List<OutgoingMessage> messages = new ArrayList<>();
        messages.add(OutgoingMessage.plain(request.say("invite.unclear", unclear)));
        messages.addAll(
                run(request.in(request.chat(), String.join("\n", clear))).messages());
        return Reply.of(messages.toArray(OutgoingMessage[]::new));
    }

    private Optional<String> unknown(List<InvitationWish> wishes) {
        return wishes.stream()
                .flatMap(wish -> wish.follow().stream())
                .filter(content.clear().negate())
                .findFirst();
    }

    private List<String> choices(String unknown) {
        return content.choices().apply(unknown).stream().limit(MOST_CHOICES).toList();
    }

    /** Asks which of several things is meant; what was asked for is kept meanwhile. */
    private Reply offerContent(Request request, String unknown) {
        List<String> choices = choices(unknown);
        settings.set(DRAFT + request.person().key(), request.arguments());
        List<List<Button>> rows = IntStream.range(0, choices.size())
                .mapToObj(i -> List.of(choice(i, choices.get(i))))
                .toList();
        String told = request.say(choices.isEmpty() ? "invite.unknown" : "invite.which", unknown);
        return Reply.of(OutgoingMessage.plain(told).withButtons(rows));
    }

    private Button choice(int number, String choice) {
        return new Button.Action(
                RichText.plain(choice).abridged(LONGEST_LABEL).text(),
                ButtonData.of(name(), CHOSEN, number, Integer.toHexString(choice.hashCode())));
    }

    private Reply chosen(Request request, ButtonData data, String draft) {
        Optional<String> unknown = InvitationWish.read(draft).flatMap(this::unknown);
        List<String> choices = unknown.map(this::choices).orElse(List.of());
        Optional<String> choice = choices.stream()
                .filter(each -> Integer.toHexString(each.hashCode()).equals(data.field(2)))
                .findFirst();
        return choice.map(by ->
                        run(request.in(request.chat(), InvitationWish.replaced(draft, unknown.orElseThrow(), by))))
                .orElseGet(() -> request.toast("press.stale"));
    }

    private Reply withUnits(Request request, List<InvitationWish> wishes) {
        List<String> missing = new ArrayList<>();
        List<OptionalLong> found = new ArrayList<>();
        for (InvitationWish wish : wishes) {
            List<Unit> fitting = wish.unit().isEmpty() ? List.of() : names.find(wish.unit());
            if (fitting.size() > 1) {
                return Reply.plain(names.one(wish.unit(), request.phrases()).problem());
            }
            if (fitting.isEmpty() && !wish.unit().isEmpty()) {
                missing.add(wish.unit());
            }
            found.add(fitting.stream().mapToLong(Unit::id).findFirst());
        }
        return missing.isEmpty() ? allowed(request, wishes, found) : withoutUnits(request, missing);
    }

    private Reply allowed(Request request, List<InvitationWish> wishes, List<OptionalLong> found) {
        return request.role().atLeast(Role.OPERATOR) || found.stream().allMatch(unit -> managed(request, unit))
                ? issue(request, wishes, found)
                : request.plain("invite.own-unit");
    }

    private Reply withoutUnits(Request request, List<String> missing) {
        return request.role().atLeast(Role.OPERATOR)
                ? offerUnits(request, missing)
                : Reply.plain(names.one(missing.get(0), request.phrases()).problem());
    }

    private boolean managed(Request request, OptionalLong unit) {
        return unit.isPresent() && request.reach().units().contains(unit.getAsLong());
    }

    private Reply issue(Request request, List<InvitationWish> wishes, List<OptionalLong> found) {
        InvitationTexts texts = new InvitationTexts(request, program);
        List<OutgoingMessage> messages = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            InvitationWish wish = wishes.get(i);
            OptionalLong unit = found.get(i);
            String code = invitations.issue(random, request.person(), wish.goodFor(), unit, wish.follow());
            String name =
                    unit.isPresent() ? names.full(units.byId(unit.getAsLong()).orElseThrow(), request.phrases()) : "";
            messages.addAll(texts.about(code, wish, name, clock.instant().atZone(zone)));
        }
        return Reply.of(messages.toArray(OutgoingMessage[]::new));
    }

    /** What was asked for is kept until the operator has said whether the units are to be made. */
    private Reply offerUnits(Request request, List<String> missing) {
        settings.set(DRAFT + request.person().key(), request.arguments());
        String told = missing.stream().distinct().collect(Collectors.joining("\", \""));
        return Reply.of(OutgoingMessage.plain(request.say("invite.no-unit", told))
                .withButtons(List.of(
                        List.of(new Button.Action(request.say("invite.add-unit"), ButtonData.of(name(), ADD))))));
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        Optional<String> draft = settings.get(DRAFT + request.person().key());
        if (data.field(0).equals(CHOSEN) && draft.isPresent()) {
            return chosen(request, data, draft.get());
        }
        return data.field(0).equals(ADD) && draft.isPresent() && request.role().atLeast(Role.OPERATOR)
                ? withNewUnits(request, draft.get())
                : request.toast("press.stale");
    }

    private Reply withNewUnits(Request request, String draft) {
        settings.remove(DRAFT + request.person().key(), draft);
        database.transaction(() -> InvitationWish.read(draft).orElse(List.of()).stream()
                .map(InvitationWish::unit)
                .distinct()
                .filter(unit -> !unit.isEmpty() && names.find(unit).isEmpty())
                .forEach(unit -> addUnit(request, unit)));
        return run(request.in(request.chat(), draft));
    }

    private void addUnit(Request request, String unit) {
        long added = units.add(OptionalLong.empty(), new Unit.Name(unit, LocalDate.MIN, LocalDate.MAX));
        audit.add(request.person().key(), "unit-add", added + " " + unit, clock.instant());
    }
}
