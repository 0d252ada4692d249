package vn.loa.portal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.model.ArticleContent;
import vn.loa.text.Folding;

/** Completes what a portal's rules have read by what the generic reader has seen of the same text. */
public final class Supplement {
    private static final int MOST_BEFORE = 2;
    private static final int LONGEST_LEAD = 1_500;
    private static final int SHORTEST_LEAD = 30;

    private Supplement() {}

    /**
     * Returns an article with the introduction, the date, the writer and the picture of another reading of its page, where
     * it has none; with the text, too, where a short notice has none.
     */
    public static ArticleContent of(ArticleContent ruled, ArticleContent seen) {
        boolean notice = ruled.lead().isEmpty() && ruled.paragraphs().isEmpty();
        boolean same = seen.title().equals(ruled.title());
        if (notice) {
            return same ? of(ruled, seen, seen.lead(), seen.paragraphs()) : ruled;
        }
        String lead = ruled.lead().isEmpty() ? leadBefore(ruled.paragraphs().get(0), seen) : ruled.lead();
        return of(ruled, seen, lead, ruled.paragraphs());
    }

    private static ArticleContent of(ArticleContent ruled, ArticleContent seen, String lead, List<String> paragraphs) {
        boolean same = seen.title().equals(ruled.title());
        return new ArticleContent(
                ruled.title(),
                same && ruled.published().instant().isEmpty() ? seen.published() : ruled.published(),
                lead,
                paragraphs,
                ruled.category(),
                same && ruled.author().isEmpty() ? seen.author() : ruled.author(),
                ruled.image().or(() -> same ? seen.image() : Optional.empty()),
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
