package vn.loa.command.chat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.role.Roles;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatTrouble;
import vn.loa.model.PersonId;
import vn.loa.store.chat.ChatTroubleStore;
import vn.loa.store.chat.OperatorStore;

/** Finds operators whom an account may not write to until they write, so that alarms wait for them too. */
public final class AwaitedOperators {
    private final Roles roles;
    private final OperatorStore operators;
    private final ChatTroubleStore troubles;

    public AwaitedOperators(Roles roles, OperatorStore operators, ChatTroubleStore troubles) {
        this.roles = roles;
        this.operators = operators;
        this.troubles = troubles;
    }

    /**
     * Represents an operator in a chat.
     *
     * @param chat the private chat that gets nothing
     */
    record Awaited(PersonId person, Chat chat) {
        Awaited {
            Objects.requireNonNull(person);
            Objects.requireNonNull(chat);
        }
    }

    /** Counts the chats of operators that wait for their person. */
    public int count() {
        return all().size();
    }

    private List<Awaited> all() {
        Set<ChatAddress> waiting = troubles.all().stream()
                .filter(trouble -> trouble.kind() == ChatTrouble.Kind.WINDOW_CLOSED)
                .map(ChatTrouble::chat)
                .collect(Collectors.toSet());
        return waiting.isEmpty()
                ? List.of()
                : roles.operators().stream()
                        .flatMap(person ->
                                operators.privateChats(List.of(person)).stream().map(chat -> new Awaited(person, chat)))
                        .filter(each -> waiting.contains(each.chat().address()))
                        .toList();
    }

    /** Returns those of whom the others were not told yet; they count as told now. */
    List<Awaited> takeUntold() {
        return all().stream()
                .filter(each -> troubles.tell(each.chat().address()))
                .toList();
    }

    /** Returns the other operators. */
    List<PersonId> others(Awaited awaited) {
        return roles.operators().stream()
                .filter(person -> !person.equals(awaited.person()))
                .toList();
    }
}
