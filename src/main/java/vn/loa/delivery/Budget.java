package vn.loa.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import vn.loa.model.Bot;
import vn.loa.store.StatisticsStore;
import vn.loa.store.delivery.BudgetStore;

/**
 * A bot's plan: so many messages in a calendar month. Operators are warned when four fifths are spent; when nineteen
 * twentieths are, ordinary news waits for the next month, so that what is urgent and operators still go. Answers have a
 * fifth of the month, so that chatter stops no news.
 */
public final class Budget {
    private static final int WARN_PERCENT = 80;
    private static final int TIGHT_PERCENT = 95;
    /** The share of answers; what news do not need of the rest stays unspent. */
    private static final int ANSWERS_PERCENT = 20;

    private static final int WHOLE = 100;

    private final Bot bot;
    private final Plan plan;
    private final BudgetStore store;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Holds the limits of a bot's plan; 0 means no limit, and use is only counted.
     *
     * @param monthly messages in a calendar month
     * @param groups in which the bot may be
     * @param users who may talk to it alone
     */
    public record Plan(int monthly, int groups, int users) {}

    public Budget(Bot bot, Plan plan, BudgetStore store, ZoneId zone, InstantSource clock) {
        this.bot = bot;
        this.plan = plan;
        this.store = store;
        this.zone = zone;
        this.clock = clock;
    }

    public Bot bot() {
        return bot;
    }

    public Plan plan() {
        return plan;
    }

    public int monthly() {
        return plan.monthly();
    }

    /**
     * One message more is spent.
     *
     * @return whether operators are to be warned now, which is so once a month
     */
    public boolean spend() {
        YearMonth month = month();
        store.spend(bot, month);
        return above(WARN_PERCENT) && store.warn(bot, month);
    }

    public int spent() {
        return store.spent(bot, month());
    }

    /**
     * Returns the number of messages expected by the end of the month: news at their present rate, and answers at theirs
     * as far as their share goes.
     */
    public int forecast() {
        int answers = answers();
        int news = expected(Math.max(0, spent() - answers));
        int more = expected(answers);
        return news + (plan.monthly() == 0 ? more : Math.min(more, Math.max(answers, answersShare())));
    }

    private int expected(int messages) {
        LocalDate today = today();
        return Math.toIntExact(Math.round((double) messages * today.lengthOfMonth() / today.getDayOfMonth()));
    }

    /** Notes that so many of the messages spent were answers to people who are no operators. */
    public void answered(int messages) {
        store.answered(bot, month(), messages);
    }

    /** Returns how many of this month's messages were answers. */
    public int answers() {
        return store.answers(bot, month());
    }

    /** Returns how many messages of a month people may be answered with. */
    public int answersShare() {
        return plan.monthly() * ANSWERS_PERCENT / WHOLE;
    }

    /**
     * Returns whether people who are no operators may be answered: chatter must not spend what news need, nor the reserve
     * for operators and for what is urgent.
     */
    public boolean mayAnswer() {
        return plan.monthly() == 0 || answers() < answersShare() && !tight();
    }

    /** Returns whether operators are to be told now that people are answered no more, which is so once a month. */
    public boolean tellAnswersSpent() {
        return store.tellAnswers(bot, month());
    }

    /** Counts whom the bot cannot write to until they write, and what waits for it: it is sent then. */
    public StatisticsStore.Awaited awaited() {
        return store.awaited(bot);
    }

    /** Returns the number of groups the bot is in. */
    public int groups() {
        return store.chats(bot, true);
    }

    /** Returns the number of people who talk to the bot alone. */
    public int users() {
        return store.chats(bot, false);
    }

    /** Returns whether ordinary news has to wait for the next month. */
    public boolean tight() {
        return above(TIGHT_PERCENT);
    }

    private boolean above(int percent) {
        return plan.monthly() > 0 && (long) spent() * WHOLE >= (long) plan.monthly() * percent;
    }

    /** When the next month begins. */
    Instant renewal() {
        return month().plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    }

    private YearMonth month() {
        return YearMonth.from(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
