package vn.loa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadReaderTest {
    private static final String PLAN_BODY = """

            Căn cứ Kế hoạch số 15/KH-MTTQ-BTT ngày 01/10/2026 của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh;
            Ban Thường trực Ủy ban MTTQ Việt Nam xã xây dựng kế hoạch như sau:
            I. MỤC ĐÍCH
            1. Tuyên truyền sâu rộng.
            Nơi nhận:
            - Ban Thường trực UBMTTQ tỉnh;
            - Đảng ủy, UBND xã;
            - Lưu: VT.
            TM. BAN THƯỜNG TRỰC
            KT. CHỦ TỊCH
            PHÓ CHỦ TỊCH

            Nguyễn Thị Hồng Vân
            """;

    private static DocumentCard card(String text) {
        return HeadReader.read(text).orElseThrow();
    }

    private static String number(String text) {
        return card(text).number().map(DocumentNumber::text).orElse("");
    }

    @Test
    void columns_one_under_the_other_are_read() {
        DocumentCard card = card("""
                ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN
                BAN THƯỜNG TRỰC
                Số: 27/KH-MTTQ-BTT
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Phú Xuyên, ngày 05 tháng 11 năm 2026

                KẾ HOẠCH
                Tổ chức Ngày hội Đại đoàn kết toàn dân tộc
                ở khu dân cư năm 2026
                ----------
                """ + PLAN_BODY);
        assertThat(card.number().orElseThrow().text()).isEqualTo("27/KH-MTTQ-BTT");
        assertThat(card.kind()).contains(DocumentKind.PLAN);
        assertThat(card.date()).contains(LocalDate.of(2026, 11, 5));
        assertThat(card.place()).isEqualTo("Phú Xuyên");
        assertThat(card.issuer()).isEqualTo("BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN");
        assertThat(card.subject()).isEqualTo("Tổ chức Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư năm 2026");
        assertThat(card.signer()).isEqualTo("Nguyễn Thị Hồng Vân");
        assertThat(card.recipients()).containsExactly("Ban Thường trực UBMTTQ tỉnh", "Đảng ủy, UBND xã", "Lưu: VT");
    }

    @Test
    void columns_beside_each_other_are_read() {
        DocumentCard card = card("""
                ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                         BAN THƯỜNG TRỰC                            Độc lập - Tự do - Hạnh phúc
                      Số: 27/KH-MTTQ-BTT                       Phú Xuyên, ngày 05 tháng 11 năm 2026

                                             KẾ HOẠCH
                        Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026
                """ + PLAN_BODY);
        assertThat(card.number().orElseThrow().text()).isEqualTo("27/KH-MTTQ-BTT");
        assertThat(card.date()).contains(LocalDate.of(2026, 11, 5));
        assertThat(card.place()).isEqualTo("Phú Xuyên");
        assertThat(card.issuer()).isEqualTo("BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN");
        assertThat(card.subject()).isEqualTo("Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026");
    }

    @Test
    void columns_line_by_line_in_turn_are_read() {
        DocumentCard card = card("""
                ỦY BAN NHÂN DÂN
                CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
                XÃ PHÚ XUYÊN
                Độc lập – Tự do – Hạnh phúc
                Số: 132/UBND-VX
                Phú Xuyên, ngày 09 tháng 11 năm 2026
                V/v tăng cường phòng, chống
                dịch bệnh mùa đông xuân
                Kính gửi:
                - Trạm Y tế xã;
                - Các trường học trên địa bàn.
                Thực hiện Công văn số 2210/SYT-NVY ngày 01/11/2026 của Sở Y tế, UBND xã đề nghị:
                Nơi nhận:                      CHỦ TỊCH
                - Như trên;
                - Lưu: VT.                     Trần Văn Bình
                """);
        assertThat(card.number().orElseThrow().text()).isEqualTo("132/UBND-VX");
        assertThat(card.kind()).contains(DocumentKind.LETTER);
        assertThat(card.issuer()).isEqualTo("ỦY BAN NHÂN DÂN XÃ PHÚ XUYÊN");
        assertThat(card.subject()).isEqualTo("tăng cường phòng, chống dịch bệnh mùa đông xuân");
        assertThat(card.signer()).isEqualTo("Trần Văn Bình");
        assertThat(card.recipients()).containsExactly("Như trên", "Lưu: VT");
    }

    @Test
    void a_letter_in_two_columns_keeps_its_subject() {
        DocumentCard card = card("""
                ỦY BAN NHÂN DÂN XÃ PHÚ XUYÊN    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Số: 45/UBND-KT                  Độc lập - Tự do - Hạnh phúc
                V/v rà soát hộ nghèo            Phú Xuyên, ngày 3 tháng 12 năm 2026
                năm 2026

                Kính gửi: Các thôn trên địa bàn xã.
                """);
        assertThat(card.subject()).isEqualTo("rà soát hộ nghèo năm 2026");
        assertThat(card.date()).contains(LocalDate.of(2026, 12, 3));
        assertThat(card.kind()).contains(DocumentKind.LETTER);
        assertThat(card.issuer()).isEqualTo("ỦY BAN NHÂN DÂN XÃ PHÚ XUYÊN");
    }

    @Test
    void a_head_on_one_line_is_read() {
        DocumentCard card =
                card("ỦY BAN NHÂN DÂN XÃ AN BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc"
                        + " Số: 08/TB-UBND An Bình, ngày 12 tháng 01 năm 2026\nTHÔNG BÁO\nLịch tiếp công dân tháng 01 năm 2026\n"
                        + "Căn cứ Luật Tiếp công dân;");
        assertThat(card.number().orElseThrow().text()).isEqualTo("08/TB-UBND");
        assertThat(card.kind()).contains(DocumentKind.NOTIFICATION);
        assertThat(card.issuer()).isEqualTo("ỦY BAN NHÂN DÂN XÃ AN BÌNH");
        assertThat(card.date()).contains(LocalDate.of(2026, 1, 12));
        assertThat(card.subject()).isEqualTo("Lịch tiếp công dân tháng 01 năm 2026");
    }

    @Test
    void a_party_document_is_read() {
        DocumentCard card = card("""
                ĐẢNG BỘ TỈNH QUẢNG NINH          ĐẢNG CỘNG SẢN VIỆT NAM
                ĐẢNG ỦY XÃ PHÚ XUYÊN
                          *                       Phú Xuyên, ngày 20 tháng 10 năm 2026
                Số 12-KH/ĐU

                KẾ HOẠCH
                thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị
                -----
                Thực hiện Kế hoạch số 05-KH/TU ngày 01/9/2026 của Tỉnh ủy, Ban Thường vụ Đảng ủy xã xây dựng kế hoạch:
                Nơi nhận:                         T/M BAN THƯỜNG VỤ
                - Tỉnh ủy,                             BÍ THƯ
                - Lưu Văn phòng Đảng ủy.
                                                   Lê Quang Minh
                """);
        assertThat(card.number().orElseThrow().text()).isEqualTo("12-KH/ĐU");
        assertThat(card.kind()).contains(DocumentKind.PLAN);
        assertThat(card.issuer()).isEqualTo("ĐẢNG ỦY XÃ PHÚ XUYÊN");
        assertThat(card.date()).contains(LocalDate.of(2026, 10, 20));
        assertThat(card.subject()).isEqualTo("thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị");
        assertThat(card.signer()).isEqualTo("Lê Quang Minh");
    }

    @Test
    void recipients_and_signer_in_turn_are_told_apart() {
        DocumentCard card = card("""
                ỦY BAN NHÂN DÂN
                XÃ PHÚ XUYÊN
                Số: 512/TB-UBND
                THÔNG BÁO
                Lịch tiếp công dân
                Ngày 08/10/2026, Chủ tịch UBND xã chủ trì phiên họp.
                Nơi nhận: TL. CHỦ TỊCH
                - Đảng ủy, HĐND xã; CHÁNH VĂN PHÒNG
                - Trang TTĐT xã; Cổng TTĐT tỉnh;
                - Lưu: VT. Trần Văn Bình
                """);
        assertThat(card.recipients()).containsExactly("Đảng ủy, HĐND xã", "Trang TTĐT xã; Cổng TTĐT tỉnh", "Lưu: VT");
        assertThat(card.signer()).isEqualTo("Trần Văn Bình");
    }

    @Test
    void an_empty_number_leaves_the_kind() {
        DocumentCard card = card("""
                ỦY BAN MTTQ VIỆT NAM
                XÃ PHÚ XUYÊN
                BAN THƯỜNG TRỰC
                Số:       /KH-MTTQ-BTT
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Phú Xuyên, ngày      tháng 11 năm 2026
                KẾ HOẠCH
                Giám sát năm 2027
                """);
        assertThat(card.number()).isEmpty();
        assertThat(card.kind()).contains(DocumentKind.PLAN);
        assertThat(card.date()).isEmpty();
        assertThat(card.issuer()).isEqualTo("BAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN");
        assertThat(card.subject()).isEqualTo("Giám sát năm 2027");
    }

    @Test
    void a_decision_ends_its_subject_at_the_authority() {
        DocumentCard card = card("""
                ỦY BAN NHÂN DÂN
                XÃ PHÚ XUYÊN
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                Số: 15/2026/QĐ-UBND
                Phú Xuyên, ngày 01 tháng 7 năm 2026
                QUYẾT ĐỊNH
                Ban hành Quy chế làm việc của Ủy ban nhân dân xã
                ỦY BAN NHÂN DÂN XÃ PHÚ XUYÊN
                Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
                """);
        assertThat(card.number().orElseThrow().text()).isEqualTo("15/2026/QĐ-UBND");
        assertThat(card.kind()).contains(DocumentKind.DECISION);
        assertThat(card.subject()).isEqualTo("Ban hành Quy chế làm việc của Ủy ban nhân dân xã");
        assertThat(card.date()).contains(LocalDate.of(2026, 7, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Triển khai thực hiện|Chương trình mục tiêu quốc gia giảm nghèo bền vững",
                "Phát động đợt thi đua cao điểm|Trồng cây xanh chào mừng ngày hội",
                "Xác định những nội dung|Trọng tâm công tác quý I năm 2027",
                "Hướng dẫn các thôn|Phân bổ kinh phí hỗ trợ nhà ở",
                "Thống nhất danh sách|Quà tặng hộ nghèo dịp Tết",
                "Công bố công khai|Mức thu phí vệ sinh môi trường"
            })
    void a_second_line_of_a_subject_may_begin_with_a_word_that_only_folds_like_one_of_the_body(String subject) {
        assertThat(subject("KẾ HOẠCH\n" + subject.replace("|", "\n"))).isEqualTo(subject.replace("|", " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trong thời gian qua, các thôn đã làm tốt công tác vận động",
                "Phần I: Đánh giá tình hình chung",
                "Chương I Những quy định chung",
                "Qua theo dõi, Ban Thường trực nhận thấy",
                "Để triển khai kế hoạch trên, Ban Thường trực đề nghị"
            })
    void the_body_begins_below_the_subject(String body) {
        assertThat(subject("KẾ HOẠCH\nTổ chức Ngày hội Đại đoàn kết\n" + body))
                .isEqualTo("Tổ chức Ngày hội Đại đoàn kết");
    }

    private static String subject(String below) {
        return card("ỦY BAN NHÂN DÂN\nXÃ PHÚ XUYÊN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh"
                        + " phúc\nSố: 15/KH-UBND\nPhú Xuyên, ngày 01 tháng 7 năm 2026\n" + below + "\n")
                .subject();
    }

    @Test
    void what_a_document_cites_is_not_its_own() {
        DocumentCard card = card("""
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                BÁO CÁO
                Kết quả công tác Mặt trận tháng 10
                Căn cứ Kế hoạch số 15/KH-MTTQ ngày 02 tháng 01 năm 2026;
                Số: 99/TB-UBND cũng được nhắc tới
                """);
        assertThat(card.number()).isEmpty();
        assertThat(card.date()).isEmpty();
        assertThat(card.kind()).contains(DocumentKind.REPORT);
        assertThat(card.subject()).isEqualTo("Kết quả công tác Mặt trận tháng 10");
    }

    @Test
    void a_heading_in_spread_letters_is_read() {
        assertThat(card("Số: 5/MT-BTT\nĐỘC LẬP - TỰ DO - HẠNH PHÚC\nT H Ô N G  B Á O\nVề việc treo cờ Tổ quốc\n")
                        .kind())
                .contains(DocumentKind.NOTIFICATION);
    }

    @Test
    void a_heading_and_its_subject_may_share_a_line() {
        DocumentCard card = card("""
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                Độc lập - Tự do - Hạnh phúc
                KẾ HOẠCH TỔ CHỨC NGÀY HỘI ĐẠI ĐOÀN KẾT
                NĂM 2026
                I. MỤC ĐÍCH
                """);
        assertThat(card.subject()).isEqualTo("TỔ CHỨC NGÀY HỘI ĐẠI ĐOÀN KẾT NĂM 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Số: 27/KH-MTTQ-BTT", "Số:27/KH-MTTQ-BTT", "Số : 27 /KH-MTTQ-BTT", "SỐ: 27/KH-MTTQ-BTT",
                        "Sô: 27/KH-MTTQ-BTT",
                "Số 27/KH-MTTQ-BTT", "Số: 27 / KH - MTTQ - BTT", "Só: 27/KH–MTTQ–BTT", "  Số:    27/KH-MTTQ-BTT   ",
                        "Số. 27/KH-MTTQ-BTT",
                "Số: 27/KH-MTTQ-BTT    Phú Xuyên, ngày 05 tháng 11 năm 2026"
            })
    void numbers_are_read_through_noise(String line) {
        assertThat(number("ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN\n" + line + "\nKẾ HOẠCH\nTổ chức Tết\n"))
                .isEqualTo("27/KH-MTTQ-BTT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Số: 1O/KH-UBND", "Số: ..../KH-UBND", "Số:……/KH-UBND", "Số ___/KH-UBND", "Số: /KH-UBND"})
    void an_unclear_number_is_left_out(String line) {
        Optional<DocumentCard> card =
                HeadReader.read("UBND XÃ AN BÌNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                        + line + "\nKẾ HOẠCH\nTổ chức Tết Trung thu\n");
        assertThat(card.orElseThrow().number()).isEmpty();
        assertThat(card.orElseThrow().kind()).contains(DocumentKind.PLAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hà Nội, ngày 5 tháng 11 năm 2026", "Hà Nội,ngày 05 tháng 11 năm 2026",
                        "Hà Nội, Ngày 05 tháng 11 năm 2026",
                "Hà Nội, ngày  05  tháng  11  năm  2026", "TP. Hồ Chí Minh, ngày 05 tháng 11 năm 2026",
                        "Ngày 05 tháng 11 năm 2026",
                "Đắk Lắk, ngày 05/11/2026", "Hà Nội , ngày 05 tháng 11 năm 2026"
            })
    void dates_are_read_through_noise(String line) {
        assertThat(card("Số: 27/KH-UBND\n" + line + "\nKẾ HOẠCH\nTổ chức Tết\n").date())
                .contains(LocalDate.of(2026, 11, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hà Nội, ngày    tháng 11 năm 2026", "Hà Nội, ngày ... tháng ... năm 2026",
                        "Hà Nội, ngày 31 tháng 02 năm 2026",
                "Hà Nội, ngày 05 tháng 11 năm 2O26", "Hà Nội, ngày 05 tháng năm 2026",
                        "Hà Nội, ngày 05 tháng 11 năm 20266"
            })
    void an_unclear_date_is_left_out(String line) {
        assertThat(card("Số: 27/KH-UBND\n" + line + "\nKẾ HOẠCH\nTổ chức Tết\n").date())
                .isEmpty();
    }

    @Test
    void signs_tell_kinds() {
        assertThat(List.of(
                                "QĐ-UBND",
                                "HD-MT-BTT",
                                "TTr-UBND",
                                "GM-UBND",
                                "NQ-HĐND",
                                "CTr-MTTQ",
                                "KHPH-MTTQ",
                                "BC-MTTQ",
                                "TB-UBND",
                                "KL-TTr",
                                "CT-UBND")
                        .stream()
                        .map(sign -> card("Số: 7/" + sign + "\n")
                                .kind()
                                .orElseThrow()
                                .sign()))
                .containsExactly("QĐ", "HD", "TTr", "GM", "NQ", "CTr", "KH", "BC", "TB", "KL", "CT");
    }

    @Test
    void a_sign_without_a_kind_needs_a_letter_s_words() {
        assertThat(card("Số: 7/UBND-VX\n").kind()).isEmpty();
        assertThat(card("Số: 7/MTTQ-BTT\nGIẤY MỜI\n").kind()).contains(DocumentKind.INVITATION);
        assertThat(card("Số: 7/MTTQ-BTT\nKính gửi: Các thôn\n").kind()).contains(DocumentKind.LETTER);
        assertThat(card("Số: 7/BTT-VP\nV/v đăng ký thi đua\n").kind()).contains(DocumentKind.LETTER);
    }

    @Test
    void a_correction_of_a_document_has_its_own_number() {
        DocumentCard card = card("""
                UBND TỈNH HÀ NAM                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                SỞ NỘI VỤ                        Độc lập - Tự do - Hạnh phúc
                Số: 88/SNV-CCVC                  Hà Nam, ngày 6 tháng 3 năm 2026
                V/v đính chính Thông báo số 12/TB-SNV

                Kính gửi: Các phòng thuộc Sở
                """);
        assertThat(card.number().orElseThrow().text()).isEqualTo("88/SNV-CCVC");
        assertThat(card.issuer()).isEqualTo("SỞ NỘI VỤ");
        assertThat(card.subject()).isEqualTo("đính chính Thông báo số 12/TB-SNV");
    }

    @Test
    void stamps_and_the_union_s_motto_are_no_issuer() {
        assertThat(card("UBND XÃ AN BÌNH\nHỎA TỐC\nSố: 3/CĐ-UBND\n").issuer()).isEqualTo("UBND XÃ AN BÌNH");
        assertThat(card("BCH ĐOÀN XÃ AN BÌNH        ĐOÀN TNCS HỒ CHÍ MINH\nSố: 12-KH/ĐTN\n")
                        .issuer())
                .isEqualTo("BCH ĐOÀN XÃ AN BÌNH");
    }

    @Test
    void a_wrapped_issuer_is_one() {
        assertThat(card("""
                ỦY BAN MẶT TRẬN TỔ QUỐC
                VIỆT NAM PHƯỜNG BẾN NGHÉ
                Số: 3/BC-MTTQ
                """).issuer()).isEqualTo("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM PHƯỜNG BẾN NGHÉ");
    }

    @Test
    void words_of_organs_get_the_marks_that_a_scan_lost_and_places_keep_theirs() {
        assertThat(card("""
                UỶ BAN MTTQ VIÊT NAM XÃ THƯỢNG TRÚC
                BAN THƯỜNG TRỤC
                Số: 3/BC-MTTQ
                Thượng Trúc, ngày 05 tháng 11 năm 2026
                """).issuer()).isEqualTo("BAN THƯỜNG TRỰC UỶ BAN MTTQ VIỆT NAM XÃ THƯỢNG TRÚC");
        assertThat(card("""
                ỦY BAN NHÂN DÀN TĨNH HÀ TĨNH
                Số: 3/BC-UBND
                Hà Tĩnh, ngày 05 tháng 11 năm 2026
                """).issuer()).isEqualTo("ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH");
        assertThat(card("""
                UY BAN NHAN DAN XA TAN AN
                So: 3/BC-UBND
                CONG HOA XA HOI CHU NGHIA VIET NAM
                """).issuer()).isEqualTo("UY BAN NHAN DAN XA TAN AN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sáng 12/11, UBND xã tổ chức hội nghị triển khai Kế hoạch số 27/KH-UBND.",
                "Liên hệ số điện thoại 0912 345 678 để được hướng dẫn.",
                "Số nhà 12/5 đường Lê Lợi",
                "Số: 0912/345678 là số điện thoại",
                "Biển số 29/AB-123.45 gây tai nạn",
                "Trực 24/7",
                "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ",
                "",
                "Số lượng 27/30 hộ"
            })
    void other_texts_have_no_head(String text) {
        assertThat(HeadReader.read(text)).isEmpty();
    }

    @Test
    void hostile_texts_are_read_in_time() {
        assertThat(HeadReader.read("Số: " + " ".repeat(100_000) + "/KH")).isEmpty();
        assertThat(HeadReader.read("ngày tháng năm ".repeat(20_000))).isEmpty();
        assertThat(HeadReader.read("A ".repeat(100_000))).isEmpty();
        assertThat(HeadReader.read("1/A-A-A-A-".repeat(20_000))).isEmpty();
    }
}
