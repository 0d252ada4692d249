package vn.loa.zalo;

import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.role.Roles;
import vn.loa.delivery.Answers;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.OutgoingMessage;

/** Answers people within their share of the month's messages; operators have the reserve. */
final class CountedAnswers {
    private final Answers answers;
    private final BudgetNotices budget;
    private final Roles roles;

    CountedAnswers(Answers answers, BudgetNotices budget, Roles roles) {
        this.answers = answers;
        this.budget = budget;
        this.roles = roles;
    }

    boolean maySpeak() {
        return answers.maySpeak();
    }

    /** Sends a message that answers what somebody said, or leaves it when the share is spent. */
    void send(IncomingCommand to, OutgoingMessage message) {
        if (roles.isOperator(to.sender().person())) {
            var unused = answers.send(to.chat(), message);
        } else if (budget.mayAnswer()) {
            int pieces = ZaloText.styled(message).size();
            var unused = answers.send(to.chat(), message).thenAccept(result -> {
                if (result instanceof SendResult.Sent || result instanceof SendResult.Unknown) {
                    budget.answered(pieces);
                }
            });
        }
    }
}
