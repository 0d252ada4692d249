package vn.loa.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/** Reads what a document that a sentence calls is about: after "về việc", after a colon, or from its verb on. */
final class IssuedSubject {
    private static final int LONGEST = 300;

    private static final Pattern ABOUT = Pattern.compile("[, ]{1,2}(?:ve viec |v/v:? ?|ve )(?<subject>[^.;]{3,300}+)");
    private static final Pattern SENT = Pattern.compile(" gui [^.;:]{2,140}?(?= ve viec | ve | v/v )");
    /** A subject without "về" begins with what is to be done, or after a colon. */
    private static final Pattern DIRECT = Pattern.compile(
            "(?:[:–-] ?| - | )(?<subject>(?:(?<=[:–-] ?)|(?=to chuc|trien khai|thuc hien|phat dong|tang cuong"
                    + "|thanh lap|huong dan|van dong|giam"
                    + " sat|kiem tra|cong bo|phe duyet|quy dinh|dieu chinh|day manh|phong,? chong|tuyen truyen"
                    + "|kien toan|tiep xuc|lay y kien|xay dung|ra soat|cham lo|tham hoi|moi |trieu tap"
                    + "|bau cu|dinh chinh|ket qua|hop |de nghi|tong ket|so ket|bao cao|cong nhan|dieu dong|bo nhiem|treo co|khen thuong|yeu cau|tham gia|tap huan|sap xep|bao dam|danh gia|chao mung|dang ky))[^.;]{8,300}+)");

    private IssuedSubject() {}

    /** Returns the subject that begins at a position, an empty string when none does. */
    static String read(FoldedText text, int from) {
        Matcher sent = SENT.matcher(text.folded()).region(from, text.folded().length());
        int start = sent.lookingAt() ? sent.end() : from;
        Matcher about = ABOUT.matcher(text.folded()).region(start, text.folded().length());
        if (!about.lookingAt() && !about.usePattern(DIRECT).lookingAt()) {
            return "";
        }
        int begin = about.start("subject");
        Matcher next = CalledDocument.next(text, begin, about.end("subject"));
        int end = CalledDocument.isNext(text, next, begin) ? next.start() : about.end("subject");
        String bare = text.text().substring(begin, end).strip().replaceAll("[\\s\"”.,;:)]+$", "");
        return bare.length() <= LONGEST ? bare : "";
    }
}
