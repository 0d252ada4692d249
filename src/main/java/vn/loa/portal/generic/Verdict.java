package vn.loa.portal.generic;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
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

    private static final Pattern GONE = Pattern.compile(
            "\\b(404|not found|page (can ?not|could not|can't) be found|không tìm thấy|không tồn tại|đã bị (xóa|xoá|gỡ)"
                    + "|access denied|forbidden|truy cập bị từ chối|bad gateway|service unavailable|just a moment"
                    + "|checking your browser|enable (javascript|cookies)|bật (javascript|cookie))\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Document document;
    private final Body body;
    private final TitleFinder.Title title;
    private final boolean declared;

    /** @param declared whether the page itself says that it is an article */
    Verdict(Document document, Body body, TitleFinder.Title title, boolean declared) {
        this.document = document;
        this.body = body;
        this.title = title;
        this.declared = declared;
    }

    /** Returns the confidence that the page is an article; empty when it is none. */
    Optional<Confidence> confidence(GenericListReader list) {
        boolean hasBody = body.prose() >= A_BODY;
        if (declared && hasBody) {
            return Optional.of(Confidence.DECLARED);
        }
        if (isEmpty() || isFooter() || isNoticeOfError() || isLogIn() || (!declared && isInside(list))) {
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

    private boolean isNoticeOfError() {
        return (body.prose() < SHORT_NOTICE && (saysGone(title.text()) || saysGone(document.title())))
                || (body.prose() < A_BODY && body.blocks().stream().anyMatch(block -> saysGone(block.text())));
    }

    private static boolean saysGone(String line) {
        return GONE.matcher(line).find();
    }

    private boolean isLogIn() {
        return body.prose() < A_BODY && !declared && document.selectFirst("input[type=password]") != null;
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
