package vn.loa.command.chat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.role.Roles;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Unit;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.OperatorStore;
import vn.loa.store.chat.RoleStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /quantri}: shows and changes roles. It tells everybody their own number, by which rights are given;
 * operators grant and revoke operators, managers of units and, in a group, its administrators; managers the latter.
 */
public final class RolesCommand implements Command {
    private static final List<String> GRANTS = List.of("them", "add");
    private static final List<String> TAKES = List.of("xoa", "bo", "remove");

    private final Database database;
    private final Roles roles;
    private final RoleStore granted;
    private final OperatorStore operators;
    private final UnitStore units;
    private final UnitNames names;
    private final AuditStore audit;
    private final InstantSource clock;

    public RolesCommand(CommandContext context, RoleStore granted, OperatorStore operators, UnitStore units) {
        this.database = context.database();
        this.roles = context.roles();
        this.granted = granted;
        this.operators = operators;
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
        this.audit = context.audit();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "quantri";
    }

    @Override
    public List<String> aliases() {
        return List.of("roles", "admins");
    }

    @Override
    public List<String> plainWords() {
        return List.of("quan tri");
    }

    @Override
    public boolean takes(String rest) {
        return GRANTS.contains(Folding.fold(rest.split("\\s+")[0]))
                || TAKES.contains(Folding.fold(rest.split("\\s+")[0]));
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean asksRole() {
        return true;
    }

    @Override
    public Reply run(Request request) {
        String[] parts = request.arguments().strip().split("\\s+", 3);
        if (Folding.fold(parts[0]).isEmpty()) {
            return list(request);
        }
        if (!request.role().atLeast(Role.MANAGER)) {
            return request.plain("rights.MANAGER");
        }
        Optional<PersonId> person = parts.length > 1 ? person(request, parts[1]) : Optional.empty();
        return person.map(whom -> run(request, parts, whom)).orElseGet(() -> request.plain("roles.usage"));
    }

    private Reply run(Request request, String[] parts, PersonId person) {
        String verb = Folding.fold(parts[0]);
        String what = parts.length > 2 ? parts[2].strip() : "";
        if (GRANTS.contains(verb)) {
            return isPerson(person) ? grant(request, person, what) : request.plain("roles.no-person", parts[1]);
        }
        if (!TAKES.contains(verb)) {
            return request.plain("roles.usage");
        }
        return what.isEmpty() ? take(request, person) : take(request, person, what);
    }

    /** Reads a person's number; one without a platform belongs to the platform of the chat. */
    private Optional<PersonId> person(Request request, String word) {
        if (word.startsWith("#")) {
            return roles.numbered(word);
        }
        try {
            PersonId person = word.contains(":")
                    ? PersonId.parse(word)
                    : new PersonId(request.chat().address().bot().platform(), word);
            return person.userId().matches("[A-Za-z0-9-]{1,64}") ? Optional.of(person) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isPerson(PersonId person) {
        return person.platform().mayBePerson(person.userId());
    }

    private Reply list(Request request) {
        RichText.Builder text = own(request);
        List<PersonId> admins = granted.admins(request.chat().address());
        if (request.chat().kind().shared() && !admins.isEmpty()) {
            text.plain("\n\n" + request.say("roles.chat-admins") + lines(admins));
        }
        if (request.role().atLeast(Role.OPERATOR)) {
            text.plain(ofProgram(request));
        } else if (isPerson(request.person())) {
            text.plain("\n\n" + request.say("roles.own.next"));
        }
        return Reply.of(OutgoingMessage.of(text.build()));
    }

    /** Begins with the number by which others give the person who asks a right. */
    private RichText.Builder own(Request request) {
        return isPerson(request.person())
                ? RichText.builder().plain(request.say("roles.own") + " ").code(roles.number(request.person()))
                : RichText.builder().plain(request.say("roles.anonymous"));
    }

    private String ofProgram(Request request) {
        StringBuilder text = new StringBuilder("\n\n" + request.say("roles.operators") + lines(roles.operators()));
        List<String> managers =
                granted.managers().stream().map(each -> manager(request, each)).toList();
        if (!managers.isEmpty()) {
            text.append("\n\n").append(request.say("roles.managers")).append(String.join("", managers));
        }
        return text.append("\n\n").append(request.say("roles.usage")).toString();
    }

    private String manager(Request request, RoleStore.Grant manager) {
        String unit = units.byId(manager.unitId())
                .map(each -> names.full(each, request.phrases()))
                .orElse("#" + manager.unitId());
        return "\n• " + roles.shown(manager.person()) + " – " + unit;
    }

    private String lines(List<PersonId> people) {
        return people.stream().map(person -> "\n• " + roles.shown(person)).reduce("", String::concat);
    }

    private Reply grant(Request request, PersonId person, String what) {
        if (what.isEmpty()) {
            return request.chat().kind().shared() ? grantChat(request, person) : request.plain("roles.usage");
        }
        if (!request.role().atLeast(Role.OPERATOR)) {
            return request.plain("rights.OPERATOR");
        }
        if (isOperating(what)) {
            return grantAll(request, person);
        }
        UnitNames.Found found = unit(request, what);
        return found.unit().map(unit -> grantUnit(request, person, unit)).orElseGet(() -> Reply.plain(found.problem()));
    }

    private static boolean isOperating(String what) {
        return List.of("van hanh", "operator").contains(Folding.fold(what));
    }

    private UnitNames.Found unit(Request request, String what) {
        return names.one(what.replaceFirst("(?iu)^đơn vị\\s+|^don vi\\s+", ""), request.phrases());
    }

    private Reply grantChat(Request request, PersonId person) {
        database.transaction(() -> {
            granted.grantChat(person, request.chat().address(), request.person(), clock.instant());
            audit.add(
                    request.person().key(),
                    "grant",
                    person.key() + " chat " + request.chat().id(),
                    clock.instant());
        });
        roles.changed();
        return request.plain("roles.granted.chat", roles.shown(person));
    }

    private Reply grantAll(Request request, PersonId person) {
        database.transaction(() -> {
            operators.grant(person, request.person().key(), clock.instant());
            audit.add(request.person().key(), "grant", person.key() + " operator", clock.instant());
        });
        roles.changed();
        return request.plain("roles.granted.operator", roles.shown(person));
    }

    private Reply grantUnit(Request request, PersonId person, Unit unit) {
        database.transaction(() -> {
            granted.grantUnit(person, unit.id(), request.person(), clock.instant());
            audit.add(request.person().key(), "grant", person.key() + " unit " + unit.id(), clock.instant());
        });
        roles.changed();
        return request.plain("roles.granted.unit", roles.shown(person), names.full(unit, request.phrases()));
    }

    private boolean takeAll(PersonId person) {
        boolean operator = operators.revoke(person);
        return granted.takeUnits(person) || operator;
    }

    /**
     * Revokes a person's rights. In a group the group's right alone is revoked where there is one, so that nobody loses
     * more than was meant.
     */
    private Reply take(Request request, PersonId person) {
        boolean ofChat = request.chat().kind().shared()
                && granted.admins(request.chat().address()).contains(person);
        if (!ofChat && !request.role().atLeast(Role.OPERATOR)) {
            return request.plain("roles.nothing", roles.shown(person));
        }
        Optional<Reply> obstacle = ofChat ? Optional.empty() : obstacle(request, person);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        return take(
                request,
                person,
                ofChat ? " chat " + request.chat().id() : "",
                () -> ofChat ? granted.takeChat(person, request.chat().address()) : takeAll(person));
    }

    /** Revokes only the named right: the operator's, or that over one unit. */
    private Reply take(Request request, PersonId person, String what) {
        if (!request.role().atLeast(Role.OPERATOR)) {
            return request.plain("rights.OPERATOR");
        }
        if (isOperating(what)) {
            return obstacle(request, person)
                    .orElseGet(() -> take(request, person, " operator", () -> operators.revoke(person)));
        }
        UnitNames.Found found = unit(request, what);
        return found.unit()
                .map(unit -> take(request, person, " unit " + unit.id(), () -> granted.takeUnit(person, unit.id())))
                .orElseGet(() -> Reply.plain(found.problem()));
    }

    /** Returns the reason why a person cannot cease to be an operator. One must be left whom Loa knows to exist. */
    private Optional<Reply> obstacle(Request request, PersonId person) {
        if (roles.isConfigured(person)) {
            return Optional.of(request.plain("roles.configured", roles.shown(person)));
        }
        List<PersonId> others = roles.operators().stream()
                .filter(other -> !other.equals(person) && isPerson(other))
                .toList();
        boolean left = others.stream().anyMatch(roles::isConfigured)
                || !operators.privateChats(others).isEmpty();
        return roles.isOperator(person) && !left ? Optional.of(request.plain("roles.last")) : Optional.empty();
    }

    private Reply take(Request request, PersonId person, String what, BooleanSupplier taking) {
        boolean taken = database.transaction(() -> {
            boolean any = taking.getAsBoolean();
            if (any) {
                audit.add(request.person().key(), "take", person.key() + what, clock.instant());
            }
            return any;
        });
        roles.changed();
        return request.plain(taken ? "roles.taken" : "roles.nothing", roles.shown(person));
    }
}
