package vn.loa.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.command.incoming.RecentMemberCounts;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.role.Roles;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.ApprovalStore;

/**
 * Asks operators about chats that wish to be let in: a card each while few wait, one line for many, and one card for all
 * that a single account asks.
 */
final class ApprovalRequests {
    /** While no more chats wait, each has a card of its own. */
    private static final int FEW = 3;
    /** Further groups of one account are not asked about while so many of them wait. */
    private static final int MOST_OF_ONE = 20;
    /** After such a silence operators are told of the next request again. */
    private static final Duration LONG_QUIET = Duration.ofHours(12);

    private static final String TOPIC = "approval";

    private final ApprovalStore store;
    private final Roles roles;
    private final Notices notices;
    private final Phrases phrases;
    private final InstantSource clock;
    private final CommandButtons buttons;
    private final RecentMemberCounts members = new RecentMemberCounts();

    ApprovalRequests(ApprovalStore store, Roles roles, Notices notices, Phrases phrases, InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.notices = notices;
        this.phrases = phrases;
        this.clock = clock;
        this.buttons = new CommandButtons(clock);
    }

    /** Returns how many people are in the groups that wait, for whoever can ask the platform. */
    RecentMemberCounts members() {
        return members;
    }

    /** Asks about a chat, once. */
    void ask(Chat chat, Optional<PersonId> by) {
        Instant now = clock.instant();
        Optional<Instant> before = store.lastBefore(now);
        int earlier = by.map(store::of).orElse(0);
        if (earlier >= MOST_OF_ONE || !store.add(chat.address(), by, now) || earlier > 0) {
            return;
        }
        ApprovalStore.Waiting waiting = store.waiting();
        boolean quiet =
                before.filter(last -> last.plus(LONG_QUIET).isBefore(now)).isPresent();
        if (waiting.all() <= FEW) {
            notices.toOperators(TOPIC, card(chat, phrases));
        } else if (quiet || Integer.bitCount(waiting.all()) == 1) {
            notices.toOperators(TOPIC, collected(waiting));
        }
    }

    /** Returns the card with which an operator decides about a chat. */
    OutgoingMessage card(Chat chat, Phrases words) {
        Optional<String> by =
                store.by(chat.address()).filter(person -> chat.kind().shared()).map(roles::shown);
        return ApprovalRequest.message(chat, by, members.of(chat.address()), words);
    }

    private OutgoingMessage collected(ApprovalStore.Waiting waiting) {
        String counts = Stream.of(
                        waiting.people() > 0 ? phrases.say("approval.people", waiting.people()) : "",
                        waiting.groups() > 0 ? phrases.say("approval.groups", waiting.groups()) : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return OutgoingMessage.plain(phrases.say("approval.collected", counts))
                .withButtons(buttons.button(
                                phrases.say("approval.see"), new CommandButtons.Typed(ApprovalRequest.COMMAND, ""))
                        .map(button -> List.of(List.of(button)))
                        .orElse(List.of()));
    }

    /** Forgets the request of a chat that is decided. */
    void decided(Chat chat) {
        store.remove(chat.address());
    }
}
