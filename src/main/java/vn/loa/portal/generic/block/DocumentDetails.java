package vn.loa.portal.generic.block;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * The details of a document on its page: rows, or terms and their values, with its number, its day and its subject, which is
 * the page's title where nothing else is.
 *
 * @param from the number of its first block
 * @param to the number after its last block
 * @param titleBlock the number of the block with its subject
 * @param title its subject
 */
public record DocumentDetails(int from, int to, int titleBlock, String title) {
    private static final int LEVELS = 6;
    private static final int LONGEST = 40;
    private static final int FEWEST_LABELS = 2;
    private static final int SHORTEST_TITLE = 12;
    private static final int LONGEST_TITLE = 500;
    private static final String CELL = " | ";
    private static final Pattern LABELLED = Pattern.compile("^[^:|]{1,40}[:|][:|\\s]*");
    private static final Pattern LABEL = Pattern.compile(
            "^(so|ky hieu|so[ ,/]{1,3}ky hieu|so hieu|so van ban|ngay (ban hanh|ky|van ban|(co )?hieu luc)"
                    + "|(loai|hinh thuc|the loai) van ban|(co quan|don vi)( ban hanh)?|nguoi ky|linh vuc)( van ban)? ?(:|\\||$)");
    private static final Pattern SUBJECT = Pattern.compile(
            "^(trich yeu( noi dung| van ban)?|noi dung trich yeu|ten van ban|tieu de( van ban)?) ?(:|\\||$)");

    /** Finds the details of the one document that a page shows; empty where it shows none, or several. */
    public static Optional<DocumentDetails> in(PageText page) {
        int[] subjects = IntStream.range(0, page.blocks().size())
                .filter(at -> matches(SUBJECT, page.block(at)))
                .limit(2)
                .toArray();
        return subjects.length == 1 ? at(page, subjects[0]) : Optional.empty();
    }

    private static Optional<DocumentDetails> at(PageText page, int subject) {
        String same = afterLabel(page.block(subject).text());
        boolean beside = same.isEmpty();
        int block = beside ? subject + 1 : subject;
        String title = !beside
                ? same
                : block < page.blocks().size() ? cell(page.block(block).text()) : "";
        return title.length() < SHORTEST_TITLE
                ? Optional.empty()
                : around(page, subject, block).map(card -> new DocumentDetails(card.from(), card.to(), block, title));
    }

    /** Returns the words after the label, as far as their cell goes. */
    private static String afterLabel(String text) {
        String words = LABELLED.matcher(text).replaceFirst("");
        return words.length() == text.length() ? "" : cell(words);
    }

    private static String cell(String row) {
        int end = row.indexOf(CELL);
        return PlainText.start(end < 0 ? row : row.substring(0, end), LONGEST_TITLE);
    }

    /** The smallest element with the subject and other labels of a card. */
    private static Optional<Container> around(PageText page, int subject, int title) {
        @Nullable Container up = page.block(subject).owner();
        for (int i = 0; i < LEVELS && up != null && !up.is("body"); i++) {
            long labels = IntStream.range(up.from(), up.to())
                    .filter(at -> matches(LABEL, page.block(at)))
                    .limit(FEWEST_LABELS)
                    .count();
            if (labels == FEWEST_LABELS && up.holds(title)) {
                return Optional.of(up);
            }
            up = up.parent();
        }
        return Optional.empty();
    }

    private static boolean matches(Pattern label, TextBlock block) {
        String text = block.text();
        return label.matcher(Folding.fold(text.substring(0, Math.min(text.length(), LONGEST))))
                .find();
    }
}
