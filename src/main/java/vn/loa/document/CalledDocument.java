package vn.loa.document;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.text.FoldedText;

/** Finds where a sentence calls a document by its kind, up to where its number follows ("Kế hoạch số 27/KH-UBND"). */
final class CalledDocument {
    /** So far apart two documents that are issued in one breath may stand; UTF-16 units. */
    private static final int FURTHEST = 300;

    /** The names of all kinds, folded, as alternatives. */
    static final String KINDS = Arrays.stream(DocumentKind.values())
            .map(kind -> FoldedText.of(kind.label(), 40).folded())
            .collect(Collectors.joining("|"));

    /** A kind, perhaps with words of its own, before a number; the groups are {@code kind} and {@code words}. */
    static final String CALLED = called("");

    private static final Pattern NEXT = Pattern.compile("(?:,|;| va|, va) " + CALLED);
    private static final Pattern CITED_BETWEEN = Pattern.compile(
            "[.]|(?:thuc hien|trien khai|theo|quan triet|cua|can cu|nghi quyet|ke hoach|chi thi|thay the|sua doi|bo sung)(?![a-z])");

    private CalledDocument() {}

    /**
     * Returns {@link #CALLED} with more words that may stand between kind and number.
     *
     * @param words alternatives, each followed by a stroke
     */
    static String called(String words) {
        return "(?<kind>" + KINDS + "|van ban|[A-Za-zđĐ]{2,3}(?= (?:so )?\\d))"
                + "[\\]):]?(?:(?: phoi hop| lien tich| chuyen de| hoa toc| khan)? (?:so ?:? ?)?"
                + "|(?<words>" + words
                + "(?: (?!thuc |trien |theo |cua |ve |kem |de |va |ke |nghi |quyet |cong |thong |bao )[a-z]{1,7}){1,4}) so )"
                + "(?=\\d)";
    }

    /** Returns a search for further documents in a part of a sentence, for {@link #isNext}. */
    static Matcher next(FoldedText text, int from, int to) {
        return NEXT.matcher(text.folded()).region(from, to);
    }

    /** Returns whether another document is issued after a position; a subject may stand between, no citation. */
    static boolean isNext(FoldedText text, Matcher next, int from) {
        return next.find()
                && next.start() - from <= FURTHEST
                && !CITED_BETWEEN
                        .matcher(text.folded().substring(from, next.start()))
                        .find()
                && NumberReader.at(text.text(), next.end()).isPresent();
    }
}
