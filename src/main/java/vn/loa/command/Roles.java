package vn.loa.command;

import java.util.ArrayList;
import java.util.List;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.OperatorStore;

/** Who may do what: operators by the configuration or by claim, chat administrators by the platform's word. */
public final class Roles {
    private final List<PersonId> configured;
    private final OperatorStore operators;

    public Roles(List<PersonId> configured, OperatorStore operators) {
        this.configured = List.copyOf(configured);
        this.operators = operators;
    }

    /** Everybody who looks after Loa. */
    public List<PersonId> operators() {
        List<PersonId> all = new ArrayList<>(configured);
        operators.all().stream().filter(person -> !all.contains(person)).forEach(all::add);
        return all;
    }

    boolean isOperator(PersonId person) {
        return configured.contains(person) || operators.all().contains(person);
    }

    /** The most this person may do here; the platform is asked only when it could make a difference. */
    Role of(Sender sender) {
        if (isOperator(sender.person())) {
            return Role.OPERATOR;
        }
        return sender.chatAdmin().getAsBoolean() ? Role.CHAT_ADMIN : Role.MEMBER;
    }
}
