package vn.loa.text.speech;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says the number of an official document without its sign, as announcers do: {@code Kế hoạch số 27/KH-MTTQ-BTT} as
 * {@code Kế hoạch số hai mươi bảy}. Signs of kinds are those of Decree 30/2020/NĐ-CP, appendix III.
 */
final class SpokenDocumentSigns {
    /** The kinds of documents by their signs. */
    static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("NQ", "nghị quyết"),
            Map.entry("QĐ", "quyết định"),
            Map.entry("CT", "chỉ thị"),
            Map.entry("QC", "quy chế"),
            Map.entry("TB", "thông báo"),
            Map.entry("HD", "hướng dẫn"),
            Map.entry("CTr", "chương trình"),
            Map.entry("CTR", "chương trình"),
            Map.entry("KH", "kế hoạch"),
            Map.entry("PA", "phương án"),
            Map.entry("ĐA", "đề án"),
            Map.entry("BC", "báo cáo"),
            Map.entry("BB", "biên bản"),
            Map.entry("TTr", "tờ trình"),
            Map.entry("TTR", "tờ trình"),
            Map.entry("HĐ", "hợp đồng"),
            Map.entry("CĐ", "công điện"),
            Map.entry("GM", "giấy mời"),
            Map.entry("KL", "kết luận"),
            Map.entry("TT", "thông tư"),
            Map.entry("NĐ", "nghị định"),
            Map.entry("KHLT", "kế hoạch liên tịch"),
            Map.entry("CTLT", "chương trình liên tịch"),
            Map.entry("NQLT", "nghị quyết liên tịch"),
            Map.entry("TTLT", "thông tư liên tịch"),
            Map.entry("QĐi", "quy định"),
            Map.entry("QyĐ", "quy định"),
            Map.entry("PL", "pháp lệnh"),
            Map.entry("QH", "luật"),
            Map.entry("CV", "công văn"));

    private static final Pattern NAMED = Pattern.compile(
            "(?:số(?: hiệu)?|nghị quyết|quyết định|chỉ thị|quy chế|thông báo|hướng dẫn|chương trình|kế hoạch|phương án|đề án|báo cáo|biên bản|tờ trình"
                    + "|hợp đồng|công điện|giấy mời|kết luận|thông tư|nghị định|quy định|pháp lệnh|luật|công văn|văn bản|liên tịch|[nkct][qht]lt|ttlt"
                    + "|\\b(?:nq|qđ|ct|tb|hd|ctr|kh|bc|ttr|cđ|gm|kl|tt|nđ|cv)|và|,)[:.]? ?$");
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?:nghị quyết|quyết định|chỉ thị|thông báo|hướng dẫn|đề án|chương trình|tờ trình|kết luận|kế hoạch|báo cáo|thông tư|nghị định|quy định|pháp lệnh|luật|công văn|văn bản|\\bnđ|\\btt|\\bqđ)"
                    + "(?: số)?[:.]? ?$");
    private static final Pattern STANDARD =
            Pattern.compile("(?:qcvn|tcvn|iso|iec|tcxdvn|quy chuẩn việt nam|tiêu chuẩn việt nam)[ :]{0,2}$");
    /** Projects are called by their number as it is written: {@code Đề án 06/CP}. */
    static final Pattern PROJECT = Pattern.compile("(?:^|[^\\p{L}])(?:đề án|đa)(?: số)? $");

    /** {@code 30a/2008/NQ-CP} */
    private static final Pattern LETTER = Pattern.compile("\\p{L}$");

    private static final Pattern SIGN_END = Pattern.compile("\\d+$");

    private SpokenDocumentSigns() {}

    static List<SpeechRule> rules() {
        return List.of(
                SpeechRule.of(
                        "(?<![\\p{L}\\d/.,-])(\\d{1,5}(?:[a-dA-D](?=/))?)(?:/((?:19|20)\\d{2}))?[/-](\\p{Lu}[\\p{L}]{0,9}\\d{0,2}+)"
                                + "((?:[-/&.]\\p{Lu}[\\p{L}\\d]{0,19}+){0,6}+)(?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER, SpokenDocumentSigns::sign),
                SpeechRule.of(
                        "(\\d{1,5})(?:-(\\d{1,3}))?:((?:19|20)\\d{2})(?:/\\p{Lu}{2,8})?(?![\\p{L}\\d])",
                        SpeechContext.Kind.NUMBER,
                        (found, context) ->
                                context.follows(STANDARD) ? Optional.of(standard(found)) : Optional.empty()),
                SpeechRule.of(
                        "(?<![\\p{L}\\d/.,-])(\\d{1,5})/((?:19|20)\\d{2})(?![\\d/])",
                        SpeechContext.Kind.NUMBER,
                        (found, context) -> context.follows(DOCUMENT) ? Optional.of(number(found)) : Optional.empty()));
    }

    private static Optional<String> sign(Matcher found, SpeechContext context) {
        String first = SIGN_END.matcher(found.group(3)).replaceFirst("");
        boolean known = KINDS.containsKey(first);
        boolean office = found.group(3).length() > 2 && context.follows(NAMED)
                || found.group(3).length() == 2 && context.follows(DOCUMENT);
        if (!known && !office && (found.group(4).isEmpty() || found.group(3).length() < 2) && found.group(2) == null) {
            return Optional.empty();
        }
        String number = context.follows(PROJECT) ? spoken(found.group(1)) : number(found);
        return Optional.of(context.follows(NAMED) ? number : KINDS.getOrDefault(first, "văn bản") + " số " + number);
    }

    /** {@code QCVN 01-1:2024/BYT}, {@code ISO 9001:2015} */
    private static String standard(Matcher found) {
        String part = found.group(2) == null ? "" : " gạch ngang " + SpokenNumbers.cardinal(found.group(2));
        return spoken(found.group(1)) + part + " năm " + SpokenNumbers.cardinal(found.group(3));
    }

    private static String spoken(String digits) {
        return digits.startsWith("0") ? SpokenNumbers.eachDigit(digits) : SpokenNumbers.cardinal(digits);
    }

    private static String number(Matcher found) {
        Matcher letter = LETTER.matcher(found.group(1));
        String number = SpokenNumbers.cardinal(letter.replaceFirst("")) + (letter.find(0) ? " " + letter.group() : "");
        return found.group(2) == null ? number : number + " trên " + SpokenNumbers.cardinal(found.group(2));
    }
}
