package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.text.privacy.PrivateData;

class SummarizerTest {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PrivateData.Masks MASKS =
            new PrivateData.Masks("[ĐT]", "[TK]", "[GT]", "[THƯ]", "[TÊN]", "[SỐ]");
    private static final String LEAD = "Sáng 13/9, Ủy ban MTTQ xã Thử Nghiệm tổ chức lớp tập huấn cho 120 cán bộ thôn.";

    private final Summarizer summarizer = new Summarizer(SummaryLimits.ofAnnouncement(), MASKS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed",
                "training",
                "congress",
                "donation",
                "village_meeting",
                "vaccination",
                "election",
                "environment",
                "directive",
                "obituary",
                "award",
                "relief",
                "list_article",
                "brief",
                "lead_only",
                "capitals",
                "garbage",
                "long_lead",
                "hard_wrapped",
                "consultation",
                "power_cut",
                "title_lead",
                "attendees_first",
                "letter",
                "weather",
                "only_private"
            })
    void an_article_is_told_as_an_officer_would_tell_it(String name) {
        SampleArticle sample = SampleArticle.read(name);
        Summary summary = summarizer.summarize(sample.content(), VIETNAM);
        assertThat(withoutMasks(summary.sentences()))
                .isEqualTo(withoutMasks(sample.summary().sentences()));
        assertThat(summary.eventDate()).isEqualTo(sample.summary().eventDate());
        assertThat(summary.text().length()).isLessThanOrEqualTo(400);
    }

    private static List<String> withoutMasks(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replaceAll("\\[[^]]*]", "[]"))
                .toList();
    }

    @Test
    void a_lead_that_repeats_the_title_is_not_told() {
        assertThat(told("Xã Thử Nghiệm họp giao ban tháng 3", "Xã Thử Nghiệm họp giao ban tháng 3.", LEAD))
                .containsExactly(LEAD);
        assertThat(told("Xã Thử Nghiệm họp giao ban tháng 3", "XÃ THỬ NGHIỆM HỌP GIAO BAN THÁNG 3"))
                .isEmpty();
    }

    @Test
    void a_pupil_who_is_praised_keeps_the_name() {
        String award =
                "Chiều 20/5, Trường THCS Tân Phú khen thưởng em Nguyễn Minh Anh, lớp 7A, đạt giải nhất môn Toán.";
        assertThat(told("Khen thưởng học sinh", award)).containsExactly(award);
        assertThat(told("Học sinh nghèo được khen", award)).noneMatch(sentence -> sentence.contains("Minh Anh"));
        assertThat(told("Khen thưởng học sinh", award, "Em phải điều trị bệnh tim từ nhỏ nhưng vẫn chăm học."))
                .noneMatch(sentence -> sentence.contains("Minh Anh"));
    }

    @Test
    void a_lead_may_end_in_an_initial() {
        String lead = "Ngày 20/5, Công an xã Tân Phú tổ chức trao giấy khen cho tổ trưởng Nguyễn Văn A.";
        assertThat(told("Tin", lead)).containsExactly(lead);
    }

    @Test
    void a_lead_cut_by_the_portal_gives_way_to_the_whole_paragraph() {
        assertThat(told("Tin", "Sáng 13/9, Ủy ban MTTQ xã Thử...", LEAD)).containsExactly(LEAD);
    }

    @Test
    void the_reporting_agency_is_left_out_but_a_body_is_not() {
        assertThat(told("Tin", "HNP - " + LEAD)).containsExactly(LEAD);
        assertThat(told("Tin", "(Mặt trận) - " + LEAD)).containsExactly(LEAD);
        assertThat(told("Tin", "Kinhtedothi - " + LEAD)).containsExactly(LEAD);
        assertThat(told("Tin", "(ĐTH)" + LEAD)).containsExactly(LEAD);
        String body = "UBND - Đơn vị chủ trì của xã - tổ chức ra quân sáng 13/9.";
        assertThat(told("Tin", body)).containsExactly(body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ảnh: Hoàng Hương",
                "Toàn cảnh hội nghị.",
                "Quang cảnh lớp tập huấn tại hội trường xã",
                "Đồng chí Lê Thị Minh phát biểu tại lớp tập huấn.",
                "Các đại biểu dự lớp tập huấn. Ảnh: Minh Đức",
                "Lãnh đạo xã tặng hoa chúc mừng lớp học",
                "Hoàng Hương - Trung tâm VHTT&TT huyện.",
                "Tin, ảnh: Thu Hà",
                "Theo Báo Hà Nội mới",
                "Xem thêm: Các hoạt động khác của xã",
                "Chi tiết xem tại file đính kèm.",
                "Kính gửi: Các thôn, tổ dân phố",
                "Độc lập - Tự do - Hạnh phúc",
                "Lượt xem: 1452",
                "Uû ban MÆt trËn Tæ quèc x· tæ chøc héi nghÞ.",
                "- - -",
                "Xin hết.",
                "Nội dung cụ thể như sau:"
            })
    void what_is_not_the_news_is_left_out(String line) {
        assertThat(told("Tin", LEAD, "Mỗi học viên nhận 3 tài liệu in sẵn và 1 thẻ dự lớp.", line))
                .doesNotContain(line)
                .contains(LEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trân trọng kính mời bà con tới dự đông đủ.",
                "Chia sẻ tại lớp học, nhiều học viên nêu 5 đề xuất.",
                "Ảnh hưởng của bão làm 3 thôn bị ngập.",
                "Tin tưởng và kỳ vọng, 40 học viên đã ký cam kết.",
                "Nguồn lực của xã dành cho 6 công trình."
            })
    void the_news_is_not_taken_for_boilerplate(String line) {
        assertThat(told("Tin", LEAD, line)).containsExactly(LEAD, line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM",
                "UỶ BAN MTTQ VIỆT NAM XÃ THỬ NGHIỆM",
                "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                "ĐẢNG BỘ XÃ THỬ NGHIỆM",
                "Số: 12/TB-UBND",
                "Số: 05/KH-MTTQ-BTT",
                "Thử Nghiệm, ngày 10 tháng 9 năm 2023",
                "Nơi nhận: - Như trên; - Lưu: VT.",
                "TM. ỦY BAN NHÂN DÂN",
                "KT. CHỦ TỊCH"
            })
    void the_head_and_foot_of_a_letter_are_left_out(String line) {
        assertThat(told("Tin", line, LEAD, "Mỗi học viên nhận 3 tài liệu in sẵn."))
                .doesNotContain(line)
                .contains(LEAD);
        assertThat(told("Tin", LEAD, "Mỗi học viên nhận 3 tài liệu in sẵn.", line))
                .doesNotContain(line)
                .contains(LEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tại đây, 3 chuyên đề được giới thiệu.",
                "Thông tin trên được 12 thôn gửi về xã.",
                "Với những kết quả này, 12 thôn được khen thưởng.",
                "Khi ông mang 3 tài liệu về thì thôn đã họp.",
                "Những hộ còn lại nhận 12 suất quà.",
                "Nhà văn hóa đó đã được xây với 500 triệu đồng.",
                "Theo đó, 12 thôn đã đạt chuẩn.",
                "Kèm theo đó là 12 suất quà.",
                "Tôi đã nhận 12 suất quà cho thôn."
            })
    void a_beginning_that_leans_on_what_is_not_told_is_not_told(String leaning) {
        String secret = "Quỹ nhận ủng hộ qua STK 1500201045678 tại Agribank.";
        String other = "Thôn 2 đã trồng 300 cây xanh ven sông Nhuệ.";
        assertThat(told("Tin", secret, leaning, other).get(0)).isEqualTo(other);
    }

    @Test
    void a_sentence_that_announces_a_list_is_told_up_to_the_list() {
        assertThat(told(
                        "Tin",
                        "UBND xã Thử Nghiệm thông báo lịch tiêm phòng cho đàn gia súc như sau:",
                        "- Thôn 1: 18/9;"))
                .first()
                .isEqualTo("UBND xã Thử Nghiệm thông báo lịch tiêm phòng cho đàn gia súc.");
        assertThat(told("Tin", LEAD, "Ông Nguyễn Văn Hòa, Trưởng thôn Đông cho biết…"))
                .containsExactly(LEAD);
    }

    @Test
    void the_news_of_a_household_is_told_without_its_name_and_the_name_is_not_told_later() {
        String news =
                "Sáng 10/9, Ủy ban MTTQ xã Thử Nghiệm bàn giao nhà Đại đoàn kết cho gia đình bà Lê Thị Nhà, thôn Nam.";
        String cost = "Ngôi nhà rộng 60 m², kinh phí 120 triệu đồng.";
        assertThat(told("Tin", news, cost, "Đến nay, bà Nhà đã trồng 300 cây xanh."))
                .containsExactly(news.replace("Lê Thị Nhà", "[TÊN]"), cost);
    }

    @Test
    void a_word_that_begins_with_a_given_name_names_nobody() {
        String news =
                "Sáng 10/9, Ủy ban MTTQ xã Thử Nghiệm bàn giao nhà Đại đoàn kết cho gia đình bà Lê Thị An, thôn Nam.";
        String safe = "An toàn giao thông quanh ngôi nhà được 12 hộ bảo đảm.";
        String named = "An làm trong 4 tháng với 120 triệu đồng.";
        assertThat(told("Tin", news, safe, named)).containsExactly(news.replace("Lê Thị An", "[TÊN]"), safe);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nguyễn Văn Công|Sáng 12/9, cơ quan Công an đã vận động 40 hộ dân nộp lại 12 khẩu súng tự chế.",
                "Trần Thành Trung|Ngày 12/9, lãnh đạo Trung tâm y tế khám bệnh cho 120 người cao tuổi ở thôn Đông.",
                "Trần Thành Trung|Ngày 12/9, theo chỉ đạo của Trung ương, xã tổ chức lấy ý kiến của 300 hộ dân.",
                "Lê Văn Thành|Ngày 12/9, lãnh đạo Thành ủy thăm và tặng 50 suất quà cho 50 gia đình ở thôn Đông.",
                "Lê Văn Tài|Ngày 12/9, phòng Tài chính thông báo 12 khoản thu của năm học tại 3 trường trong xã.",
                "Lò Văn Hội|Ngày 12/9, các cấp Hội đã trao 120 suất quà cho phụ nữ khó khăn tại nhà văn hóa thôn Đông.",
                "Lý Văn Quân|Ngày 12/9, bệnh viện Quân y tổ chức khám bệnh, phát thuốc cho 120 hộ dân ở thôn Đông.",
                "Lê Thị Thanh|Ngày 12/9, 40 bạn Thanh niên trong xã tổ chức trồng 300 cây ở thôn Đông.",
            })
    void a_body_whose_name_begins_with_the_given_name_of_somebody_private_is_told(String person, String news) {
        assertThat(told("Tin", news, "Cùng ngày, " + person + " bị khởi tố.")).contains(news);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nguyễn Văn Công|Ngày 12/9, khi kiểm tra thì Công bán 3 bình khí cười cho 12 học sinh tại thôn Đông.",
                "Lê Văn Tài|Ngày 12/9, tổ công tác kiểm tra và yêu cầu Tài, người bán 12 bình khí, về trụ sở làm việc.",
                "Lò Văn Hội|Ngày 12/9, đoàn kiểm tra ghi nhận 12 bình khí mà Hội khai đã bán tại thôn Đông.",
                "Lê Văn Ngọc|Ngày 12/9, đoàn kiểm tra ghi nhận 12 bình khí ở nhà Ngọc thuộc thôn Đông.",
            })
    void a_given_name_alone_inside_a_sentence_is_not_told(String person, String again) {
        assertThat(told("Tin", LEAD, again, "Cùng ngày, " + person + " bị khởi tố."))
                .doesNotContain(again);
    }

    @Test
    void a_list_of_guests_gives_way_to_what_happened() {
        String guests = "Dự có đồng chí Nguyễn Văn An, Bí thư Đảng ủy; đồng chí Lê Thị Bình, Chủ tịch UBND xã.";
        String result = "Đại hội đã bầu Ban Thường trực gồm 5 đồng chí.";
        assertThat(told("Tin", LEAD, guests, result)).containsExactly(LEAD, result);
    }

    @Test
    void a_sentence_is_not_told_without_the_one_it_leans_on() {
        String secret = "Quỹ nhận ủng hộ qua STK 1500201045678 tại Agribank.";
        String leaning = "Trong đó, 12 thôn đã đạt chuẩn.";
        assertThat(told("Tin", LEAD, secret, leaning)).containsExactly(LEAD);
        assertThat(told("Tin", LEAD, "Xã có 46 thôn ven sông Nhuệ.", leaning)).contains(leaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sao bà con lại vui đến như vậy hôm ấy? | Bà con ai nấy đều rất vui hôm ấy.",
                "Bà con ai nấy đều rất vui, rất mừng... | Bà con ai nấy đều rất vui hôm ấy.",
                "BÀ CON AI NẤY ĐỀU RẤT VUI HÔM ẤY. | Cả làng trên xóm dưới cùng reo mừng.",
                "“Bà con chúng tôi ai nấy đều rất vui.” | Bà con ai nấy đều rất vui hôm ấy.",
                "Trời hôm ấy nắng. | Bà con ai nấy đều rất vui hôm ấy.",
                "Bà con ai nấy đều rất phấn khởi hôm ấy. | Bà con ai nấy đều có mặt từ sớm.",
                "Thực hiện Kế hoạch số 12/KH-UBND ngày 5/9/2023 về tập huấn. | Bà con ai nấy đều rất vui hôm ấy.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Công an xã cùng quét dọn ngõ xóm.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Bà con khánh thành ngõ xóm hôm ấy.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Bà con cùng quét dọn tại đình làng.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Bà con cùng quét dọn lúc 7 giờ.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Bà con cùng quét dọn 3 km đường.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Bà con quét dọn xong trước ngày 30/9.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Xã đề nghị bà con quét dọn ngõ xóm.",
                "Bà con cùng quét dọn ngõ xóm hôm ấy. | Kết quả là ngõ xóm đã sạch đẹp hơn."
            })
    void of_two_sentences_the_more_telling_one_is_told(String worse, String better) {
        Summarizer terse = new Summarizer(new SummaryLimits(400, 2), MASKS);
        assertThat(terse.summarize(article("Tin", LEAD, worse, better), VIETNAM).sentences())
                .containsExactly(LEAD, better);
    }

    @Test
    void an_addition_to_nothing_is_not_told() {
        String secret = "Quỹ nhận ủng hộ qua STK 1500201045678 tại Agribank.";
        String planted = "Thôn 2 đã trồng 300 cây xanh ven sông Nhuệ.";
        assertThat(told("Tin", secret, "Bên cạnh đó, xã đã làm mới 3 km đường.", planted))
                .containsExactly(planted);
    }

    @Test
    void sentences_keep_the_articles_order() {
        String early = "Toàn xã hiện có 46 thôn.";
        String late = "Đề nghị các thôn gửi báo cáo trước ngày 30/9/2023.";
        assertThat(told("Tin", LEAD, early, late)).containsExactly(LEAD, early, late);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kính chào bà con, sáng mai 12/5 trạm y tế tiêm phòng dại cho chó mèo tại nhà văn hóa thôn Đông."
                        + "|Sáng mai 12/5 trạm y tế tiêm phòng dại cho chó mèo tại nhà văn hóa thôn Đông.",
                "Kính thưa toàn thể nhân dân, từ 7h ngày 12/5 xã tổ chức ra quân dọn vệ sinh."
                        + "|Từ 7h ngày 12/5 xã tổ chức ra quân dọn vệ sinh.",
                "Kính thưa các cụ, thưa bà con, sáng mai 12/5 thôn Đông họp tại nhà văn hóa lúc 7h."
                        + "|Sáng mai 12/5 thôn Đông họp tại nhà văn hóa lúc 7h.",
                "Xin chào quý phụ huynh! Ngày 5/9 trường khai giảng lúc 7h.|Ngày 5/9 trường khai giảng lúc 7h.",
                "Về việc cắt điện ngày 12/3 tại thôn Đông từ 7h đến 17h"
                        + "|Về việc cắt điện ngày 12/3 tại thôn Đông từ 7h đến 17h.",
                "mai mất điện toàn xã từ 7h đến 17h|mai mất điện toàn xã từ 7h đến 17h.",
                "ngày 12/5 trạm y tế tiêm phòng dại|ngày 12/5 trạm y tế tiêm phòng dại.",
            })
    void the_only_sentence_of_a_notice_is_told(String line, String told) {
        assertThat(told("Thông báo", line)).containsExactly(told);
    }

    @Test
    void a_subject_gives_way_and_a_rest_is_left_out_where_something_else_is_told() {
        assertThat(told("Thông báo", "Về việc cắt điện ngày 12/3 tại thôn Đông", LEAD))
                .containsExactly(LEAD);
        assertThat(told("Tin", LEAD, "ông A nhấn mạnh.")).containsExactly(LEAD);
        assertThat(told("Tin", "Kính chào quý vị đại biểu, thưa toàn thể bà con!", LEAD))
                .containsExactly(LEAD);
    }

    @Test
    void a_sentence_stands_whole_with_one_stop_and_without_the_mark_of_its_list() {
        assertThat(told(
                        "Tin",
                        LEAD.substring(0, LEAD.length() - 1),
                        "- Mỗi thôn cử 2 người dự học;",
                        "Lớp học kéo dài 1 ngày./."))
                .containsExactly(LEAD, "Mỗi thôn cử 2 người dự học.", "Lớp học kéo dài 1 ngày.");
    }

    @Test
    void a_sentence_longer_than_the_limit_is_shortened_honestly() {
        String preamble = "Thực hiện Kế hoạch số 12/KH-MTTQ ngày 5/9/2023 của Ban Thường trực, "
                + "nhằm tiếp tục đổi mới, ".repeat(15);
        assertThat(told("Tin", preamble + "sáng 13/9, Ủy ban MTTQ xã tổ chức lớp tập huấn."))
                .containsExactly("…sáng 13/9, Ủy ban MTTQ xã tổ chức lớp tập huấn.");

        String endless =
                "Sáng 13/9, Ủy ban MTTQ xã tổ chức lớp tập huấn" + ", mời các thôn cử người dự đủ".repeat(20) + ".";
        List<String> shortened = told("Tin", endless);
        assertThat(shortened).hasSize(1);
        assertThat(shortened.get(0)).endsWith("dự đủ…").hasSizeLessThanOrEqualTo(400);
        assertThat(endless).startsWith(shortened.get(0).replace("…", ","));
    }

    @Test
    void one_endless_word_is_not_cut() {
        assertThat(told("Tin", "a".repeat(1_000) + " b c d.")).isEmpty();
    }

    @Test
    void a_sentence_with_private_data_is_passed_over() {
        String account = "Ủng hộ xin gửi về STK 1500201045678 tại Agribank trước ngày 25/9/2023.";
        assertThat(told("Tin", LEAD, account, "Lớp học kéo dài 1 ngày."))
                .containsExactly(LEAD, "Lớp học kéo dài 1 ngày.");
    }

    @Test
    void where_nothing_else_is_worth_telling_private_data_is_masked() {
        assertThat(told("Tin", "Người dân phản ánh xin gọi Công an xã theo số 024 3385 4999.", "Trân trọng cảm ơn./."))
                .containsExactly("Người dân phản ánh xin gọi Công an xã theo số [ĐT].");
    }

    @Test
    void an_article_of_nothing_but_boilerplate_has_no_summary() {
        assertThat(told("Kế hoạch năm 2025")).isEmpty();
        assertThat(told("Kế hoạch năm 2025", "Xem chi tiết tại file đính kèm.", "Ảnh: Minh Đức", "...", ""))
                .isEmpty();
    }

    @Test
    void the_event_is_told_apart_from_the_publication() {
        assertThat(summarizer.summarize(article("Tin", LEAD), VIETNAM).eventDate())
                .contains(LocalDate.of(2023, 9, 13));
        assertThat(summarizer
                        .summarize(article("Họp ngày 20/9/2023", "Bà con đến dự đông đủ."), VIETNAM)
                        .eventDate())
                .contains(LocalDate.of(2023, 9, 20));
    }

    @Test
    void the_portals_zone_decides_the_day_and_so_the_year_of_a_date() {
        Published newYear = Published.at(Instant.parse("2023-12-31T18:00:00Z"), Precision.MINUTE);
        String paragraph = "Sáng 1/7, xã họp.";
        ArticleContent content =
                new ArticleContent("Tin", newYear, "", List.of(paragraph), "", "", Optional.empty(), List.of());
        assertThat(summarizer.summarize(content, VIETNAM).eventDate()).isEmpty();
        assertThat(summarizer
                        .summarize(article("Tin", "Sáng 17/11, xã họp."), ZoneOffset.UTC)
                        .eventDate())
                .contains(LocalDate.of(2023, 11, 17));
    }

    @Test
    void limits_are_kept_and_checked() {
        Summarizer terse = new Summarizer(new SummaryLimits(100, 1), MASKS);
        assertThat(terse.summarize(article("Tin", LEAD, "Lớp học kéo dài 1 ngày."), VIETNAM)
                        .sentences())
                .containsExactly(LEAD);
        assertThatThrownBy(() -> new SummaryLimits(79, 3)).hasMessageContaining("at least 80");
        assertThatThrownBy(() -> new SummaryLimits(400, 4)).hasMessageContaining("1 to 3");
    }

    private List<String> told(String title, String... paragraphs) {
        return summarizer.summarize(article(title, paragraphs), VIETNAM).sentences();
    }

    private static ArticleContent article(String title, String... paragraphs) {
        Published published = Published.at(Instant.parse("2023-09-18T09:00:00Z"), Precision.MINUTE);
        String lead = paragraphs.length == 0 ? "" : paragraphs[0];
        List<String> body = List.of(paragraphs).subList(Math.min(1, paragraphs.length), paragraphs.length);
        return new ArticleContent(title, published, lead, body, "", "", Optional.empty(), List.of());
    }
}
