package vn.loa.portal.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jsoup.select.Selector;
import vn.loa.text.date.VietnameseDates;

/** Checks rules that have the right shape: selectors, patterns, and rules that are missing. */
public final class RulesCheck {
    private static final List<String> SCOPES = List.of(
            PortalRules.Address.MODULE, PortalRules.Address.FOLDER, PortalRules.Address.PAGE, PortalRules.Address.TAB);

    private final String file;
    private final List<RuleMistake> mistakes = new ArrayList<>();

    private RulesCheck(String file) {
        this.file = file;
    }

    /** Returns all mistakes in one portal's rules. */
    public static List<RuleMistake> mistakes(String file, PortalRules rules) {
        RulesCheck check = new RulesCheck(file);
        check.recognise(rules.recognise());
        if (rules.list() != null) {
            check.list(rules.list());
        }
        if (rules.article() != null) {
            check.article(rules.article());
        }
        check.identity(rules.identity());
        check.dates(rules.dates());
        return check.mistakes;
    }

    private void recognise(PortalRules.Recognise recognise) {
        patterns("recognise.generator", recognise.generator());
        selectors("recognise.selectors", recognise.selectors());
        patterns("recognise.links", recognise.links());
    }

    private void list(PortalRules.ListRules list) {
        required("list.item", list.item());
        required("list.title", list.title());
        selectors("list.item", list.item());
        selectors("list.title", list.title());
        selectors("list.link", list.link());
        selectors("list.date", list.date());
        selectors("list.teaser", list.teaser());
        selectors("list.image", list.image());
        selectors("list.category", list.category());
        selectors("list.section", list.section());
        selectors("list.next", list.next());
    }

    private void article(PortalRules.ArticleRules article) {
        required("article.title", article.title());
        required("article.body", article.body());
        selectors("article.title", article.title());
        selectors("article.date", article.date());
        selectors("article.lead", article.lead());
        selectors("article.body", article.body());
        selectors("article.author", article.author());
        selectors("article.category", article.category());
        selectors("article.image", article.image());
        selectors("article.attachments", article.attachments());
        selectors("article.captions", article.captions());
        selectors("article.drop", article.drop());
        patterns("article.title-prefix", article.titlePrefix());
        patterns("article.lead-prefix", article.leadPrefix());
        patterns("article.ends-at", article.endsAt());
    }

    private void identity(PortalRules.Identity identity) {
        for (int i = 0; i < identity.articles().size(); i++) {
            address("identity.articles[" + i + "]", identity.articles().get(i));
        }
    }

    private void address(String key, PortalRules.Address address) {
        if (address.scope() != null && !SCOPES.contains(address.scope())) {
            add(key + ".scope", address.scope(), "should be one of " + String.join(", ", SCOPES));
        }
        if (address.key() == null || !address.key().matches("[a-z0-9]+")) {
            add(key + ".key", Objects.toString(address.key(), ""), "should be a short word such as 'lr'");
        }
        boolean inQuery = address.parameter() != null || address.value() != null;
        if (inQuery) {
            pattern(key + ".path", Objects.requireNonNullElse(address.path(), ""), 0);
            pattern(key + ".parameter", Objects.requireNonNullElse(address.parameter(), ""), 0);
            pattern(key + ".value", Objects.requireNonNullElse(address.value(), ""), 1);
        } else {
            pattern(key + ".path", Objects.requireNonNullElse(address.path(), ""), 1);
        }
    }

    private void dates(PortalRules.DateRules dates) {
        if (!List.of(PortalRules.DateRules.DAY_FIRST, PortalRules.DateRules.MONTH_FIRST)
                .contains(dates.order())) {
            add("dates.order", dates.order(), "should be day-first or month-first");
        }
        for (int i = 0; i < dates.patterns().size(); i++) {
            datePattern("dates.patterns[" + i + "]", dates.patterns().get(i));
        }
        if (dates.inAddress() != null) {
            pattern("dates.in-address", dates.inAddress(), 1);
        }
    }

    private void datePattern(String key, String value) {
        try {
            VietnameseDates.in(ZoneOffset.UTC).withPatterns(List.of(value));
        } catch (IllegalArgumentException e) {
            add(key, value, "is no date pattern: " + e.getMessage());
        }
    }

    private void required(String key, List<String> values) {
        if (values.isEmpty()) {
            add(key, "", "is missing");
        }
    }

    private void selectors(String key, List<String> values) {
        each(key, values, (place, value) -> attempt(place, value, "selector", v -> Css.of(List.of(v))));
    }

    private void patterns(String key, List<String> values) {
        each(key, values, (place, value) -> pattern(place, value, 0));
    }

    private interface Place {
        void check(String key, String value);
    }

    private static void each(String key, List<String> values, Place place) {
        for (int i = 0; i < values.size(); i++) {
            place.check(values.size() == 1 ? key : key + "[" + i + "]", values.get(i));
        }
    }

    private void pattern(String key, String value, int groups) {
        attempt(key, value, "pattern", v -> {
            if (Pattern.compile(v).groupCount() < groups) {
                add(key, v, "needs a group (...) around what it should yield");
            }
        });
    }

    private void attempt(String key, String value, String what, Consumer<String> use) {
        try {
            use.accept(value);
        } catch (PatternSyntaxException | Selector.SelectorParseException | IllegalArgumentException e) {
            add(key, value, "is no " + what + ": " + e.getMessage());
        }
    }

    private void add(String key, String value, String advice) {
        mistakes.add(new RuleMistake(file, key, value, advice));
    }
}
