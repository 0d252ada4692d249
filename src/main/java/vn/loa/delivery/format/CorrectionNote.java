package vn.loa.delivery.format;

import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.model.Amendment;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;

/** Words what is corrected in an article as one item of a list: {@code Họp giao ban: hạn: 15/11 → 20/11; thêm 1 tệp}. */
public final class CorrectionNote {
    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST = 200;

    /** An edit of the text alone is worth no message of its own. */
    private static final Set<Change> MATTERS =
            Set.of(Change.TITLE, Change.PUBLISHED, Change.EVENT, Change.PLACE, Change.DEADLINE, Change.WITHDRAWN);

    /** Unless it moves a deadline or a beginning, or brings another document. */
    private static final Set<Difference.Part> WORTH_A_MESSAGE =
            Set.of(Difference.Part.DEADLINE, Difference.Part.TIME, Difference.Part.FILES);

    private final Phrases phrases;
    private final ChangeLine changes;

    public CorrectionNote(Phrases phrases) {
        this.phrases = phrases;
        this.changes = new ChangeLine(phrases);
    }

    /** Returns whether people have to hear of an amendment where the message itself cannot be changed. */
    public static boolean matters(Amendment amendment) {
        return amendment.changes().stream().anyMatch(MATTERS::contains)
                || amendment.differences().stream().anyMatch(each -> WORTH_A_MESSAGE.contains(each.part()));
    }

    /** Returns the item, with the three most important changes at most. */
    public String of(Article article, Amendment amendment) {
        String title = shortened(article.content().title(), LONGEST_TITLE);
        String known = article.withdrawn() ? "" : changes.parts(amendment);
        return shortened(
                phrases.say("correction.noted", title, known.isEmpty() ? names(amendment) : known),
                LONGEST_TITLE + LONGEST);
    }

    private String names(Amendment amendment) {
        return amendment.changes().stream()
                .filter(MATTERS::contains)
                .sorted()
                .map(change -> phrases.say("change." + change.name()))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(String text, int limit) {
        return RichText.plain(text).abridged(limit).text();
    }
}
