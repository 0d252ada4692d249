package vn.loa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same documents in the ways in which two columns become plain text. */
class DocumentLayoutsTest {
    private static final List<Office> OFFICES = List.of(
            new Office(
                    List.of("ỦY BAN MTTQ VIỆT NAM", "XÃ PHÚ XUYÊN", "BAN THƯỜNG TRỰC"),
                    "BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN",
                    "MTTQ-BTT",
                    "Phú Xuyên"),
            new Office(List.of("ỦY BAN NHÂN DÂN", "XÃ TRI THỦY"), "ỦY BAN NHÂN DÂN XÃ TRI THỦY", "UBND", "Tri Thủy"),
            new Office(List.of("UBND TỈNH QUẢNG NINH", "SỞ NỘI VỤ"), "SỞ NỘI VỤ", "SNV", "Quảng Ninh"),
            new Office(
                    List.of("BAN CHỈ ĐẠO PHONG TRÀO", "\"TOÀN DÂN ĐOÀN KẾT\" XÃ AN BÌNH"),
                    "BAN CHỈ ĐẠO PHONG TRÀO \"TOÀN DÂN ĐOÀN KẾT\" XÃ AN BÌNH",
                    "BCĐ",
                    "An Bình"),
            new Office(
                    List.of("HỘI ĐỒNG NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"),
                    "HỘI ĐỒNG NHÂN DÂN THÀNH PHỐ HÀ NỘI",
                    "HĐND",
                    "Hà Nội"));

    private static final List<DocumentKind> KINDS = List.of(
            DocumentKind.PLAN,
            DocumentKind.NOTIFICATION,
            DocumentKind.DECISION,
            DocumentKind.GUIDELINE,
            DocumentKind.SUBMISSION,
            DocumentKind.INVITATION,
            DocumentKind.REGULATION,
            DocumentKind.LETTER);

    private static final List<String> SUBJECTS = List.of(
            "Tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư năm 2026",
            "Lịch tiếp công dân của Chủ tịch Ủy ban nhân dân xã tháng 11 năm 2026",
            "Triển khai thực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương",
            "Về việc treo cờ Tổ quốc chào mừng 80 năm Quốc khánh");

    private record Office(List<String> lines, String name, String sign, String place) {}

    private record Sample(String text, String number, DocumentKind kind, String day, String issuer, String subject) {}

    static Stream<Sample> samples() {
        Random random = new Random(30);
        return IntStream.range(0, 300).mapToObj(i -> sample(random, i));
    }

    private static Sample sample(Random random, int layout) {
        Office office = OFFICES.get(random.nextInt(OFFICES.size()));
        DocumentKind kind = KINDS.get(random.nextInt(KINDS.size()));
        String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        boolean letter = kind == DocumentKind.LETTER;
        int day = 1 + random.nextInt(28);
        String number = (1 + random.nextInt(400)) + "/" + (letter ? "" : kind.sign() + "-") + office.sign();
        List<String> left = new ArrayList<>(office.lines());
        left.add("Số: " + number);
        List<String> right = List.of(
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "Độc lập - Tự do - Hạnh phúc",
                office.place() + ", ngày " + day + " tháng 11 năm 2026");
        if (letter) {
            left.addAll(wrapped("V/v " + subject, 34));
        }
        String head = switch (layout % 5) {
            case 0 -> String.join("\n", left) + "\n" + String.join("\n", right);
            case 1 -> beside(left, right, 48);
            case 2 -> inTurn(left, right);
            case 3 -> beside(left, right, 0);
            default -> String.join("\n", right) + "\n" + String.join("\n", left);
        };
        String body = letter
                ? "\nKính gửi: Các thôn.\n"
                : "\n" + kind.label().toUpperCase(Locale.ROOT) + "\n" + String.join("\n", wrapped(subject, 50)) + "\n";
        return new Sample(
                head + body + "Căn cứ Kế hoạch số 99/KH-UBND ngày 02 tháng 02 năm 2026 của UBND tỉnh;\n",
                number,
                kind,
                String.format(Locale.ROOT, "2026-11-%02d", day),
                office.name(),
                subject);
    }

    private static String beside(List<String> left, List<String> right, int width) {
        return IntStream.range(0, Math.max(left.size(), right.size()))
                .mapToObj(i -> {
                    String one = i < left.size() ? left.get(i) : "";
                    String padded = one + " ".repeat(Math.max(1, width - one.length()));
                    return i < right.size() ? padded + right.get(i) : one;
                })
                .reduce((one, two) -> one + "\n" + two)
                .orElse("");
    }

    private static String inTurn(List<String> left, List<String> right) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            left.stream().skip(i).limit(1).forEach(lines::add);
            right.stream().skip(i).limit(1).forEach(lines::add);
        }
        return String.join("\n", lines);
    }

    private static List<String> wrapped(String words, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.split(" ")) {
            if (line.length() + word.length() >= width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_document_is_read_however_its_columns_were_flattened(Sample sample) {
        DocumentCard card = DocumentReader.ofDocument(sample.text()).orElseThrow();
        assertThat(card.number().orElseThrow().text()).isEqualTo(sample.number());
        assertThat(card.kind()).contains(sample.kind());
        assertThat(card.date().orElseThrow()).hasToString(sample.day());
        assertThat(card.issuer()).isEqualTo(sample.issuer());
        assertThat(card.subject()).isEqualTo(sample.subject());
    }
}
