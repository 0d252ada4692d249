package vn.loa.portal.generic;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.portal.generic.GenericArticle.Confidence;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.TextBlock;

/** Decides whether a page is an article. In doubt it is: a wrong refusal loses a text, a doubtful text is marked. */
final class Verdict {
    /** A body of so many letters of running text is not there by chance. */
    private static final int A_BODY = 250;

    private static final int A_FEW_WORDS = 12;
    private static final int SHORT_NOTICE = 600;
    private static final double MOSTLY = 0.7;
    private static final int FOOTER_WITHIN = 4;
    private static final Pattern FOOTER = Pattern.compile(
            "(^|[\\s_-])(footer|copyright|imprint|chan-?trang|ban-?quyen)([\\s_-]|$)", Pattern.CASE_INSENSITIVE);

    private final Body body;
    private final boolean declared;

    /** @param declared whether the page itself says that it is an article */
    Verdict(Body body, boolean declared) {
        this.body = body;
        this.declared = declared;
    }

    /** Returns the confidence that the page is an article; empty when it is none. */
    Optional<Confidence> confidence(GenericListReader list) {
        boolean hasBody = body.prose() >= A_BODY;
        if (declared && hasBody) {
            return Optional.of(Confidence.DECLARED);
        }
        if (isEmpty() || isFooter() || isLogIn() || (!declared && isInside(list))) {
            return Optional.empty();
        }
        return Optional.of(hasBody ? Confidence.LIKELY : Confidence.DOUBTFUL);
    }

    private boolean isEmpty() {
        return body.letters() < A_FEW_WORDS && !declared;
    }

    /** Where nothing else was found, the imprint at the foot of every page is no article. */
    private boolean isFooter() {
        Container up = body.element();
        for (int i = 0; i < FOOTER_WITHIN && up != null; i++) {
            if (up.is("footer")
                    || FOOTER.matcher(up.element().className()
                                    + ' '
                                    + up.element().id())
                            .find()) {
                return body.prose() < SHORT_NOTICE;
            }
            up = up.parent();
        }
        return false;
    }

    private boolean isLogIn() {
        Container around = body.element();
        return body.prose() < A_BODY
                && !declared
                && around != null
                && around.element().selectFirst("input[type=password]") != null;
    }

    /** Returns whether the text is nothing but the teasers of a list. */
    private boolean isInside(GenericListReader list) {
        BitSet teasers = list.teaserBlocks();
        int inside = 0;
        for (TextBlock block : body.blocks()) {
            inside += teasers.get(block.number()) ? block.letters() : 0;
        }
        return inside > MOSTLY * body.letters();
    }
}
