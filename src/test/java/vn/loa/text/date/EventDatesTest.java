package vn.loa.text.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.waiting.CpuTime;

class EventDatesTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2023, 9, 18);

    static Stream<String> sentences() {
        return Cases.bytesAsText("events/sentences.txt").lines().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_sentence_tells_the_day_of_its_event_or_none(String line) {
        String[] parts = line.split("[|]", -1);
        Optional<LocalDate> day =
                EventDates.of(List.of(parts[1].strip()), Optional.of(LocalDate.parse(parts[0].strip())));
        assertThat(day.map(LocalDate::toString).orElse("none")).isEqualTo(parts[2].strip());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nhằm nâng cao chất lượng, ngày 13/9/2023, Ủy ban MTTQ huyện khai mạc lớp tập huấn",
                "Ngày 13/9, Ủy ban MTTQ xã họp giao ban.",
                "Sáng 13/9, tại hội trường, xã tổ chức đại hội.",
                "Chiều ngày 13 tháng 9 năm 2023, hội nghị bế mạc.",
                "Tối 13-9-2023, thôn Thử vui hội.",
                "Đêm 13.9, đoàn lên đường.",
                "Lớp học diễn ra từ ngày 13 đến 15/9/2023.",
                "Từ ngày 13/9 đến ngày 15/9, xã tổ chức khám bệnh.",
                "Từ 13 - 15/9, diễn ra hội thao.",
                "Trong 2 ngày 13-14/9, các học viên được nghe 5 chuyên đề.",
                "Trong ba ngày (13, 14 và 15/9), đoàn khảo sát 6 thôn.",
                "Các ngày 13, 14, 15 tháng 9, tổ bầu cử kiểm tra danh sách.",
                "Đại hội khai mạc vào lúc 8 giờ ngày 13/9/2023.",
                "Thời gian: 8h00, ngày 13/9/2023.",
                "Sáng nay (13/9), lễ phát động diễn ra.",
                "Thứ Tư, ngày 13/9, xã tiếp công dân.",
                "Chủ nhật, 13/9, cả thôn ra quân.",
                "Thực hiện Kế hoạch số 12/KH-MTTQ ngày 5/8/2023 của MTTQ huyện, ngày 13/9, xã tổ chức giám sát.",
                "Thực hiện Kế hoạch số 12/KH-MTTQ, sáng 13/9/2023, xã tổ chức giám sát.",
                "Thực hiện Kế hoạch số 12/KH-MTTQ, ngày 13/9, xã tổ chức giám sát.",
                "Kỷ niệm 93 năm Ngày thành lập MTTQ (18/11/1930 - 18/11/2023), tối 13/9, xã tổ chức gặp mặt.",
                "Hội nghị triển khai Nghị quyết Đại hội diễn ra ngày 13/9.",
                "Lễ viếng tổ chức từ 8h00 đến 11h30 ngày 13/9/2023.",
                "Ngày 13 / 9 / 2023, xã khánh thành nhà văn hóa.",
                "Trước đó xã đã họp hai lần; sáng 13/9, hội nghị tổ chức lần ba.",
                "Hội nghị (13/9/2023) có 80 đại biểu dự.",
                "55 năm sau, sáng 13/9/2023, xã dâng hương tại di tích.",
                "Ngày 13/9/23, xã khánh thành nhà văn hóa."
            })
    void the_day_of_an_event(String sentence) {
        assertThat(day(sentence)).contains(LocalDate.of(2023, 9, 13));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Căn cứ Nghị quyết số 203/2025/QH15 ngày 16/9/2023 của Quốc hội.",
                "Kế hoạch số 12/KH-MTTQ ngày 5/9/2023 của Ủy ban MTTQ xã.",
                "Thực hiện Kế hoạch số 12/KH-MTTQ, ngày 5/9/2023 của Ủy ban MTTQ xã.",
                "Theo Quyết định ngày 5/9 về việc thành lập đoàn.",
                "Công văn ngày 5/9 của UBND xã yêu cầu rà soát.",
                "Theo Luật có hiệu lực từ ngày 5/9/2023.",
                "Kỷ niệm 93 năm ngày 18/9, xã gặp mặt cán bộ.",
                "Chào mừng ngày 20/10, Hội Phụ nữ thi nấu ăn.",
                "Nhân ngày 20/9, xã thăm trường.",
                "Ông sinh ngày 13/9 tại xã.",
                "Báo cáo gửi về trước ngày 25/9/2023.",
                "Hồ sơ nộp chậm nhất ngày 25/9.",
                "Hạn chót là 17 giờ, ngày 25/9.",
                "Việc này hoàn thành trong ngày 25/9/2023.",
                "Đến ngày 13/9, toàn xã vận động được 120 triệu đồng.",
                "Tính đến 9 giờ ngày 13/9, 8 thôn đã xong.",
                "Từ ngày 13/9/2023, mức phí mới được áp dụng.",
                "Từ ngày 13/9 đến nay, xã đã thu 15 tấn rác.",
                "Từ ngày 17/9 đến ngày 18/11, các xã phát động ủng hộ.",
                "Trước đó, ngày 5/9, đoàn đã khảo sát.",
                "Bài đăng ngày 13/9/2023.",
                "Cập nhật ngày 13/9/2023.",
                "Phú Xuyên, ngày 13 tháng 9 năm 2023",
                "Lễ hội vào ngày 13/9 âm lịch hằng năm.",
                "Ngày 31/9, ngày 30/2/2023 và ngày 13/13 không có.",
                "Ngày 13/9/1930, phong trào bùng lên.",
                "Ngày 13/9/2027, sẽ có đại hội.",
                "Đạt 13/9 chỉ tiêu.",
                "Đồng chí đã từ trần hồi 4 giờ ngày 13/9/2023.",
                "Xã tiếp tục vận động, nhắc lại lời kêu gọi ngày 2/9 sau trận lốc.",
                "Trước đó, khoảng 16h ngày 8/9, thôn bị mất điện.",
                "Trước đó, ngày 5/9, Đoàn xã đã tổng vệ sinh nghĩa trang và thắp nến vào tối 12/9.",
                "Trước đây, vào ngày 5/9, xã từng họp về việc này.",
                "Quy ước mà hai thôn đã ký ngày 5/9 vẫn được giữ.",
                "Danh sách được phê duyệt ngày 5/9 có 12 hộ.",
                "Kỷ niệm 95 năm ngày 18/9, xã gặp mặt cán bộ.",
                "Ông nhớ lại trận lụt ngày 10/9.",
                "Theo kế hoạch ngày 5/9, cả xã có 12 điểm tiêm.",
                "Sau lễ khởi công hôm 1/9, tiếp đó ngày 5/9, thôn đổ móng.",
                "Ngày 13/9/2023, Ban Thường trực Ủy ban MTTQ xã ban hành Kế hoạch số 27/KH-MTTQ về Ngày hội.",
                "Ngày 13/9, UBND huyện đã ký ban hành Chỉ thị về vụ đông.",
                "Vào ngày 13/9, UBND tỉnh ban hành Quyết định phê duyệt quy hoạch.",
                "Hồi 20 giờ ngày 13/9, Chủ tịch UBND tỉnh ban hành Công điện ứng phó bão.",
                "Ngày 13/9, Chủ tịch huyện ký Quyết định phê duyệt dự toán.",
                "Ngày 13/9, Sở Nội vụ có công văn hướng dẫn các xã.",
                "Ngày 13/9, Mặt trận huyện ra Lời kêu gọi ủng hộ vùng lũ.",
                "Ngày 13/9, Ban Tổ chức Huyện ủy ban hành Hướng dẫn số 12.",
                "Ngày 13/9, UBND phường Thống Nhất ban hành Kế hoạch ra quân.",
                "Ngày 13/9, UBND xã Đại Lâm, huyện Phú Lâm ban hành Thông báo tuyển dụng.",
                "Ngày 13/9, UBND TP. Hà Nội ban hành Quyết định phê duyệt đề án.",
                "Ngày 13/9 UBND xã ban hành Thông báo lịch tiếp dân.",
                "Ngày 13/9/2023, Hội đồng nhân dân tỉnh ban hành Nghị quyết về thu phí.",
                "Ngày 13/9, Thủ tướng Chính phủ ký Quyết định phê duyệt quy hoạch.",
                "Ngày 13/9, Bộ Giáo dục và Đào tạo có văn bản gửi các sở.",
                "Ngày 13/9, Sở Văn hóa, Thể thao và Du lịch ban hành Kế hoạch hội thao.",
                "Ngày 13/9, Ban Chấp hành Đảng bộ xã ban hành Nghị quyết chuyên đề.",
                "Ngày 13/9, Phó Chủ tịch UBND huyện Trần Văn Lạc ký Công văn hỏa tốc.",
                "Ngày 13/9, huyện ban hành Kế hoạch diễn tập.",
                "Ngày 13/9, Đảng ủy ban hành Chỉ thị về vụ mùa.",
                "Ngày 13/9, UBND Quận 1 ra Thông báo cấm đường.",
                "Ngày 13/9, Ban Chỉ đạo Phòng thủ dân sự Quốc gia ban hành Công điện số 5 ứng phó bão.",
                "Ngày 13/9/2023, Ban Quản lý các khu công nghiệp tỉnh có văn bản nhắc nhở.",
                "Ngày 13/9, Trung tâm Dự báo khí tượng thủy văn ra thông báo lũ.",
                "Ngày 13/9, Hội đồng bầu cử xã ban hành Nghị quyết công bố danh sách.",
                "Ngày 13/9, Ban quản lý dự án huyện ký Thông báo dừng thi công.",
                "Xã vừa tổ chức hội nghị thành công."
            })
    void what_is_no_event_is_not_told(String sentence) {
        assertThat(day(sentence)).isEmpty();
    }

    @Test
    void an_issued_plan_leaves_the_day_to_what_it_plans() {
        List<String> sentences = List.of(
                "Ngày 13/9/2023, UBND xã ban hành Kế hoạch về Ngày hội.",
                "Ngày hội diễn ra lúc 8 giờ ngày 24/9/2023 tại thôn Đông.");
        assertThat(EventDates.of(sentences, Optional.of(PUBLISHED))).contains(LocalDate.of(2023, 9, 24));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ngày 13/9, UBND xã tổ chức hội nghị công bố quyết định ban hành quy chế.",
                "Ngày 13/9, Mặt trận xã họp, thống nhất ban hành nghị quyết.",
                "Sáng 13/9, Đảng ủy xã ban hành nghị quyết tại hội nghị.",
                "Theo kế hoạch, Ngày hội Đại đoàn kết diễn ra lúc 8 giờ ngày 13/9 tại thôn Đông.",
                "Ngày 13/9, hai xã ký kết chương trình phối hợp.",
                "Ngày 13/9, Ban Pháp chế HĐND huyện giám sát việc ban hành văn bản tại xã.",
                "Ngày 13/9, thực hiện Kế hoạch do UBND huyện ban hành, xã ra quân tổng vệ sinh.",
                "Ngày 13/9, Hội Nông dân xã tập huấn quy trình canh tác mới ban hành cho 60 hội viên.",
                "8 giờ ngày 13/9, UBND xã ra Thông báo sơ tán, toàn bộ 40 hộ rời vùng trũng.",
                "Hội nghị diễn ra ngày 13/9, Huyện ủy ban hành Nghị quyết ngay sau đó.",
                "Ngày 13/9, HĐND xã họp kỳ thứ năm, ban hành 7 nghị quyết.",
                "Ngày 13/9, Kỳ họp thứ năm HĐND xã ban hành 7 nghị quyết.",
                "Ngày 13/9, Đoàn xã tuyên truyền nghị quyết được HĐND huyện ban hành.",
                "Ngày 13/9, Hội Cựu chiến binh xã trao nhà tình nghĩa, có văn bản bàn giao.",
                "Ngày 13/9, Ban Tuyên giáo Huyện ủy quán triệt các văn bản vừa ban hành.",
                "Ngày 13/9, Chi bộ thôn Đoài kết nạp 2 đảng viên theo quyết định vừa ban hành.",
                "Ngày 13/9, Ban Công tác Mặt trận tiếp nhận ý kiến về Luật sắp ban hành.",
                "Ngày 13/9, Hội Phụ nữ xã ra mắt mô hình theo Hướng dẫn huyện ban hành.",
                "Ngày 13/9, Công an xã kiểm tra cơ sở kinh doanh, ra quyết định xử phạt.",
                "Ngày 13/9, Trường Tiểu học Lam Sơn khai giảng, có văn bản mời phụ huynh.",
                "Theo kế hoạch, Ngày chạy Olympic diễn ra lúc 6 giờ ngày 13/9.",
                "Ngày 13/9, Công an xã bắt 5 người đánh bạc và ra quyết định tạm giữ.",
                "Ngày 13/9, phường ra quân giám sát việc thu gom rác."
            })
    void what_happens_beside_a_document_or_by_a_plan_is_an_event(String sentence) {
        assertThat(day(sentence)).contains(LocalDate.of(2023, 9, 13));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-05, 28/12, 2023-12-28",
        "2023-12-28, 5/1, 2024-01-05",
        "2023-09-18, 18/9, 2023-09-18",
        "2024-03-02, 29/2, 2024-02-29"
    })
    void a_day_without_a_year_is_the_nearest_one(LocalDate published, String day, LocalDate event) {
        assertThat(EventDates.of(List.of("Sáng " + day + ", xã họp."), Optional.of(published)))
                .contains(event);
    }

    @Test
    void without_a_publication_only_a_year_tells() {
        assertThat(EventDates.of(List.of("Sáng 13/9, xã họp."), Optional.empty()))
                .isEmpty();
        assertThat(EventDates.of(List.of("Sáng 13/9/2023, xã họp."), Optional.empty()))
                .contains(LocalDate.of(2023, 9, 13));
        assertThat(EventDates.of(List.of("Sáng 13/9/9999, xã họp."), Optional.empty()))
                .isEmpty();
    }

    @Test
    void the_first_event_told_is_the_event() {
        List<String> article = List.of(
                "Căn cứ Kế hoạch số 5/KH-UBND ngày 1/9/2023.",
                "Ngày 14/9, xã khai mạc hội thao.",
                "Bế mạc vào ngày 16/9.");
        assertThat(EventDates.of(article, Optional.of(PUBLISHED))).contains(LocalDate.of(2023, 9, 14));
    }

    @Test
    void a_timetable_has_no_single_day() {
        List<String> list = List.of("- Thôn 1: 19h30 ngày 20/9;", "- Thôn 2: 19h30 ngày 21/9.");
        assertThat(EventDates.of(list, Optional.of(PUBLISHED))).isEmpty();
        assertThat(EventDates.of(List.of("Thứ Tư (ngày 20/9):", "Thứ Năm (ngày 21/9):"), Optional.of(PUBLISHED)))
                .isEmpty();
        assertThat(day("Thôn 1 họp ngày 20/9; thôn 2 họp ngày 21/9.")).isEmpty();
    }

    @Test
    void a_sentence_that_opens_a_list_still_tells_its_event() {
        List<String> article =
                List.of("Sáng 18/9, UBND xã triển khai các nội dung sau:", "- Ngày 20/9: ra quân vệ sinh.");
        assertThat(EventDates.of(article, Optional.of(PUBLISHED))).contains(LocalDate.of(2023, 9, 18));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {"ngày 1/1 ", "ngày ", "từ 1 đến ", "ngày 1,", "sáng 9/9 đến 1/1 ", "12/9/", "trước ngày 1/9, "})
    void long_junk_takes_no_longer_than_its_length_deserves(String unit) {
        String text = unit.repeat(300_000 / unit.length());
        assertThat(CpuTime.of(() -> day(text))).isLessThan(Duration.ofSeconds(5));
    }

    private static Optional<LocalDate> day(String sentence) {
        return EventDates.of(List.of(sentence), Optional.of(PUBLISHED));
    }
}
