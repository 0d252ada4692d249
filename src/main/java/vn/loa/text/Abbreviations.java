package vn.loa.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Recognises abbreviations of Vietnamese offices and newspapers, whose full stop does not end a sentence. */
final class Abbreviations {
    /** Before a person's name; a sentence never ends with one. */
    private static final Set<String> TITLES = Set.of(
            "ths", "ts", "tskh", "pgs", "gs", "bs", "bsck", "bscki", "bsckii", "cki", "ckii", "ck1", "ck2", "ds", "ks",
            "kts", "ls", "cn", "cvc", "nsnd", "nsưt", "ngnd", "ngưt", "ttnd", "ttưt", "đ/c", "đc", "ô", "lm", "ht",
            "tt", "đđ", "nt", "sc", "ns", "gm", "hs", "nb", "mr", "mrs", "ms", "dr", "prof", "st");

    /** Before the name or the number of a place or a thing. */
    private static final Set<String> PREFIXES = Set.of(
            "tp", "tx", "kp", "nxb", "tr", "trg", "sđt", "đt", "tel", "fax", "no", "vol", "ql", "hl", "đh", "km", "đ",
            "x", "h", "q", "p");

    /** Before a person's initial. */
    private static final Set<String> PERSONS =
            Set.of("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "em", "cháu", "chí", "tên");

    /** "nữ hành khách tên V. (trú xã …)", "gặp nạn nhân H. (51 tuổi)". */
    private static final Pattern GOES_ON = Pattern.compile("\\([\\p{Ll}\\d]");

    /** A place name does not start with these, so the stop of "…các xã, TT. Tại hội nghị" ends its sentence. */
    private static final Pattern OPENER = Pattern.compile(
            "(?:Tại|Trong|Theo|Sau|Trước|Khi|Để|Nhằm|Với|Từ|Đến|Các|Những|Đây|Dự|Cùng|Cũng|Ngoài|Qua|Bên cạnh|Đồng"
                    + " chí|Đồng thời|Phát biểu|Hội nghị|Ngày|Sáng|Chiều|Tham dự|Thực hiện)(?!\\p{L}).*",
            Pattern.DOTALL);

    private Abbreviations() {}

    /** Returns whether a line ends with an abbreviation and its stop, so that its sentence goes on in the next line. */
    static boolean endsWithOne(String line) {
        if (!line.endsWith(".")) {
            return false;
        }
        String word = lastPart(line.substring(Math.max(0, line.length() - 12), line.length() - 1));
        return isOne(word);
    }

    /**
     * Returns whether the stop after {@code word} only abbreviates it.
     *
     * @param word the letters before the stop, back to the last blank
     * @param before the word before that, or an empty string
     * @param rest what follows the stop and its blank
     */
    static boolean holds(String word, String before, String rest) {
        String part = lastPart(word);
        if (part.length() == 1 && Character.isUpperCase(part.charAt(0))) {
            return isInitial(word, part, before, rest);
        }
        return isOne(part) && !OPENER.matcher(rest).matches();
    }

    /** "Nguyễn V. A." and "P. Bến Nghé" go on; "khu A." and "cúm A." end. */
    private static boolean isInitial(String word, String part, String before, String rest) {
        boolean chained = word.length() > part.length();
        boolean afterName = before.isEmpty()
                || Character.isUpperCase(before.charAt(0))
                || PERSONS.contains(before.toLowerCase(Locale.ROOT));
        return GOES_ON.matcher(rest).lookingAt()
                || (chained || afterName || isOne(part))
                        && !OPENER.matcher(rest).matches();
    }

    private static boolean isOne(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        boolean allSmall = small.equals(word);
        return (TITLES.contains(small) && !allSmall)
                || (PREFIXES.contains(small) && (!allSmall || isSmallPrefix(small)));
    }

    private static boolean isSmallPrefix(String small) {
        return small.equals("tr") || small.equals("tp") || small.equals("nxb") || small.equals("tel");
    }

    private static String lastPart(String word) {
        int dot = Math.max(word.lastIndexOf('.'), Math.max(word.lastIndexOf(' '), word.lastIndexOf('(')));
        return word.substring(dot + 1);
    }
}
