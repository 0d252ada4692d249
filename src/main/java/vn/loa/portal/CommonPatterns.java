package vn.loa.portal;

import vn.loa.portal.page.PageTrouble;
import vn.loa.portal.rules.CommonRules;
import vn.loa.portal.rules.Css;
import vn.loa.portal.rules.Patterns;

/**
 * The patterns that hold for the pages of every portal, compiled once: a reader is made for each check of a source.
 *
 * @param trouble recognises pages without content
 * @param leadPrefix what stands before an introduction
 * @param authorLabel what stands before the name of an author
 * @param noise what is no part of a text
 * @param next links to the next page of a list
 */
record CommonPatterns(PageTrouble trouble, Patterns leadPrefix, Patterns authorLabel, Patterns noise, Css next) {
    static CommonPatterns of(CommonRules rules) {
        return new CommonPatterns(
                new PageTrouble(rules),
                Patterns.of(rules.leadPrefix()),
                Patterns.of(rules.authorLabel()),
                Patterns.of(rules.noise()),
                Css.of(rules.next()));
    }
}
