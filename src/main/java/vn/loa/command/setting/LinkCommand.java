package vn.loa.command.setting;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.OneTimeCode;
import vn.loa.command.role.Roles;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.PersonLinkStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /lienket}: links a person's identities on several platforms by a one-time code, so that rights given to one
 * hold for all. Whoever enters a code is asked whether that is really they: somebody else's code would give rights away.
 */
public final class LinkCommand implements Command {
    private static final Duration GOOD_FOR = Duration.ofMinutes(15);
    private static final Set<String> UNLINK = Set.of("bo", "huy", "xoa", "tach", "off");
    private static final String TOPIC = "person-link";

    private final Database database;
    private final PersonLinkStore links;
    private final Roles roles;
    private final AuditStore audit;
    private final CommandContext context;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public LinkCommand(CommandContext context, PersonLinkStore links) {
        this.context = context;
        this.database = context.database();
        this.links = links;
        this.roles = context.roles();
        this.audit = context.audit();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "lienket";
    }

    @Override
    public List<String> aliases() {
        return List.of("link");
    }

    @Override
    public List<String> plainWords() {
        return List.of("lien ket tai khoan", "lien ket");
    }

    @Override
    public boolean takes(String rest) {
        return rest.isBlank() || OneTimeCode.within(rest).isPresent() || UNLINK.contains(Folding.fold(rest));
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind().shared()) {
            return request.plain("link.private");
        }
        String words = request.arguments().strip();
        if (UNLINK.contains(Folding.fold(words))) {
            return unlink(request);
        }
        Optional<OneTimeCode> code = OneTimeCode.within(words);
        return code.isEmpty() ? newCode(request) : ask(request, code.get());
    }

    private Reply newCode(Request request) {
        OneTimeCode code = OneTimeCode.random(random);
        links.addCode(
                code.digest(),
                new PersonLinkStore.Code(request.person(), clock.instant().plus(GOOD_FOR)));
        String linked = others(request.person());
        String told = linked.isEmpty() ? "" : "\n\n" + request.say("link.linked", linked);
        return Reply.plain(request.say("link.code", code.text(), GOOD_FOR.toMinutes()) + told);
    }

    /** Returns the other identities of a person, as people read them. */
    private String others(PersonId person) {
        return roles.identities(person).stream()
                .filter(other -> !other.equals(person))
                .map(roles::shown)
                .collect(Collectors.joining("; "));
    }

    private Reply ask(Request request, OneTimeCode code) {
        Optional<PersonLinkStore.Code> known = links.code(code.digest(), clock.instant());
        if (known.isEmpty()) {
            return request.plain("link.wrong");
        }
        PersonId other = known.get().person();
        if (roles.identities(request.person()).contains(other)) {
            return request.plain("link.own");
        }
        String channel = request.say("channel." + other.platform().name());
        Button yes = new Button.Action(request.say("link.yes"), ButtonData.of(name(), "y", code.text()));
        Button no = new Button.Action(request.say("link.no"), ButtonData.of(name(), "n", code.text()));
        return Reply.of(OutgoingMessage.plain(request.say("link.ask", roles.shown(other), channel))
                .withButtons(List.of(List.of(yes, no))));
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        if (request.chat().kind().shared() || data.size() < 2) {
            return request.toast("press.stale");
        }
        String digest = OneTimeCode.typed(data.field(1)).digest();
        Optional<PersonLinkStore.Code> known = links.code(digest, clock.instant());
        if (known.isEmpty() || !links.takeCode(digest)) {
            return Reply.edit(OutgoingMessage.plain(request.say("link.wrong")), request.say("press.stale"));
        }
        return data.field(0).equals("y")
                ? linked(request, known.get().person())
                : Reply.edit(OutgoingMessage.plain(request.say("link.refused")), request.say("menu.cancelled"));
    }

    private Reply linked(Request request, PersonId other) {
        database.transaction(() -> {
            links.link(other, request.person(), clock.instant());
            audit.add(request.person().key(), "person-link", other.key(), clock.instant());
            tell(request, other);
        });
        roles.changed();
        String done = request.say("link.done", roles.shown(other));
        return Reply.edit(OutgoingMessage.plain(done), request.say("schedule.done"));
    }

    /** The other identity hears of it, and operators when it gives their rights. */
    private void tell(Request request, PersonId other) {
        OutgoingMessage message = OutgoingMessage.plain(request.say("link.told", roles.shown(request.person())));
        context.notices().toPeople(List.of(other), TOPIC, message);
        if (roles.isOperator(other)) {
            context.notices()
                    .toOperators(
                            TOPIC,
                            OutgoingMessage.plain(
                                    request.say("link.operator", roles.shown(request.person()), roles.shown(other))));
        }
    }

    private Reply unlink(Request request) {
        boolean was = database.transaction(() -> {
            audit.add(request.person().key(), "person-unlink", request.person().key(), clock.instant());
            return links.unlink(request.person());
        });
        roles.changed();
        return request.plain(was ? "link.unlinked" : "link.none");
    }
}
