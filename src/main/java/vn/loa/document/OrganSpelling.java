package vn.loa.document;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/**
 * Puts right the marks that a scan lost or changed in the words that the names of organs are made of ("THƯỜNG TRỤC",
 * "NHÂN DÂN TĨNH"). Words that also make the names of places are only known beside others.
 */
final class OrganSpelling {
    private static final int LONGEST = 1000;

    private static final Map<String, String> SPELLED = spelled(
            "NHÂN DÂN,NHÂN DÂN TỈNH,NHÂN DÂN XÃ,NHÂN DÂN PHƯỜNG,NHÂN DÂN THÀNH PHỐ,TỔ QUỐC VIỆT NAM,MTTQ VIỆT NAM,VIỆT NAM TỈNH,VIỆT NAM XÃ,"
                    + "VIỆT NAM PHƯỜNG,MẶT TRẬN TỔ QUỐC,BAN THƯỜNG TRỰC,BAN THƯỜNG VỤ,BAN CHẤP HÀNH,HỘI ĐỒNG NHÂN DÂN,HỘI ĐỒNG TUYỂN DỤNG,HỘI NÔNG DÂN,"
                    + "HỘI CỰU CHIẾN BINH,LIÊN HIỆP PHỤ NỮ,VIÊN CHỨC,TRƯỜNG TIỂU HỌC,TRƯỜNG MẦM NON,TRƯỜNG THCS,TRƯỜNG THPT,GIÁO DỤC VÀ ĐÀO TẠO");

    private static final Pattern WORDS =
            Pattern.compile("(?<![a-z])(?:" + String.join("|", SPELLED.keySet()) + ")(?![a-z])");

    private OrganSpelling() {}

    /** The longer words come first. */
    private static Map<String, String> spelled(String words) {
        Map<String, String> spelled = new TreeMap<>((one, two) -> two.compareTo(one));
        for (String each : words.split(",")) {
            spelled.put(FoldedText.of(each, LONGEST).folded(), each);
        }
        return Collections.unmodifiableMap(spelled);
    }

    /** Returns a name in capitals with the marks of these words as they are written; one without any marks stays so. */
    static String restored(String name) {
        if (name.chars().allMatch(letter -> letter < 128)) {
            return name;
        }
        FoldedText folded = FoldedText.of(name, LONGEST);
        StringBuilder restored = new StringBuilder(folded.text());
        Matcher words = WORDS.matcher(folded.folded());
        while (words.find()) {
            restored.replace(words.start(), words.end(), SPELLED.get(words.group()));
        }
        return restored.toString();
    }
}
