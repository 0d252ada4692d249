package vn.loa.zalo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.Notices;
import vn.loa.delivery.Budget;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;

/**
 * Counts what a bot spends of its plan, and tells operators when it runs out. Called while a message is being sent, which
 * must not fail for the sake of a count or a notice.
 */
final class BudgetNotices implements ZaloPlan {
    private static final Logger log = LoggerFactory.getLogger(BudgetNotices.class);

    private final Budget budget;
    private final Notices notices;
    private final Phrases phrases;
    private final ZoneId zone;
    private final InstantSource clock;

    BudgetNotices(Budget budget, Notices notices, Phrases phrases, ZoneId zone, InstantSource clock) {
        this.budget = budget;
        this.notices = notices;
        this.phrases = phrases;
        this.zone = zone;
        this.clock = clock;
    }

    @Override
    public void spent() {
        try {
            if (budget.spend()) {
                log.warn(
                        "{}: {} of {} messages of this month are spent",
                        budget.bot(),
                        budget.spent(),
                        budget.monthly());
                tell(
                        "budget",
                        phrases.say(
                                "budget.warning",
                                budget.bot().key(),
                                budget.spent(),
                                budget.monthly(),
                                budget.forecast()));
            }
        } catch (RuntimeException e) {
            log.error("{}: a message could not be counted", budget.bot(), e);
        }
    }

    @Override
    public boolean nearlySpent() {
        try {
            return budget.tight();
        } catch (RuntimeException e) {
            log.error("{}: the messages of this month could not be counted", budget.bot(), e);
            return false;
        }
    }

    @Override
    public void refused(Duration hold) {
        try {
            Instant until = clock.instant().plus(hold);
            tell(
                    "quota",
                    phrases.say("budget.refused", budget.bot().key(), budget.spent(), DateFormats.minute(until, zone)));
        } catch (RuntimeException e) {
            log.error("{}: operators could not be told of the exceeded quota", budget.bot(), e);
        }
    }

    /** Returns whether people who are no operators may be answered out of the month's messages. */
    boolean mayAnswer() {
        try {
            boolean may = budget.mayAnswer();
            if (!may && budget.tellAnswersSpent()) {
                log.warn("{}: the month's {} answers are spent", budget.bot(), budget.answersShare());
                tell("answers", phrases.say("budget.answers-spent", budget.bot().key(), budget.answersShare()));
            }
            return may;
        } catch (RuntimeException e) {
            log.error("{}: the answers of this month could not be counted", budget.bot(), e);
            return true;
        }
    }

    /** So many messages were answers. */
    void answered(int messages) {
        try {
            budget.answered(messages);
        } catch (RuntimeException e) {
            log.error("{}: an answer could not be counted", budget.bot(), e);
        }
    }

    /** By another bot where one can: this one's messages are what is short. */
    private void tell(String topic, String text) {
        notices.toOperatorsPast(budget.bot(), topic, OutgoingMessage.plain(text));
    }
}
