package vn.loa.portal.page;

import java.util.ArrayList;
import java.util.List;
import vn.loa.model.ArticleContent;
import vn.loa.model.Published;
import vn.loa.text.Folding;

/** Completes what a portal's rules have read by what the generic reader has seen of the same text. */
public final class Supplement {
    private static final int MOST_BEFORE = 2;
    private static final int LONGEST_LEAD = 1_500;
    private static final int SHORTEST_LEAD = 30;

    private Supplement() {}

    /** Returns an article with the introduction and the date of another reading of its page, where it has none. */
    public static ArticleContent of(ArticleContent ruled, ArticleContent seen) {
        String lead = ruled.lead().isEmpty() ? leadBefore(ruled.paragraphs().get(0), seen) : ruled.lead();
        Published published =
                ruled.published().instant().isEmpty() && seen.title().equals(ruled.title())
                        ? seen.published()
                        : ruled.published();
        return new ArticleContent(
                ruled.title(),
                published,
                lead,
                ruled.paragraphs(),
                ruled.category(),
                ruled.author(),
                ruled.image(),
                ruled.attachments());
    }

    /** The lines that stand before the first paragraph, as far as they are a text. */
    private static String leadBefore(String first, ArticleContent seen) {
        List<String> lines = new ArrayList<>();
        if (!seen.lead().isEmpty()) {
            lines.add(seen.lead());
        }
        lines.addAll(seen.paragraphs());
        String wanted = Folding.fold(first);
        for (int i = 1; i <= MOST_BEFORE && i < lines.size(); i++) {
            if (Folding.fold(lines.get(i)).equals(wanted)) {
                String lead = String.join(" ", lines.subList(0, i));
                return lead.length() >= SHORTEST_LEAD && lead.length() <= LONGEST_LEAD ? lead : "";
            }
        }
        return "";
    }
}
