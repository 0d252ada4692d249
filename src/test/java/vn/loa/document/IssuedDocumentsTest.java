package vn.loa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuedDocumentsTest {
    private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.of(2026, 11, 13));

    private static List<DocumentCard> read(String title, String body) {
        return IssuedDocuments.read(title, body, PUBLISHED);
    }

    private static List<String> numbers(String title, String body) {
        return read(title, body).stream()
                .map(card -> card.number().orElseThrow().text())
                .toList();
    }

    @Test
    void an_article_issues_a_document() {
        DocumentCard card = read(
                        "UBND xã triển khai công tác phòng cháy",
                        "Ngày 12/11, UBND xã Phú Xuyên ban hành Kế hoạch số 27/KH-UBND về việc tổ chức Tuần lễ phòng cháy,"
                                + " chữa cháy. Kế hoạch nhằm nâng cao nhận thức.")
                .get(0);
        assertThat(card.number().orElseThrow().text()).isEqualTo("27/KH-UBND");
        assertThat(card.kind()).contains(DocumentKind.PLAN);
        assertThat(card.date()).contains(LocalDate.of(2026, 11, 12));
        assertThat(card.issuer()).isEqualTo("UBND xã Phú Xuyên");
        assertThat(card.subject()).isEqualTo("tổ chức Tuần lễ phòng cháy, chữa cháy");
    }

    @Test
    void a_document_s_own_date_comes_before_the_day_of_the_sentence() {
        DocumentCard card = read(
                        "",
                        "Ban Thường trực Ủy ban MTTQ Việt Nam xã vừa ban hành Hướng dẫn số 51/HD-MT-BTT ngày 16/10/2026"
                                + " về tổ chức Ngày hội.")
                .get(0);
        assertThat(card.date()).contains(LocalDate.of(2026, 10, 16));
        assertThat(card.kind()).contains(DocumentKind.GUIDELINE);
        assertThat(card.issuer()).isEqualTo("Ban Thường trực Ủy ban MTTQ Việt Nam xã");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kế hoạch số 27/KH-MTTQ-BTT tổ chức Ngày hội|27/KH-MTTQ-BTT",
                "Kế hoạch 27/KH-MTTQ-BTT ngày 05/11/2026 của Ban Thường trực|27/KH-MTTQ-BTT",
                "Thông báo số 15/TB-UBND về lịch tiếp dân|15/TB-UBND",
                "Công văn số 132/UBND-VX về phòng dịch|132/UBND-VX",
                "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương|18-NQ/TW",
                "UBND xã ban hành Quyết định số 15/2026/QĐ-UBND|15/2026/QĐ-UBND",
                "Đảng ủy xã ban hành Nghị quyết 05-NQ/ĐU về chuyển đổi số|05-NQ/ĐU",
                "Đã có Thông báo số 9/TB-HĐND kết quả kỳ họp|9/TB-HĐND",
                "Thông báo 12/TB - UBND về lịch họp|12/TB-UBND",
                "Thông báo 12/TB-UBND - Ban Chỉ đạo họp|12/TB-UBND",
                "HD số 51/HD-MT-BTT về Đại hội|51/HD-MT-BTT"
            })
    void titles_issue_documents(String title, String number) {
        assertThat(numbers(title, "Nội dung.")).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Vừa qua, Đảng ủy xã đã ban hành Chương trình hành động. Đảng ủy xã ban hành Kế hoạch số 12-KH/ĐU.|12-KH/ĐU",
                "Thực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh, UBND xã ban hành Kế hoạch số 27/KH-UBND.|27/KH-UBND",
                "Chủ tịch UBND xã đã ký Quyết định số 88/QĐ-UBND thành lập Ban Chỉ đạo.|88/QĐ-UBND",
                "Sở Nội vụ có Công văn số 2210/SNV-CCVC hướng dẫn tuyển dụng.|2210/SNV-CCVC",
                "Thường trực HĐND xã đã ban hành Kế hoạch giám sát số 33/KH-HĐND ngày 9/11/2026.|33/KH-HĐND",
                "UBND xã vừa có văn bản số 41/UBND-KT yêu cầu các hộ dừng khai thác cát.|41/UBND-KT",
                "Kế hoạch số 30/KH-UBND vừa được UBND xã ban hành nhằm chăm lo Tết.|30/KH-UBND",
                "UBND xã ban hành Kế hoạch chăm lo Tết cho người nghèo (số 31/KH-UBND ngày 10/11/2026).|31/KH-UBND"
            })
    void sentences_issue_documents(String body, String number) {
        assertThat(numbers("Tin", body)).containsExactly(number);
    }

    @Test
    void several_documents_of_an_article_are_several_and_one_named_twice_is_one() {
        assertThat(numbers(
                        "Kế hoạch số 27/KH-UBND về chăm lo Tết",
                        "UBND xã ban hành Kế hoạch số 27/KH-UBND ngày 10/11/2026, Thông báo số 28/TB-UBND ngày 11/11/2026."
                                + " UBND xã cũng ban hành Công văn số 29/UBND-VX."))
                .containsExactly("27/KH-UBND", "28/TB-UBND", "29/UBND-VX");
    }

    @Test
    void two_documents_with_their_subjects_are_two() {
        List<DocumentCard> cards = read(
                "Tin",
                "UBND xã ban hành Thông báo số 15/TB-UBND về lịch tiếp công dân và Thông báo số 16/TB-UBND về lịch trực.");
        assertThat(cards).extracting(DocumentCard::subject).containsExactly("lịch tiếp công dân", "lịch trực");
        assertThat(numbers(
                        "Tin",
                        "UBND xã ban hành Kế hoạch số 27/KH-UBND thực hiện Nghị quyết số 18-NQ/TW và Kế hoạch số"
                                + " 5/KH-UBND của tỉnh."))
                .containsExactly("27/KH-UBND");
    }

    @Test
    void hostile_titles_are_read_in_time() {
        String title = "UBND xã ban hành Kế hoạch số 27/KH-UBND" + ", Kế hoạch xa xa số 5/TB-X".repeat(5_000);
        assertThat(read(title, title)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thực hiện Kế hoạch số 27/KH-UBND ngày 05/11/2026 của UBND xã, sáng 12/11, Mặt trận tổ chức hội nghị.",
                "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư, xã triển khai ký số.",
                "Theo Thông báo số 12/TB-UBND, lịch họp dời sang tuần sau.",
                "Hội nghị quán triệt Nghị quyết số 18-NQ/TW của Trung ương.",
                "Sau khi UBND tỉnh ban hành Kế hoạch số 5/KH-UBND, các xã đã vào cuộc.",
                "Liên hệ số điện thoại 0912345678 hoặc 024/38253456.",
                "Gia đình bà Hoa ở số nhà 12/5A đường Lê Lợi.",
                "Xe mang biển số 29H1-123.45 lưu thông trên quốc lộ.",
                "Tổng đài hoạt động 24/7, ngày 20/11 nghỉ.",
                "UBND xã ban hành kế hoạch chăm lo Tết cho người nghèo.",
                "Đã có 27/30 hộ thoát nghèo.",
                "Triển khai Kế hoạch số 27/KH-UBND tại các thôn.",
                "Sơ kết 5 năm thực hiện Chỉ thị số 05-CT/TW của Bộ Chính trị.",
                "UBND xã ban hành Kế hoạch thực hiện Nghị quyết số 18-NQ/TW.",
                "UBND xã ban hành Kế hoạch triển khai Kế hoạch số 5/KH-UBND của tỉnh.",
                "Đồng chí Chủ tịch UBND xã trao Quyết định số 88/QĐ-UBND cho cán bộ.",
                "Thi hành theo Luật số 31/2024/QH15."
            })
    void what_is_cited_or_no_number_is_no_document(String body) {
        assertThat(read(body, body)).isEmpty();
    }

    @Test
    void a_kind_that_number_and_words_contradict_is_left_out() {
        DocumentCard card =
                read("", "UBND xã ban hành Quyết định số 27/KH-UBND.").get(0);
        assertThat(card.kind()).isEmpty();
    }

    @Test
    void a_day_without_a_year_needs_a_publication() {
        assertThat(IssuedDocuments.read("", "Ngày 12/11, UBND xã ban hành Kế hoạch số 27/KH-UBND.", Optional.empty())
                        .get(0)
                        .date())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kế hoạch số 27/KH-UBND tổ chức Ngày hội Đại đoàn kết|tổ chức Ngày hội Đại đoàn kết",
                "Kế hoạch 27/KH-UBND: Chăm lo Tết cho người nghèo|Chăm lo Tết cho người nghèo",
                "UBND xã ban hành Kế hoạch số 27/KH-UBND ngày 05/11/2026 của UBND xã về phòng dịch|phòng dịch",
                "UBND xã có Công văn số 27/UBND-VX ngày 5/11/2026 gửi các thôn về việc treo cờ Tổ quốc.|treo cờ Tổ quốc",
                "UBND xã ban hành Kế hoạch số 27/KH-UBND triển khai tháng hành động vì trẻ em|triển khai tháng hành động vì trẻ em"
            })
    void subjects_are_read(String title, String subject) {
        assertThat(read(title, "").get(0).subject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UBND xã Đô Lương ban hành Kế hoạch số 27/KH-UBND|UBND xã Đô Lương",
                "UBND xã Phú Xuyên: Ban hành Kế hoạch số 27/KH-UBND|UBND xã Phú Xuyên",
                "Kế hoạch số 27/KH-MTTQ-BTT ngày 05/11/2026 của Ban Thường trực Ủy ban MTTQ Việt Nam xã Phú Xuyên về Tết|Ban Thường trực Ủy ban MTTQ Việt Nam xã Phú Xuyên",
                "Chủ tịch UBND xã vừa ký ban hành Quyết định số 15/QĐ-UBND|Chủ tịch UBND xã",
                "Thông báo số 15/TB-UBND về lịch tiếp dân|''"
            })
    void issuers_are_read(String title, String issuer) {
        assertThat(read(title, "").get(0).issuer()).isEqualTo(issuer);
    }
}
