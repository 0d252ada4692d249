package vn.loa.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quartz.CronExpression;
import vn.loa.config.ConfigChecks.RuleProblem;
import vn.loa.config.yaml.ConfigProblem;
import vn.loa.telegram.TelegramConfig;
import vn.loa.zalo.factory.ZaloConfig;

/** Reads configurations as the program does, in an environment that the test decides. */
public final class Configs {
    /** Two portals, Quartz's own cron check, and rules that must have {@code item} and nothing called {@code titel}. */
    public static final ConfigChecks CHECKS =
            new ConfigChecks(Configs::cronProblem, Set.of("hanoi62", "hanoi"), Configs::ruleProblems);

    private final Map<String, String> environment = new HashMap<>();

    public Configs with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public ConfigLoader loader() {
        return new ConfigLoader(CHECKS, List.of(TelegramConfig.SECTION, ZaloConfig.SECTION), environment);
    }

    public LoaConfig read(String yaml) throws ConfigException {
        return loader().read("loa.yaml", yaml);
    }

    /** What a person reads about a configuration that cannot be used, line by line. */
    public List<String> complaints(String yaml) {
        ConfigException e = catchThrowableOfType(ConfigException.class, () -> read(yaml));
        return e == null
                ? List.of()
                : e.problems().stream().map(ConfigProblem::toString).toList();
    }

    private static Optional<String> cronProblem(String expression) {
        try {
            CronExpression.validateExpression(expression);
            return Optional.empty();
        } catch (ParseException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static List<RuleProblem> ruleProblems(Map<String, Object> rules) {
        List<RuleProblem> problems = new ArrayList<>();
        if (!rules.containsKey("item")) {
            problems.add(new RuleProblem("", "have no item"));
        }
        if (rules.get("article") instanceof Map<?, ?> article && article.containsKey("titel")) {
            problems.add(new RuleProblem("article.titel", "is no rule"));
        }
        return problems;
    }
}
