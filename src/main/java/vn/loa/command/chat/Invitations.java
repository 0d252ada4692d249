package vn.loa.command.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Request;
import vn.loa.command.role.OneTimeCode;
import vn.loa.command.role.Roles;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Unit;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.InvitationStore;
import vn.loa.store.chat.InvitationStore.Invitation;
import vn.loa.store.chat.RoleStore;
import vn.loa.store.chat.UnitStore;

/** Issues and redeems one-time codes that admit chats without an operator present. Only a code's digest is kept. */
public final class Invitations {
    /** The time for which a code is valid when none is given. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private final Database database;
    private final InvitationStore invitations;
    private final ChatStore chats;
    private final ChatAdmission admission;
    private final Roles granting;
    private final UnitStore units;
    private final RoleStore roles;
    private final AuditStore audit;
    private final Notices notices;
    private final Phrases phrases;
    private final InstantSource clock;

    public Invitations(
            CommandContext context,
            InvitationStore invitations,
            ChatStore chats,
            UnitStore units,
            RoleStore roles,
            Phrases phrases) {
        this.phrases = phrases;
        this.notices = context.notices();
        this.database = context.database();
        this.admission = context.admission();
        this.granting = context.roles();
        this.invitations = invitations;
        this.chats = chats;
        this.units = units;
        this.roles = roles;
        this.audit = context.audit();
        this.clock = context.clock();
    }

    /**
     * Issues a new code for one chat.
     *
     * @param goodFor the time for which it is valid
     * @param unit the unit to which the chat will belong
     * @param wishes the words that the chat will follow
     */
    String issue(RandomGenerator random, PersonId by, Duration goodFor, OptionalLong unit, List<String> wishes) {
        OneTimeCode code = OneTimeCode.random(random);
        Instant end = clock.instant().plus(goodFor);
        database.transaction(() -> {
            invitations.add(code.digest(), new Invitation(unit, wishes, by, end));
            audit.add(by.key(), "invite", "until " + end, clock.instant());
        });
        return code.text();
    }

    /**
     * Admits a chat when the code is right, still valid, and nobody has used it. The person who brings the code
     * administers the chat, for not every platform tells who does.
     */
    Optional<Invitation> redeem(String typed, Request request) {
        Optional<Invitation> redeemed = database.transaction(() -> {
            Optional<Invitation> good = invitations
                    .take(OneTimeCode.typed(typed).digest())
                    .filter(invitation -> clock.instant().isBefore(invitation.expires()));
            good.ifPresent(invitation -> admit(request, invitation));
            return good;
        });
        if (redeemed.isPresent()) {
            granting.changed();
        }
        return redeemed;
    }

    private void admit(Request request, Invitation invitation) {
        Chat chat = request.chat();
        Optional<String> before = unitBefore(chat, invitation);
        admission.letIn(chat);
        if (invitation.unit().isPresent()) {
            chats.at(chat.address().bot(), chat.address().chatId())
                    .forEach(each -> units.assign(each.id(), invitation.unit()));
        } else if (!request.name().isBlank()) {
            chats.nameUsually(chat.id(), phrases.say("chat.of-person", request.name()));
        }
        if (chat.kind().shared()) {
            roles.grantChat(request.person(), chat.address(), invitation.by(), clock.instant());
        }
        audit.add(request.person().key(), "invited", Long.toString(chat.id()), clock.instant());
        tellOperators(chat, invitation, request.name(), before);
    }

    /** Returns the name of another unit to which a chat belongs before it is invited; empty when there is none. */
    private Optional<String> unitBefore(Chat chat, Invitation invitation) {
        OptionalLong before = units.of(chat.id());
        return before.isEmpty() || invitation.unit().isEmpty() || before.equals(invitation.unit())
                ? Optional.empty()
                : units.byId(before.getAsLong()).map(Unit::name);
    }

    /** Operators read which unit or group came in, and by whom; there is nothing for them to do. */
    private void tellOperators(Chat chat, Invitation invitation, String person, Optional<String> before) {
        String name = invitation.unit().stream()
                .mapToObj(units::byId)
                .flatMap(unit -> unit.stream())
                .map(Unit::name)
                .findFirst()
                .orElseGet(() -> ChatAdmission.title(chats.byId(chat.id()).orElse(chat), phrases));
        String who = person.isBlank() ? phrases.say("person.unnamed") : person;
        String told = before.map(unit -> phrases.say("invite.entered.moved", name, who, unit))
                .orElseGet(() -> phrases.say("invite.entered", name, who));
        notices.toOperators("invited", OutgoingMessage.plain(told));
    }
}
