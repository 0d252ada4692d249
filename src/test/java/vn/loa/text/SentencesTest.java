package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.waiting.CpuTime;

class SentencesTest {
    @Test
    void a_stop_before_a_capital_ends_a_sentence() {
        assertThat(Sentences.of(
                        "Sáng 13/9, xã khai mạc lớp tập huấn. Dự có 120 đại biểu! Lớp học kéo dài bao lâu? Một ngày."))
                .containsExactly(
                        "Sáng 13/9, xã khai mạc lớp tập huấn.",
                        "Dự có 120 đại biểu!",
                        "Lớp học kéo dài bao lâu?",
                        "Một ngày.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hội nghị diễn ra tại TP. Hà Nội và Tp.HCM trong hai ngày.",
                "Dự có PGS.TS. Tạ Văn Sỹ, ThS. Lê Thị Hoa, GS. Trần An và BS. Phạm Bình.",
                "KTS. Nguyễn Văn Bảy trình bày phương án.",
                "Lễ trao tại số 5 P. Bến Nghé, Q. 1 và TX. Sơn Tây, TT. Phú Minh.",
                "Đ/c. Nguyễn V. A. Trưởng ban chủ trì.",
                "Bà Nguyễn V. A. cho biết như vậy.",
                "Sách do Nxb. Chính trị quốc gia in, tr. 15.",
                "Kinh phí 1.250.000 đồng, đạt 3,5% kế hoạch.",
                "Hội nghị ngày 18.9.2023 lúc 8h30 tại nhà văn hóa.",
                "Theo Kế hoạch Số: 12/KH-MTTQ của Ủy ban MTTQ xã.",
                "Các nội dung: nước sạch, vệ sinh, v.v. đều được bàn.",
                "Có cam, bưởi, chuối... và nhiều sản phẩm khác.",
                "Điều 3. Phạm vi điều chỉnh của quy chế.",
                "Đồng chí St. Petersburg cử đoàn sang thăm.",
                "Trang phuxuyen.hanoi.gov.vn đăng tin này.",
                "Hội nghị bàn hai việc: 1. Bầu Ban Thường trực; 2. Thông qua nghị quyết.",
                "Ông nói: “Chúng tôi rất mừng. Nhà mới đã xong.”",
                "“Sạch làng, đẹp ngõ!” là khẩu hiệu của thôn.",
                "Ông \"Ba Gác. Già\" đi đầu phong trào.",
                "Xã đã làm xong (Thôn 1. Thôn 2 còn dở) trong năm.",
                "Liên hệ 0912. 345. 678 để biết thêm.",
                "Hỗ trợ 15 tr. đồng mỗi hộ.",
                "Có HT. Thích Thiện Pháp, ĐĐ. Thích Phước Huệ và NT. Thích nữ Như Ngọc cùng dự.",
                "Các bước: B1. Đăng nhập VNeID; B2. Chọn thủ tục; B3. Nhận kết quả.",
                "Va chạm tại Km. 12 của QL. 1A, đoạn qua xã.",
                "Đoàn do PGS.TS. Lê Văn Mẫu dẫn đầu, có ThS. Trần Thử và BS.CKII. Nguyễn Nghiệm.",
                "Bác sĩ tư vấn là BSCKI. Phạm Thị Khám ở TP. Thử Nghiệm.",
                "Nhà bà D. (51 tuổi, thôn Đông) bị tốc mái.",
                "Ông Lê Văn M. bị phạt 5 triệu đồng.",
                "Lễ diễn ra ở P. Bến Mới, Q. 3, TP. Thử Nghiệm lúc 16h30.",
                "Thôn vay 1.250,5 triệu đồng, lãi 0.7% mỗi tháng.",
                "Xem bảng ở tr. 12 của báo cáo.",
                "Thôn (gọi tắt là T. Đông) có 120 hộ.",
                "Bà kể: “Mưa to lắm. Nước lên nhanh… Cả xóm phải chạy.”",
                "Hội có 3 tổ: 1. Tổ hát; 2. Tổ múa; 3. Tổ kịch.",
                "Khối lượng 2.5 kg và 3.000 m² đất."
            })
    void what_is_no_end_does_not_end(String sentence) {
        assertThat(Sentences.of(sentence)).containsExactly(sentence);
    }

    @Test
    void the_end_mark_of_official_papers_ends_a_sentence() {
        assertThat(Sentences.of("Góp phần đổi mới công tác Mặt trận ở địa phương./. Hoàng Hương - Trung tâm VHTT"))
                .containsExactly("Góp phần đổi mới công tác Mặt trận ở địa phương./.", "Hoàng Hương - Trung tâm VHTT");
    }

    @Test
    void quotation_marks_and_brackets_stay_with_the_sentence_they_close() {
        assertThat(Sentences.of("Ông nói: “Rất mừng.” Bà con vỗ tay. (Ảnh: Minh Đức.) Hội nghị bế mạc."))
                .containsExactly("Ông nói: “Rất mừng.”", "Bà con vỗ tay.", "(Ảnh: Minh Đức.)", "Hội nghị bế mạc.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Họp lúc 16h30. Lễ tan lúc 17h. | Họp lúc 16h30. | Lễ tan lúc 17h.",
                "Dự có PGS.TS. Lê Văn Mẫu. Lớp có 90 người. | Dự có PGS.TS. Lê Văn Mẫu. | Lớp có 90 người.",
                "Đạt 3,5%. Toàn xã có 12 thôn. | Đạt 3,5%. | Toàn xã có 12 thôn.",
                "Ông nói: “Tốt lắm!”. Bà con vỗ tay. | Ông nói: “Tốt lắm!”. | Bà con vỗ tay.",
                "Có 3 thôn (Đông, Tây, Nam). Thôn Đông lớn nhất. | Có 3 thôn (Đông, Tây, Nam). | Thôn Đông lớn nhất.",
                "Nhà bà D. bị tốc mái. Ông M. giúp lợp lại. | Nhà bà D. bị tốc mái. | Ông M. giúp lợp lại.",
                "Mưa to… Nước lên nhanh. | Mưa to… | Nước lên nhanh.",
                "Nộp tại số 12. Hạn là 15/3. | Nộp tại số 12. | Hạn là 15/3."
            })
    void two_sentences_are_two(String text, String first, String second) {
        assertThat(Sentences.of(text)).containsExactly(first, second);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "”. Bà con vỗ tay.",
                "Hội gồm:",
                "Nhà bà D.",
                "Tác giả Nguyễn V.",
                "Ông nói: “Tốt lắm.",
                "Có 3 thôn (Đông, Tây.",
                ", rồi thôi."
            })
    void half_of_something_is_not_whole(String piece) {
        assertThat(Sentences.isWhole(piece)).isFalse();
    }

    @Test
    void a_full_name_may_end_in_an_initial() {
        assertThat(Sentences.isWhole("Công an xã khởi tố Nguyễn Văn A.")).isTrue();
    }

    @Test
    void who_spoke_belongs_to_the_speech() {
        String speech = "“Việc này phải dân chủ. Phải đúng luật.” - đồng chí Chủ tịch nhấn mạnh.";
        assertThat(Sentences.of(speech)).containsExactly(speech);
    }

    @Test
    void ellipses_and_double_marks_end_before_a_capital() {
        assertThat(Sentences.of("Có cam, bưởi, chuối... Bà con rất phấn khởi… Thật vậy sao?! Đúng vậy."))
                .containsExactly("Có cam, bưởi, chuối...", "Bà con rất phấn khởi…", "Thật vậy sao?!", "Đúng vậy.");
    }

    @Test
    void a_missing_blank_is_forgiven() {
        assertThat(Sentences.of(
                        "Lớp học năm 2023.Dự có 90 người.Đồng chí Hoa khai mạc ngày 13/9/2023.Kết thúc tốt đẹp."))
                .containsExactly(
                        "Lớp học năm 2023.",
                        "Dự có 90 người.",
                        "Đồng chí Hoa khai mạc ngày 13/9/2023.",
                        "Kết thúc tốt đẹp.");
    }

    @Test
    void a_year_and_a_number_of_people_are_two_sentences() {
        assertThat(Sentences.of("Tổng kết năm 2023. 215 đại biểu dự hội nghị."))
                .containsExactly("Tổng kết năm 2023.", "215 đại biểu dự hội nghị.");
    }

    @Test
    void a_single_letter_that_labels_a_thing_ends() {
        assertThat(Sentences.of("Xã phòng chống cúm A. Người dân cần tiêm phòng."))
                .containsExactly("Xã phòng chống cúm A.", "Người dân cần tiêm phòng.");
    }

    @Test
    void an_abbreviation_of_a_place_ends_before_a_word_that_begins_sentences() {
        assertThat(Sentences.of("Đại biểu đến từ các xã, TT. Tại hội nghị, các ý kiến đều đồng thuận."))
                .containsExactly("Đại biểu đến từ các xã, TT.", "Tại hội nghị, các ý kiến đều đồng thuận.");
    }

    @Test
    void headings_and_items_of_a_list_are_pieces_of_their_own() {
        String text = "KẾT QUẢ NĂM 2023\n"
                + "Lịch họp như sau:\n"
                + "- Thôn 1: 19h30;\n"
                + "- Thôn 2: 20h00.\n"
                + "1. Mang theo giấy mời.\n"
                + "a) Đúng giờ";
        assertThat(Sentences.of(text))
                .containsExactly(
                        "KẾT QUẢ NĂM 2023",
                        "Lịch họp như sau:",
                        "- Thôn 1: 19h30;",
                        "- Thôn 2: 20h00.",
                        "1. Mang theo giấy mời.",
                        "a) Đúng giờ");
        assertThat(Sentences.of(text).stream().filter(Sentences::isFinished))
                .containsExactly("- Thôn 2: 20h00.", "1. Mang theo giấy mời.");
    }

    @Test
    void lines_wrapped_at_a_column_are_joined() {
        assertThat(Sentences.of(
                        "Căn cứ Hướng dẫn của Mặt trận tỉnh\nvề tổ chức ngày hội\nnăm 2024. Bà con dự đông đủ."))
                .containsExactly(
                        "Căn cứ Hướng dẫn của Mặt trận tỉnh về tổ chức ngày hội năm 2024.", "Bà con dự đông đủ.");
        assertThat(Sentences.of("Ngày 11/9/2013, tại Trung tâm\n"
                        + "Chính trị xã Thử, Ban Thường trực Ủy ban MTTQ xã phối\n"
                        + "hợp với các đoàn thể tổ chức lớp tập huấn cho hơn 200\n"
                        + "học viên của 12 thôn.\n"
                        + "Lễ tan lúc 11h."))
                .containsExactly(
                        "Ngày 11/9/2013, tại Trung tâm Chính trị xã Thử, Ban Thường trực Ủy ban MTTQ xã phối hợp với"
                                + " các đoàn thể tổ chức lớp tập huấn cho hơn 200 học viên của 12 thôn.",
                        "Lễ tan lúc 11h.");
        assertThat(Sentences.of("Tối 17/11 tại nhà văn hóa, Ban công tác Mặt trận xã Phú\n"
                        + "Xuyên tổ chức Ngày hội Đại đoàn kết với sự tham gia của\nông Nguyễn Văn A.\n"))
                .containsExactly(
                        "Tối 17/11 tại nhà văn hóa, Ban công tác Mặt trận xã Phú Xuyên tổ chức Ngày hội Đại đoàn kết"
                                + " với sự tham gia của ông Nguyễn Văn A.");
        assertThat(Sentences.of("Họp tại TP.\nHà Nội.")).containsExactly("Họp tại TP. Hà Nội.");
    }

    @Test
    void a_heading_above_a_text_is_not_joined_to_it() {
        assertThat(Sentences.of("Quang cảnh lễ phát động\nTại buổi lễ, xã kêu gọi ủng hộ."))
                .containsExactly("Quang cảnh lễ phát động", "Tại buổi lễ, xã kêu gọi ủng hộ.");
    }

    @Test
    void odd_white_space_becomes_single_blanks() {
        assertThat(Sentences.of("\u00a0 Xã\u00a0Phú\t Xuyên\u200b  họp.\r\n\r\n  Kết\u2009thúc. "))
                .containsExactly("Xã Phú Xuyên họp.", "Kết thúc.");
        assertThat(Sentences.of(" \n\u00a0 ")).isEmpty();
    }

    @Test
    void whatever_the_text_nothing_is_lost_but_white_space() {
        for (int seed = 0; seed < 2_000; seed++) {
            String text = junk(new Random(seed));
            assertThat(bare(String.join("", Sentences.of(text))))
                    .as("seed %d", seed)
                    .isEqualTo(bare(text));
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a. ",
                "A. ",
                "(",
                "“A. ",
                "1. ",
                "...",
                "./.",
                "TP. ",
                "-\n",
                "x",
                "\"",
                "ngày 1/1 ",
                ".A",
                "é\n"
            })
    void long_junk_takes_no_longer_than_its_length_deserves(String unit) {
        String text = unit.repeat(300_000 / unit.length());
        assertThat(CpuTime.of(() -> Sentences.of(text))).isLessThan(Duration.ofSeconds(5));
    }

    private static String junk(Random random) {
        List<String> pieces = List.of(
                "xã",
                "Phú",
                "TP.",
                "ThS.",
                "1.",
                "2023",
                ".",
                "...",
                "…",
                "./.",
                "?",
                "!",
                "“",
                "”",
                "\"",
                "(",
                ")",
                "- ",
                "\n",
                " ",
                " ",
                " ",
                "A",
                "đ",
                "Đ",
                "13/9",
                ",",
                ";",
                ":",
                "v.v.",
                "\ud83d\ude00",
                "\ud83d",
                "a)",
                "IV.",
                "0912",
                "@",
                "\u0301");
        return IntStream.range(0, 5 + random.nextInt(60))
                .mapToObj(at -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
