package vn.loa.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.portal.address.ArticleKeys;
import vn.loa.portal.address.CommonForms;
import vn.loa.portal.rules.CommonRules;
import vn.loa.portal.rules.Css;
import vn.loa.portal.rules.Patterns;
import vn.loa.portal.rules.PortalRules;
import vn.loa.text.date.VietnameseDates;

/**
 * A portal's rules made ready for use.
 *
 * @param rules the data
 * @param marks what its pages are recognised by
 * @param keys which of its links are articles
 * @param lenientKeys the same where an item is an article by being there, as in a feed: any path of its site will do
 * @param list its lists; empty when it is read by the generic reader
 * @param article its articles; empty when they are read by the generic reader
 */
record Portal(
        PortalRules rules,
        Marks marks,
        ArticleKeys keys,
        ArticleKeys lenientKeys,
        Optional<ListSelectors> list,
        Optional<ArticleSelectors> article) {
    static Portal of(PortalRules rules, CommonForms common, CommonRules commonRules) {
        return new Portal(
                rules,
                Marks.of(rules.recognise()),
                new ArticleKeys(rules.identity(), common),
                new ArticleKeys(rules.identity().withAnyPath(), common),
                Optional.ofNullable(rules.list()).map(ListSelectors::of),
                Optional.ofNullable(rules.article()).map(article -> ArticleSelectors.of(article, commonRules)));
    }

    /** Returns the same portal, whose lists may link to articles on these other hosts. */
    Portal linkingTo(Set<String> hosts) {
        return hosts.isEmpty()
                ? this
                : new Portal(rules, marks, keys.linkingTo(hosts), lenientKeys.linkingTo(hosts), list, article);
    }

    String name() {
        return rules.name();
    }

    /** Returns the date reader for this portal, given that of the source. */
    VietnameseDates dates(VietnameseDates dates) {
        boolean monthFirst = rules.dates().order().equals(PortalRules.DateRules.MONTH_FIRST);
        return (monthFirst ? dates.monthFirst() : dates)
                .withPatterns(rules.dates().patterns());
    }

    /** The marks by which a portal's pages are recognised, ready for use. */
    record Marks(Patterns generator, Css selectors, Patterns links) {
        static Marks of(PortalRules.Recognise rules) {
            return new Marks(Patterns.of(rules.generator()), Css.of(rules.selectors()), Patterns.of(rules.links()));
        }
    }

    /** The selectors of a list, ready for use. */
    record ListSelectors(
            Css item, Css title, Css link, Css date, Css teaser, Css image, Css category, Css section, Css next) {
        static ListSelectors of(PortalRules.ListRules rules) {
            return new ListSelectors(
                    Css.of(rules.item()),
                    Css.of(rules.title()),
                    Css.of(rules.link().isEmpty() ? rules.title() : rules.link()),
                    Css.of(rules.date()),
                    Css.of(rules.teaser()),
                    Css.of(rules.image()),
                    Css.of(rules.category()),
                    Css.of(rules.section()),
                    Css.of(rules.next()));
        }
    }

    /** The selectors and patterns of an article, ready for use. */
    record ArticleSelectors(
            Css title,
            Css date,
            Css lead,
            Css body,
            Css author,
            Css category,
            Css image,
            Css attachments,
            Css captions,
            Css drop,
            Css polls,
            Patterns titlePrefix,
            Patterns leadPrefix,
            Patterns endsAt,
            boolean authorBeforeDate) {
        static ArticleSelectors of(PortalRules.ArticleRules rules, CommonRules commonRules) {
            return new ArticleSelectors(
                    Css.of(rules.title()),
                    Css.of(rules.date()),
                    Css.of(rules.lead()),
                    Css.of(rules.body()),
                    Css.of(rules.author()),
                    Css.of(rules.category()),
                    Css.of(rules.image()),
                    Css.of(rules.attachments()),
                    Css.of(both(rules.captions(), commonRules.captions())),
                    Css.of(both(rules.drop(), commonRules.drop())),
                    Css.of(commonRules.polls()),
                    Patterns.of(rules.titlePrefix()),
                    Patterns.of(both(rules.leadPrefix(), commonRules.leadPrefix())),
                    Patterns.of(both(rules.endsAt(), commonRules.endsAt())),
                    rules.authorBeforeDate());
        }

        private static List<String> both(List<String> own, List<String> common) {
            List<String> both = new ArrayList<>(own);
            both.addAll(common);
            return both;
        }
    }
}
