package vn.loa.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/** Reads who issued a document that a sentence calls: who is named with the kind, before the verb, or after "của". */
final class IssuingOrgan {
    private static final int LONGEST = 120;

    private static final Pattern OF = Pattern.compile(
            "[, ]{1,2}(?:cua|do) (?<issuer>[^,.;()]{2,80}, (?:ban|bo|so|hoi|uy ban|ubnd|mttq) [^,.;()]{2,60}?(?= ve )|[^,.;()]{2,120}?)(?= ve | v/v |, |\\.|;| de | nham | tai |$| ban hanh)");

    /** A day before the name of who issues, without a comma between. */
    private static final String BEFORE_NAME =
            "(?iu)^(?:(?:sáng|trưa|chiều|tối) )?(?:nay|ngày \\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?),? (?=\\p{L})";

    private static final Pattern ORGAN = Pattern.compile(
            "(?:uy ban|ubnd|ubmttq|mttq|mat tran|dang uy|ban |bch|btv|btt|hoi |hdnd|so |phong |van phong|cong an"
                    + "|cong doan|lien doan|"
                    + "doan |truong |trung tam|chi bo|thuong truc|bo |chinh phu|thu tuong|cuc|tinh uy|thanh uy"
                    + "|huyen uy|chu tich|bi thu).*");

    private IssuingOrgan() {}

    /** Returns the name between the last comma and the verb, an empty string when none is there. */
    static String before(String before) {
        int comma = Math.max(before.lastIndexOf(','), Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')));
        String after = before.substring(comma + 1).strip();
        boolean headed = after.isEmpty() && comma > 0 && before.charAt(comma) == ':';
        String subject = headed ? before.substring(0, comma).strip() : after;
        String bare = subject.replaceAll(
                "(?:\\s|^)(?:đã|vừa|mới|cũng|chính thức|ký|tiếp tục|đồng thời|kịp thời|xây dựng|tham mưu)(?=\\s|$)",
                " ");
        String name = bare.replaceAll("\\s+", " ").strip().replaceFirst(BEFORE_NAME, "");
        return isOrgan(name) && name.length() <= LONGEST ? name : "";
    }

    /** Returns the name between kind and number: "Quyết định của Thủ tướng Chính phủ số 69/2008/QĐ-TTg". */
    static String between(FoldedText text, Matcher called) {
        String words = called.group("words") == null
                ? ""
                : text.text()
                        .substring(called.start("words"), called.end("words"))
                        .strip();
        String named = words.replaceFirst("(?iu)^của ", "");
        return named.length() < words.length() && isOrgan(named) ? named : "";
    }

    /** Returns where "của …" or "do …" that begins at a position ends; the position itself where none begins. */
    static int end(FoldedText text, int from) {
        Matcher of = OF.matcher(text.folded()).region(from, text.folded().length());
        return of.lookingAt() ? of.end() : from;
    }

    /** Returns the name after "của" or "do" at a position, an empty string when none is there. */
    static String after(FoldedText text, int from) {
        Matcher of = OF.matcher(text.folded()).region(from, text.folded().length());
        String named = of.lookingAt()
                ? text.text().substring(of.start("issuer"), of.end("issuer")).strip()
                : "";
        return isOrgan(named) ? named : "";
    }

    private static boolean isOrgan(String name) {
        return ORGAN.matcher(FoldedText.of(name, 200).folded() + " ").matches();
    }
}
