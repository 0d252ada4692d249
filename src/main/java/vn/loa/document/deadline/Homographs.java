package vn.loa.document.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.text.FoldedText;

/**
 * Sets apart words that are others than those of the rules and only fold like them: {@code Hàn} and {@code hạn},
 * {@code nhãn} and {@code nhận}. Their vowels become {@code w}, which no Vietnamese word has, so that they are still
 * words, of the same length. A word without marks stays: a text may be written without any.
 */
final class Homographs {
    /** The spellings that the rules mean, by their folded form. */
    private static final Map<String, Set<String>> MEANT = meant(
            "hạn,nhận,gửi gủi gưi gưỉ,đến,tới tối,cuối,chậm chấm,muộn,trễ,hết,trong,xong,trả,lập lắp,phát,chốt chót,hoàn,hàng hằng,tháng"
                    + ",trước truớc trươc trứơc trưóc truóc truơc,chuyển,trình,treo,nhập,chưa chữa,đã,được,dự,ai,nhờ nhớ,mong mồng,khi,đếm,lớn,nhắc,tại,lên"
                    + ",phải,khóa khoá");

    private static final String TAKEN =
            "(?:nhận|nộp|đăng ký|thu|gửi|bình chọn|lấy ý kiến|danh sách|số lượng)(?!\\p{L})";
    private static final String STOPPED = "(?= (?:việc |thời gian |cổng |công )?(?:tiếp )?" + TAKEN + ")";

    /** Words that the rules know in one sense beside some words and in another beside others. */
    private static final List<Pattern> BESIDE = List.of(
            word("(?:bão|bạo|bào)(?= (?:với|cho|lại|số|danh|cáo|về|trước|chậm|muộn)(?!\\p{L}))"),
            word("(?<!mong )(?:chờ|chợ|chỗ|chó|chớ)"),
            word("khoa(?= (?:nhận|nộp|đăng|gửi|bình|lấy|số)(?!\\p{L}))"),
            word("(?:đúng|đứng|đừng|dũng|dùng|dụng|đụng)" + STOPPED),
            word("(?<!phát )(?:đồng|động|đông|đống|dòng)" + STOPPED),
            word(
                    "(?:đồng|động|đông|đống|dòng)(?= (?:vào|lúc|số liệu|hội phí|tiền|phí|quỹ|góp|bảo hiểm|học phí|lệ phí)(?!\\p{L}))"),
            word("công(?=(?: \\p{L}{1,9}){0,6} (?:khóa|khoá|đóng) )"),
            word("(?:hợp|hộp)(?= (?:dân|thôn|bình|xét)(?!\\p{L}))"),
            word("(?:mới|mời|môi|mồi)(?= (?:năm|tháng|quý|tuần)(?!\\p{L}))"),
            word("(?<=từ (?:ngày|khi) )(?:kỳ|kỷ|kì|kỉ)"),
            word("đi(?= đ[ôòộ])"),
            // A title.
            word("(?<=[\"“])(?:hạn (?:chót|cuối|nộp)|thời hạn)(?=[\"”])"),
            word("phần(?= đầu)"),
            word("tỉnh(?= (?:từ|đến)(?!\\p{L}))"),
            word("(?:(?<=bảo )vệ|vé|vẽ|vế)"));

    private static final Pattern WORD = Pattern.compile("\\p{L}++");

    private Homographs() {}

    private static Map<String, Set<String>> meant(String words) {
        return Arrays.stream(words.split(","))
                .map(spellings -> Set.of(spellings.split(" ")))
                .collect(Collectors.toMap(
                        spellings -> folded(spellings.iterator().next()), spellings -> spellings));
    }

    private static Pattern word(String spellings) {
        return Pattern.compile("(?<!\\p{L})" + spellings + "(?!\\p{L})");
    }

    private static String folded(String word) {
        return FoldedText.of(word, word.length()).folded();
    }

    /** Returns a text whose folded form holds no word that is mistaken for one of the rules. */
    static FoldedText setApart(FoldedText text) {
        StringBuilder folded = new StringBuilder(text.folded());
        String small = small(text.text());
        Matcher word = WORD.matcher(small);
        while (word.find()) {
            Set<String> meant = MEANT.get(text.folded().substring(word.start(), word.end()));
            if (meant != null && isMarked(text, word) && !meant.contains(word.group())) {
                hide(folded, word);
            }
        }
        BESIDE.forEach(pattern -> hideAll(folded, pattern.matcher(small)));
        return new FoldedText(text.text(), folded.toString());
    }

    /** Returns a text in small letters, each at its place, which a lower case of the whole text may not keep. */
    static String small(String text) {
        StringBuilder small = new StringBuilder(text.length());
        text.chars().forEach(letter -> small.append((char) Character.toLowerCase(letter)));
        return small.toString();
    }

    private static boolean isMarked(FoldedText text, Matcher word) {
        return !text.folded().startsWith(word.group(), word.start());
    }

    private static void hideAll(StringBuilder folded, Matcher words) {
        while (words.find()) {
            hide(folded, words);
        }
    }

    private static void hide(StringBuilder folded, Matcher word) {
        for (int i = word.start(); i < word.end(); i++) {
            if ("aeiouy".indexOf(folded.charAt(i)) >= 0) {
                folded.setCharAt(i, 'w');
            }
        }
    }
}
