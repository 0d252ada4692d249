package vn.loa.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The checks that the loader cannot make by itself, because the packages above own them.
 *
 * @param cron what a cron expression may say
 * @param portals the names of the portal rules there are, without {@code custom}
 * @param rules what the rules of a source with {@code portal: custom} may say
 */
public record ConfigChecks(CronCheck cron, Set<String> portals, RulesCheck rules) {
    public ConfigChecks {
        portals = Set.copyOf(portals);
    }

    /** Checks cron expressions. */
    @FunctionalInterface
    public interface CronCheck {
        /** Returns the fault of the expression, as in "has no day of the week"; empty when nothing is. */
        Optional<String> problem(String expression);
    }

    /** Checks the rules of a portal. */
    @FunctionalInterface
    public interface RulesCheck {
        /**
         * Returns all that is wrong with the rules; they are as in the file: text, whole numbers, true or false, lists,
         * maps.
         */
        List<RuleProblem> problems(Map<String, Object> rules);
    }

    /**
     * A mistake in a rule.
     *
     * @param key which one, for example {@code date} or {@code article.title}; an empty string for all together
     * @param what what is wrong, as in "is not a CSS selector"
     */
    public record RuleProblem(String key, String what) {}
}
