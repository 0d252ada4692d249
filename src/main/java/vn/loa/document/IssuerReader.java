package vn.loa.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.text.Folding;

/** Reads the issuer from the lines that stand at the top left of a document. */
final class IssuerReader {
    private static final int MOST_LINES = 8;
    private static final Pattern ORGAN = Pattern.compile(
            "(?:uy ban|ubnd|ubmttq|mttq|mat tran|dang bo|dang uy|ban|bch|btv|btt|hoi|hdnd|so|phong|van phong"
                    + "|cong an|cong"
                    + " doan|lien doan|doan|truong|trung tam|chi bo|thuong truc|to|bo|chinh phu|thu tuong|cuc"
                    + "|chi cuc|tong"
                    + " cuc|vien(?! chuc)|toa an|tram|thanh tra|tinh uy|thanh uy|huyen uy|quan uy|kho bac|bao hiem|bhxh|quy|lien"
                    + " minh|dai hoi|bql|hoi dong|tieu ban|cum|khoi|chi hoi|hop tac xa|cong ty|nha|thu vien|bao"
                    + "|dai|chi nhanh|hat kiem lam|don bien phong|doi|nong truong|lam truong|xi nghiep|ubmttqvn|mttqvn|bcd|ldld|hlhpn|hnd|hccb|(?:thong ke|thue|hai quan|thi hanh an) (?:tinh|thanh pho|co so|khu vuc|dan su)|benh vien|bao tang"
                    + "|chu tich (?:uy ban|hoi dong) nhan dan|buu dien|dien luc|ngan hang|hoc vien|tong cong ty|tinh doan|thanh doan|xa doan|hiep hoi|lien hiep"
                    + "|phan hieu|toa)(?: .*)?");
    private static final Pattern OPEN = Pattern.compile(
            "(?!ban chap hanh trung uong$)(?:.* )?(?:va|cua|uy ban|tinh|thanh pho|xa|phuong|huyen|quan|dac khu|to quoc|nhan dan|ban|hoi|cuc"
                    + "|trung tam|phong|so|bo|trung uong|dang|ban chap hanh)");

    /** Ends with the name of a place whose last word only looks as if the name went on ("xã Ngọc Hồi"). */
    private static final Pattern CLOSED = Pattern.compile(
            ".* (?:xa|phuong|tinh|thanh pho|tp[.]?) \\S+ (?:\\S+ )?(?:xa|phuong|tinh|huyen|quan|ban|hoi|phong|so|bo|dang)");

    /** Organs that have no name of their own: that of the body above completes theirs. */
    private static final Pattern NAMELESS = Pattern.compile(
            "(?:ban thuong truc|ban thuong truc uy ban|thuong truc|btt|ban chap hanh(?: trung uong)?|ban thuong vu|van phong"
                    + "|ban to chuc|thuong truc uy ban)");

    /** Words that are stamped over a head. */
    private static final Pattern STAMP = Pattern.compile(
            "(?:hoa toc|khan|thuong khan|mat|toi mat|tuyet mat|du thao.*|ban sao|sao y.*|cong van den.*|den)");

    /** The name again in English, below the Vietnamese one. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?:(?:the )?(?:ministry|department|people'?s committee|government|office|agency|general department|university|province|socialist republic|vietnam)(?: .*)?|.* (?:of|and) .*)");

    private static final Pattern BODY =
            Pattern.compile("(?:uy ban|ubnd|hoi|doan|ban|dang uy|cong an|truong)(?: [\\p{L}]+){0,9}");
    private static final Pattern PLACE = Pattern.compile("(?:xa|phuong|tinh|thanh pho|tp|dac khu) .*");
    /** A body with its place in small letters, as portals write it on the first line. */
    private static final Pattern LOCATED = Pattern.compile(
            "\\p{Lu}[^.,;:]{1,40} (?:xã|phường|tỉnh|thành phố|đặc khu)(?: \\p{Lu}\\p{Ll}{1,8}| \\d{1,2}){1,4}");

    private static final Pattern PLACELESS = Pattern.compile("(?:uy ban|hoi dong) nhan dan");
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:uy ban|hoi dong) nhan dan (?:tinh|thanh pho|xa|phuong|dac khu|huyen|quan|thi xa|thi tran)(?: [\\p{L}\\d']{1,12}){1,6}");
    private static final int LONGEST_BODY = 60;
    /** The first word of a name, alone on its line in a narrow cell. */
    private static final Pattern FIRST_WORD =
            Pattern.compile("(?:uy|hoi|ban|so|bo|dang|cong|lien|tong|van|trung|truong)");

    /** A number that could not be read, whose label no name has. */
    private static final Pattern LABELLED = Pattern.compile("s ?o ?[:.].*|so .{0,12}/.*");

    private static final Pattern COLUMNS = Pattern.compile("(?<=\\S) {6,}+(?=\\S)");

    private IssuerReader() {}

    /** Returns the issuer's name on one line; an empty string when no line looks like one. */
    static String read(String top) {
        List<String> organs = new ArrayList<>();
        shouted(whole(HeadLines.of(COLUMNS.matcher(top).replaceAll("\n")))).stream()
                .map(IssuerReader::trimmed)
                .filter(HeadLines::isCapitals)
                .filter(line -> !LABELLED.matcher(Folding.fold(line)).matches())
                .filter(line -> !STAMP.matcher(Folding.fold(line)).matches())
                .filter(line -> !isEnglish(line))
                .limit(MOST_LINES)
                .forEach(line -> add(organs, line));
        if (organs.isEmpty()) {
            return "";
        }
        String last = organs.get(organs.size() - 1);
        boolean nameless = NAMELESS.matcher(Folding.fold(last)).matches();
        if (nameless && organs.size() > 1) {
            return OrganSpelling.restored(last + " " + organs.get(organs.size() - 2));
        }
        return ORGAN.matcher(Folding.fold(last)).matches() ? OrganSpelling.restored(last) : "";
    }

    /** Returns the issuer with its place, where the page's columns have lost it and the authority below names it. */
    static String located(String issuer, String head) {
        if (!PLACELESS.matcher(Folding.fold(issuer)).matches()) {
            return issuer;
        }
        String name = Folding.fold(issuer);
        return HeadLines.of(head).stream()
                .filter(HeadLines::isCapitals)
                .map(line -> line.replaceFirst("^CHỦ TỊCH ", ""))
                .filter(line -> AUTHORITY.matcher(Folding.fold(line)).matches()
                        && Folding.fold(line).startsWith(name))
                .findFirst()
                .orElse(issuer);
    }

    /** Returns lines of which the first word of a name stands with the others. */
    private static List<String> whole(List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        for (int at = 0; at + 1 < all.size(); at++) {
            if (FIRST_WORD.matcher(Folding.fold(all.get(at))).matches() && HeadLines.isCapitals(all.get(at + 1))) {
                all.set(at + 1, all.get(at) + " " + all.get(at + 1));
                all.set(at, "");
            }
        }
        return all;
    }

    /**
     * Returns lines of which the name of a body is in capitals too where its place is ("Uỷ ban MTTQ Việt Nam", "XÃ MỸ
     * QUỚI"), or where it is the first line and has its place.
     */
    private static List<String> shouted(List<String> lines) {
        List<String> all = new ArrayList<>(lines);
        for (int at = 0; at < all.size(); at++) {
            String line = all.get(at);
            boolean first = all.subList(0, at).stream().allMatch(String::isEmpty)
                    && LOCATED.matcher(line).matches();
            boolean named = line.length() <= LONGEST_BODY
                    && BODY.matcher(Folding.fold(line)).matches();
            if (named && (first || at + 1 < all.size() && isPlace(all.get(at + 1)))) {
                all.set(at, line.toUpperCase(Locale.ROOT));
            }
        }
        return all;
    }

    private static boolean isPlace(String line) {
        return PLACE.matcher(Folding.fold(line)).matches() && HeadLines.isCapitals(line);
    }

    /** English letters have no marks; a Vietnamese name without any has none of its words. */
    private static boolean isEnglish(String line) {
        String folded = Folding.fold(line);
        return folded.equals(line.toLowerCase(Locale.ROOT))
                && ENGLISH.matcher(folded).matches();
    }

    private static void add(List<String> organs, String line) {
        int last = organs.size() - 1;
        boolean organ = ORGAN.matcher(Folding.fold(line)).matches();
        boolean runsOn = last >= 0 && (!organ || isOpen(Folding.fold(organs.get(last))) || isQuoted(organs.get(last)));
        if (runsOn) {
            organs.set(last, organs.get(last) + " " + line);
        } else if (organ) {
            organs.add(line);
        }
    }

    /** Returns whether a name ends within quotation marks. */
    private static boolean isQuoted(String name) {
        return name.matches("[^\"“]*[\"“][^\"”]*");
    }

    private static boolean isOpen(String folded) {
        return OPEN.matcher(folded).matches() && !CLOSED.matcher(folded).matches();
    }

    private static String trimmed(String line) {
        return line.replaceAll("^[^\\p{L}\"“]+", "")
                .replaceAll("[^\\p{L}\\d)\"”]+$", "")
                .replaceAll("(?<!\\p{L})(\\p{Lu}) (?=\\p{Lu} \\p{Lu}{2})", "$1")
                .replaceAll("(?<=DÂN|NAM)(?=(?:XÃ|PHƯỜNG|TỈNH|THÀNH PHỐ|ĐẶC KHU) )", " ")
                .strip();
    }
}
