package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.util.List;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Reads the short lines that stand above a box: that it lists an article's files, other articles, or other documents. */
enum BoxHeading {
    /** The files of the article. */
    ATTACHMENTS,
    /** Files to fetch, of the article or of the site. */
    DOWNLOADS,
    /** Other articles. */
    ARTICLES,
    /** Other documents of the site. */
    OTHER_DOCUMENTS,
    /** A part of the site that is the same beside every article. */
    SITE,
    /** Nothing that is known. */
    OTHER;

    private static final int LONGEST = 60;
    private static final String KIND =
            "(tep|tap|file|files|tai lieu|van ban|ho so|phu luc|bieu mau|mau|thong tin|noi dung|anh|link)( tin)?( van ban| tai lieu)?";
    private static final String FILES =
            "((cac|danh sach|danh muc|noi dung|thong tin) )?(" + KIND + "(,|/| va|, |/ )? ?)?(" + KIND + " )?";
    /** Without one of these a line is no heading that counts here. */
    private static final List<String> WORDS = List.of(
            "kem",
            "tai",
            "file",
            "tep",
            "tap tin",
            "download",
            "attach",
            "toan van",
            " khac",
            " moi",
            " cung ",
            "noi bat",
            "nhieu",
            "van ban",
            "thu tuc",
            "lich ",
            "cong khai",
            "dich vu",
            "thong tin",
            "huong dan",
            "lien ket");

    private static final Pattern ATTACHED = Pattern.compile("^[^\\p{L}]*((xem|tai|tai ve|download) )?" + FILES
            + "((duoc )?(dinh|gui) kem( theo| file| tep| tep tin)?|kem (theo|file|tep)|attachments?|attached (files?|documents?)"
            + "|tep tin|tap tin|file|files|tep)"
            + "( cua)?( bai viet| tin| van ban)?( \\(?neu co\\)?)?[^\\p{L}]*$");
    private static final Pattern FETCHED = Pattern.compile(
            "^[^\\p{L}]*((tai|download) )?" + FILES + "(tai (ve|xuong|file)|downloads?|toan van)[^\\p{L}]*$"
                    + "|^[^\\p{L}]*(tai( ve| xuong)?|download|link tai) (tai lieu|van ban|file|files|tep|bieu mau|ho so|tep tin|tap tin)[^\\p{L}]*$");
    private static final Pattern MORE = Pattern.compile("^[^\\p{L}]*((cac|mot so|danh muc) )?"
            + "(van ban|tai lieu|thong bao|cong van|quyet dinh|bieu mau|nghi quyet|ke hoach)( \\p{L}+){0,4}"
            + " (khac|moi|moi nhat|moi ban hanh|cung (loai|the loai|linh vuc|chuyen muc|chu de|co quan|nguoi ky|loai van ban)( .{1,40})?"
            + "|noi bat|xem nhieu|tai nhieu)[^\\p{L}]*$");
    /** "Cuộc đấu giá khác" stands above others of what the page is about, and above their documents. */
    private static final Pattern OF_OTHERS = Pattern.compile(
            "^[^\\p{L}]*(cac )?(goi thau|cuoc \\p{L}+( \\p{L}+)?|du an|du thao|ho so|bao cao|de cuong|ke hoach"
                    + "|an pham|cong bo|lich|danh sach) khac[^\\p{L}]*$");

    private static final Pattern OF_SITE = Pattern.compile("^[^\\p{L}]*((he thong|tra cuu) )?"
            + "(van ban (chi dao|quy pham|phap luat|phap quy|chi dao dieu hanh)( .{1,30})?|(bo )?thu tuc hanh chinh.{0,20}"
            + "|lich (cong tac|tuan|tiep (cong )?dan|lam viec).{0,20}|thong tin (can biet|cong khai|tuyen truyen)|cong khai.{1,30}"
            + "|dich vu cong.{0,20}|huong dan su dung.{0,20}|lien ket( web| website)?)[^\\p{L}]*$");

    /** Reads the text that an element has itself, besides that of its children. */
    static BoxHeading of(Element element) {
        boolean leads =
                element.normalName().equals("a") && !element.attr("href").startsWith("#");
        return of(element.ownText(), leads);
    }

    /** Reads a line. */
    static BoxHeading of(String line) {
        return of(line, false);
    }

    private static BoxHeading of(String own, boolean leads) {
        if (own.isBlank() || own.length() > LONGEST) {
            return OTHER;
        }
        String line = PlainText.tidy(own);
        String folded = Folding.fold(line);
        if (OF_OTHERS.matcher(folded).find()) {
            return OTHER_DOCUMENTS;
        }
        if (LinePatterns.isRelatedHeading(line)) {
            return ARTICLES;
        }
        return WORDS.stream().anyMatch(folded::contains) ? told(folded, leads) : OTHER;
    }

    private static BoxHeading told(String folded, boolean leads) {
        if (!leads && ATTACHED.matcher(folded).find()) {
            return ATTACHMENTS;
        }
        if (!leads && FETCHED.matcher(folded).find()) {
            return DOWNLOADS;
        }
        return MORE.matcher(folded).find()
                ? OTHER_DOCUMENTS
                : OF_SITE.matcher(folded).find() ? SITE : OTHER;
    }
}
