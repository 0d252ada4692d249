package vn.loa.portal.rules;

import java.util.List;
import java.util.Objects;

/**
 * The rules that hold for every portal, from {@code resources/portals/common.yaml}.
 *
 * @param drop nodes that are never part of an article
 * @param polls nodes that are no part of an article either, unless they hold much of its text
 * @param captions captions of pictures
 * @param noise patterns for lines that are no text: counters, buttons, bare picture credits
 * @param endsAt patterns for lines at which a text ends
 * @param leadPrefix patterns for agencies' marks at the start of a text
 * @param authorLabel patterns for what stands before a name in a byline
 * @param next links to the next page of a list
 * @param documents patterns for paths of documents
 * @param documentCategory the category of a document that a list links to without naming one
 * @param assets patterns for paths that are never articles
 * @param copies patterns for path and query of other views of an article (print)
 * @param listings patterns for path and query of lists
 * @param menu patterns for paths of pages that every site links to
 * @param tracking patterns for names of parameters that are dropped from every link
 * @param position patterns for names of parameters that only say where a link stood
 * @param changing patterns for {@code name=value} of parameters that change from fetch to fetch or name a campaign
 * @param missing patterns for what a page says that is not there
 * @param challenge patterns for pages that want to see a browser
 * @param articles forms of article addresses of systems that have no rules of their own
 */
public record CommonRules(
        List<String> drop,
        List<String> polls,
        List<String> captions,
        List<String> noise,
        List<String> endsAt,
        List<String> leadPrefix,
        List<String> authorLabel,
        List<String> next,
        List<String> documents,
        String documentCategory,
        List<String> assets,
        List<String> copies,
        List<String> listings,
        List<String> menu,
        List<String> tracking,
        List<String> position,
        List<String> changing,
        List<String> missing,
        List<String> challenge,
        List<PortalRules.Address> articles) {
    public CommonRules {
        for (List<?> list : new List<?>[] {drop, polls, captions, noise, endsAt, leadPrefix, authorLabel, next}) {
            Objects.requireNonNull(list);
        }
        Objects.requireNonNull(documentCategory);
        for (List<?> list : new List<?>[] {
            documents, assets, copies, listings, menu, tracking, position, changing, missing, challenge, articles
        }) {
            Objects.requireNonNull(list);
        }
    }
}
