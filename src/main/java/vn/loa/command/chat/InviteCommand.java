package vn.loa.command.chat;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.UnitNames;
import vn.loa.command.Vocabulary;
import vn.loa.model.Button;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Unit;
import vn.loa.store.chat.UnitStore;

/**
 * Runs {@code /moi}: makes a code that admits one chat, with the unit to which it will belong and what it will follow:
 * {@code /moi xã Phú Xuyên: văn hóa, tập huấn; 3 ngày}.
 */
public final class InviteCommand implements Command {
    private static final Pattern WISH = Pattern.compile(
            "([^:;]*)(?::([^;]*))?(?:;\\s*(\\d{1,2})\\s*(?:ngày|ngay|days?)\\s*)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Invitations invitations;
    private final Predicate<String> follows;
    private final UnitStore units;
    private final UnitNames names;
    private final RunningProgram program;
    private final RandomGenerator random = new SecureRandom();

    /**
     * Makes the command.
     *
     * @param follows whether words name one thing that can be followed
     */
    public InviteCommand(CommandContext context, Invitations invitations, UnitStore units, Predicate<String> follows) {
        this.follows = follows;
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
        return Vocabulary.areFew(rest, 3) || rest.indexOf(':') > 0;
    }

    @Override
    public Role needs() {
        return Role.MANAGER;
    }

    @Override
    public boolean inGroups() {
        return false;
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("invite.private");
        }
        Matcher wish = WISH.matcher(request.arguments().strip());
        if (!wish.matches() || "0".equals(wish.group(3))) {
            return request.plain("invite.usage");
        }
        OptionalLong unit = OptionalLong.empty();
        if (!wish.group(1).isBlank()) {
            UnitNames.Found found = names.one(wish.group(1).strip(), request.phrases());
            if (found.unit().isEmpty()) {
                return Reply.plain(found.problem());
            }
            unit = OptionalLong.of(found.unit().get().id());
        }
        if (!request.role().atLeast(Role.OPERATOR) && !managed(request, unit)) {
            return request.plain("invite.own-unit");
        }
        List<String> follow = wish.group(2) == null
                ? List.of()
                : Arrays.stream(wish.group(2).split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
        Optional<String> unknown = follow.stream().filter(follows.negate()).findFirst();
        if (unknown.isPresent()) {
            return request.plain("invite.unknown", unknown.get());
        }
        Duration goodFor =
                wish.group(3) == null ? Invitations.GOOD_FOR : Duration.ofDays(Long.parseLong(wish.group(3)));
        return Reply.of(invitation(request, goodFor, unit, follow));
    }

    private boolean managed(Request request, OptionalLong unit) {
        return unit.isPresent() && request.reach().units().contains(unit.getAsLong());
    }

    private OutgoingMessage invitation(Request request, Duration goodFor, OptionalLong unit, List<String> follow) {
        String code = invitations.issue(random, request.person(), goodFor, unit, follow);
        RichText.Builder text = RichText.builder()
                .plain(request.say("invite.code", goodFor.toDays()) + "\n")
                .code("/start " + code);
        if (unit.isPresent()) {
            Unit named = units.byId(unit.getAsLong()).orElseThrow();
            text.plain("\n" + request.say("invite.unit", names.full(named, request.phrases())));
        }
        if (!follow.isEmpty()) {
            text.plain("\n" + request.say("invite.follow", String.join(", ", follow)));
        }
        OutgoingMessage message = OutgoingMessage.of(text.build());
        return program.botName(request.chat().address().bot())
                .map(name -> message.withButtons(List.of(
                        List.of(link(request.say("invite.to-group"), name, "startgroup", code)),
                        List.of(link(request.say("invite.to-person"), name, "start", code)))))
                .orElse(message);
    }

    /** Makes an invitation link. Bot API, "Deep linking": a person who follows the link sends {@code /start CODE}. */
    private static Button link(String label, String bot, String parameter, String code) {
        return new Button.Link(label, URI.create("https://t.me/" + bot + "?" + parameter + "=" + code));
    }
}
