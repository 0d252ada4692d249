package vn.loa.summary;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.pattern.PrefilteredPattern;
import vn.loa.text.privacy.PrivacyKind;
import vn.loa.text.privacy.PrivateData;
import vn.loa.text.privacy.PrivatePassage;

/**
 * Holds the given names of the people whom an article names in full where it is private: "gia đình bà Lê Thị Nhà" makes
 * "bà Nhà" private in every other sentence.
 */
final class PrivatePeople {
    private static final PrefilteredPattern PERSON = PrefilteredPattern.of(
            "(?<!\\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ụ|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Bb]é) (\\p{Lu}\\p{L}*+)(?! \\p{Lu})",
            0);

    /** "Tài bán cho Thủy": a given name alone, inside a sentence. */
    private static final Pattern BARE_NAME = Pattern.compile(
            "(?<=[\\p{Ll}\\d][,;:]? )(?<!\\p{Lu}\\p{L}{0,8} )(\\p{Lu}\\p{Ll}{1,7})(?!\\p{L})(?! \\p{Lu})");

    /** Stands after the name of somebody, and in no word that begins with one: what is done, or the end. */
    private static final Pattern DOES = Pattern.compile(
            "\\p{L}+(?:\\s?[,.;:!?)”\"]|\\s?$| (?:bị|được|bán|mua|cho|nhận|khai|đã|đang|sẽ|và|cùng|với|làm|là|có|không|chưa|từng|vừa"
                    + "|mới|rất|cũng|nói|kể|đến|đi|về|ra|vào|lên|xuống|vay|mượn|đòi|đánh|đâm|chém|lấy|dùng|gọi|điều khiển|lái|chở|rủ|lừa"
                    + "|chiếm đoạt|trộm|cướp|giật|thuê|bỏ|thấy|biết|xin|muốn|bắt đầu|thừa nhận|thực hiện|tử vong|mất|chết|sinh năm|ở|sống"
                    + "|mắc|nằm|điều trị|phải|tự|lại|rồi|thì|khi|tại|trú|còn|đưa|tham gia|chạy|ngã|nhờ|chuyển|giao|trả|thế chấp|hẹn|đặt|sử"
                    + " dụng|kéo|cầm|mang|gây|nợ|học|viết|vẽ|trồng|nuôi|giúp|tâm sự|chia sẻ)(?!\\p{L}))");

    /** Stands after the name of a body only where it is somebody's: a body is neither charged nor ill. */
    private static final Pattern SUFFERS =
            Pattern.compile("\\p{L}+ (?:bị|khai|thừa nhận|tử vong|rủ|điều khiển|mắc|nằm viện|lái)(?!\\p{L})");

    private static final Set<String> BODIES = Set.of("Hội", "Đảng", "Đoàn", "Đội", "Ban", "Tổ", "Sở", "Viện", "Tòa");

    /** Given names with which many words of offices and papers begin, besides those of {@link #WORD}. */
    private static final Set<String> BEGIN_WORDS = Set.of(
            "Công", "Trung", "Thành", "Tài", "Quân", "Thanh", "Nghị", "Luật", "Pháp", "Quốc", "Văn", "Nông", "Thương",
            "Tuyên", "Chi", "Bí", "Tỉnh", "Thôn", "Khu", "Phòng", "Giám", "Tư", "Lao", "Giáo", "Nhà", "Bộ", "Dân",
            "Chính");

    /** Bodies that no given name makes private. */
    private static final PrefilteredPattern BODY = PrefilteredPattern.of(
            "(?:Công (?:an|đoàn)|Trung ương|(?:Thành|Đảng|Tỉnh|Huyện|Quân) (?:ủy|uỷ)|Đảng (?:bộ|viên)|Quân (?:đội|khu|sự))(?!\\p{L})",
            0);

    private static final PrefilteredPattern PRAISE = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:giải (?:nhất|nhì|ba|tư|khuyến khích|đặc biệt|vàng|bạc|cao)|huy chương|bằng khen|giấy khen|khen"
                    + " (?:thưởng|ngợi)|được khen|tuyên dương|biểu dương|học sinh giỏi|thành tích|thủ khoa)(?!\\p{L})");
    /** An article that tells any of these praises no pupil by name: who knows the name would know the rest. */
    private static final PrefilteredPattern MISFORTUNE = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:bệnh|ốm|ung thư|hiv|khuyết tật|tự kỷ|tai nạn|tử vong|thiệt mạng|thương tích|đuối nước|mất|chết|bị"
                    + "|cấp cứu|điều trị|phẫu thuật|xâm hại|bạo (?:hành|lực)|bắt nạt|hiếp|đánh|trộm|cướp|ma túy|ma tuý|nạn"
                    + " nhân|mồ côi|bỏ rơi|ly hôn|nghèo|(?<!chịu )khó|khó khăn|hoàn cảnh|thiệt thòi|trợ cấp|bảo trợ)(?!\\p{L})");

    /** Tells a crime or a death: people named beside it are private in every other sentence, too. */
    private static final PrefilteredPattern CRIME_OR_DEATH =
            PrefilteredPattern.caseless("(?<!\\p{L})(?:khởi tố|bị can|bị cáo|nghi phạm|nghi can|hung thủ|"
                    + PrivateData.SUSPECT + "|tạm giam|tạm giữ|truy (?:tố|nã)|bắt"
                    + " (?:giữ|quả tang|khẩn cấp)|trộm|cướp|giết|sát hại|đâm|chém|hiếp|lừa đảo|chiếm đoạt|ma tuý|ma"
                    + " túy|tử vong|tử nạn|thiệt mạng|nạn nhân(?! (?:chất độc|da cam|bom mìn))|thi thể)(?!\\p{L})");

    private static final PrefilteredPattern PUPIL_BEFORE =
            PrefilteredPattern.caseless("(?<!\\p{L})(?:em|cháu|học sinh|sinh viên|thí sinh):? $");
    private static final int NEAR = 16;
    /** The kinds of private data that the first sentence of an article may tell masked. */
    private static final Set<PrivacyKind> TOLD_MASKED = Set.of(PrivacyKind.NAME, PrivacyKind.NUMBER);

    /** Words of two syllables that begin with what is a given name as well. */
    private static final Pattern WORD = Pattern.compile(
            "(?:An (?:toàn|ninh|sinh|cư)|Thu (?:hoạch|nhập|hút|chi|gom|hồi|ngân|phí|thuế)|Bình (?:quân|đẳng|xét|chọn)|H(?:òa|oà) (?:giải|bình|nhập)|Hoa (?:màu|quả|kiều)|Thành (?:lập|phố|viên|công|tích|quả|phần)"
                    + "|Trung (?:tâm|bình|ương|thu|học)|Công (?:an|tác|nhân|trình|ty|đoàn|dân|chức|việc|bố|tơ)|Hải (?:sản|quan|quân)|Tài (?:liệu|sản|chính|khoản|trợ|nguyên|năng)|Phúc lợi|Tiến (?:độ|hành|sĩ)"
                    + "|Thi (?:đua|công|hành|tuyển)|Bảo (?:hiểm|vệ|đảm|tồn|trợ|dưỡng)|Hiện (?:nay|tại|trạng|có)|Thông (?:qua|tin|báo|tư|thường)|Minh (?:chứng|bạch)|Đông (?:đảo|xuân)|Nam giới|Nhân (?:dân|dịp|viên|lực|sự|rộng)"
                    + "|Lợi (?:ích|nhuận|thế)|Cường độ|Kiên (?:trì|quyết)|Quyết (?:định|tâm|toán)|Hạnh phúc|Hiếu học|Phương (?:án|tiện|pháp|thức|hướng|châm)|Chung (?:tay|sức|kết|cư)|Chính (?:quyền|sách|phủ)|Hương ước"
                    + "|Toàn (?:xã|dân|bộ|thể|tỉnh|thôn)|Thủy (?:sản|lợi)|Thuỷ (?:sản|lợi)|Trường (?:học|hợp)|Hoàn (?:thành|thiện|cảnh)|Vinh (?:dự|danh)|Tình (?:hình|trạng|nguyện)|Ngân (?:sách|hàng)|Dân (?:cư|số|quân|phố)"
                    + "|Xuân này|Mai sau|Sáng (?:kiến|nay|qua)|Tuyết rơi|Quý (?:khách|vị)|Đại (?:hội|biểu|diện|đoàn)|Lan (?:tỏa|toả)|Liên (?:hoan|kết|quan|hệ)|Ước (?:tính|mơ)|Hội (?:nghị|viên|đồng|thi))(?!\\p{L})");

    private final boolean misfortune;
    private final Set<String> givenNames = new HashSet<>();
    private final Set<String> fullNames = new HashSet<>();
    private final Set<SummarySentence> withPrivateData = Collections.newSetFromMap(new IdentityHashMap<>());

    private PrivatePeople(boolean misfortune) {
        this.misfortune = misfortune;
    }

    static PrivatePeople in(List<SummarySentence> lines, String title) {
        boolean misfortune = MISFORTUNE.isIn(title) || lines.stream().anyMatch(line -> MISFORTUNE.isIn(line.text()));
        PrivatePeople people = new PrivatePeople(misfortune);
        lines.forEach(people::read);
        return people;
    }

    private void read(SummarySentence line) {
        String text = line.text();
        List<PrivatePassage> found = PrivateData.findings(text);
        if (!found.isEmpty()) {
            withPrivateData.add(line);
        }
        if (isPraised(text)) {
            return;
        }
        List<String> names = found.stream()
                .filter(passage -> passage.kind() == PrivacyKind.NAME)
                .map(passage -> text.substring(passage.start(), passage.end()))
                .filter(name -> name.contains(" "))
                .toList();
        fullNames.addAll(CRIME_OR_DEATH.isIn(text) ? names : List.of());
        names.stream().map(name -> name.substring(name.lastIndexOf(' ') + 1)).forEach(givenNames::add);
    }

    /** Returns whether a line holds private data, before anything is taken off it. */
    boolean isPrivate(SummarySentence line) {
        return withPrivateData.contains(line);
    }

    /** Returns whether all that is private in a sentence are the names of pupils whom it praises. */
    boolean isPraised(String sentence) {
        return !misfortune
                && PRAISE.isIn(sentence)
                && PrivateData.findings(sentence).stream().allMatch(found -> isPupil(sentence, found));
    }

    private static boolean isPupil(String sentence, PrivatePassage found) {
        String before = sentence.substring(Math.max(0, found.start() - NEAR), found.start());
        return found.kind() == PrivacyKind.NAME && PUPIL_BEFORE.isIn(before);
    }

    /** Returns a sentence with a mask for the full name of each whom another sentence tells of a crime or a death. */
    String masked(String sentence, String mask) {
        String masked = sentence;
        for (String name : fullNames) {
            masked = Pattern.compile("(?<!\\p{L})" + Pattern.quote(name) + "(?!\\p{L}| \\p{Lu}\\p{Ll})")
                    .matcher(masked)
                    .replaceAll(Matcher.quoteReplacement(mask));
        }
        return masked;
    }

    /** Returns whether a sentence names one of them by the given name alone. */
    boolean isNamedAgain(String sentence) {
        if (givenNames.isEmpty()) {
            return false;
        }
        PrefilteredPattern.Search person = PERSON.in(sentence);
        while (person.find()) {
            String name = person.match().group(1);
            if (givenNames.contains(name)
                    && !BODY.begins(sentence.substring(person.match().start(1)))) {
                return true;
            }
        }
        return beginsWithGivenName(sentence)
                || BARE_NAME
                        .matcher(sentence)
                        .results()
                        .anyMatch(found -> isGivenName(found.group(1), sentence.substring(found.start())));
    }

    /** "Ngọc làm trong 4 tháng.": without a word for a person. */
    private boolean beginsWithGivenName(String sentence) {
        int end = sentence.indexOf(' ');
        return end > 0
                && end + 1 < sentence.length()
                && Character.isLowerCase(sentence.charAt(end + 1))
                && isGivenName(sentence.substring(0, end), sentence);
    }

    /** @param from the text from the name on */
    private boolean isGivenName(String name, String from) {
        if (!givenNames.contains(name) || WORD.matcher(from).lookingAt() || BODY.begins(from)) {
            return false;
        }
        if (BODIES.contains(name)) {
            return SUFFERS.matcher(from).lookingAt();
        }
        return !BEGIN_WORDS.contains(name) || DOES.matcher(from).lookingAt();
    }

    /** Returns whether names, plates and house numbers are the only private data in a sentence. */
    static boolean isAllThatIsPrivate(String sentence) {
        return PrivateData.findings(sentence).stream().allMatch(found -> TOLD_MASKED.contains(found.kind()));
    }
}
