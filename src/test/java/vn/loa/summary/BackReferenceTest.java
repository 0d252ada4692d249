package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cô Tô đón đoàn khách du lịch đầu tiên.",
                "Bà Rịa khánh thành trạm y tế.",
                "Bà Điểm ra quân dọn vệ sinh.",
                "Anh Sơn đã hoàn thành 19 tiêu chí nông thôn mới."
            })
    void a_place_is_nobody_to_be_introduced(String sentence) {
        assertThat(BackReference.introducedName(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cô Tơ đón các em nhỏ tới lớp.",
                "Anh Sơn cho biết vườn cam đang vào vụ.",
                "Theo anh Sơn, giá cam tăng.",
                "Bà Điền ra quân dọn vệ sinh."
            })
    void a_given_name_alone_leans_on_an_earlier_sentence(String sentence) {
        assertThat(BackReference.introducedName(sentence)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sinh thời, Chủ tịch Hồ Chí Minh luôn quan tâm thiếu nhi.",
                "Thiếu nhi nhớ lời Bác Hồ dạy.",
                "Bà Rịa là vùng đất giàu truyền thống.",
                "Vịnh Hạ Long là di sản thiên nhiên."
            })
    void neither_a_place_nor_bac_ho_is_somebody_told_of(String sentence) {
        assertThat(BackReference.tellsOfSomebody(sentence)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ông Hồ Minh Mẫu là nông dân.", "Gặp bác Lê Thử ở bản.", "Nguyễn Thị Mẫu mê sách."})
    void a_title_or_a_middle_name_shows_somebody_told_of(String sentence) {
        assertThat(BackReference.tellsOfSomebody(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quần chúng nhân dân tích cực hưởng ứng phong trào.",
                "Dân chúng trong vùng được cấp nước sạch.",
                "Công chúng được mời đến xem triển lãm."
            })
    void people_are_no_thieves(String sentence) {
        assertThat(BackReference.of(sentence)).isEqualTo(BackReference.NONE);
        assertThat(BackReference.of("Trộm xong, chúng tháo biển số.")).isNotEqualTo(BackReference.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Khoảng 19h cùng ngày, điện có lại ở cả 6 thôn.",
                "Đến 16 giờ 30 phút cùng ngày, đám cháy được dập tắt."
            })
    void an_hour_of_the_same_day_needs_that_day(String sentence) {
        assertThat(BackReference.of(sentence)).isEqualTo(BackReference.DEFINITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do tuổi cao sức yếu, đồng chí đã từ trần hồi 3 giờ ngày 23/11.",
                "Mới đây, họ đã ghé thăm một viện nghiên cứu.",
                "Theo lãnh đạo xã, việc này gặp không ít khó khăn.",
                "Ngôi trường này năm nay có 20 lớp.",
                "Quá thời hạn trên, hộ dân không tự tháo dỡ.",
                "Trao đổi về vấn đề này, luật sư cho rằng cần xem xét thêm.",
                "Đây chính là lý do nhiều hộ bỏ nghề.",
                "16 tuyến còn lại chưa thông thoáng.",
                "Trong đoạn phim, y dường như đi một mình.",
                "Hôm sau đoàn phải đi bộ vào bản.",
                "Y khai nhận đã trộm 4 xe máy.",
                "Năm 2024, chị được vay 50 triệu đồng nuôi dê.",
                "Đến nay, anh vẫn giữ nghề đan lát.",
                "Công an đang xác minh vụ cháy trên.",
                "Xã yêu cầu chủ hộ tháo dỡ công trình trên, hạn cuối là ngày 5/4."
            })
    void a_sentence_that_needs_an_earlier_one_leans(String sentence) {
        assertThat(BackReference.leans(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sáng 24/10, chị em phụ nữ và các em nhỏ cùng dự lễ.",
                "Chiều 5/11, họ hàng hai bên góp 20 ngày công giúp gia đình.",
                "Hôm qua, anh em thợ hồ thôn Đông khởi công nhà văn hóa.",
                "Ngày 2/3, ông Lê Văn Mẫu, Chủ tịch UBND xã, thăm trạm y tế.",
                "Những ngày này, giá lợn hơi tại xã lên 66.000 đồng/kg.",
                "Từ năm học này, Trường THCS Kim Tân mở lớp dân ca cho 54 học sinh.",
                "Năm học này trường có 24 lớp.",
                "Trong tháng này, phường cấp thẻ cho 1.200 người cao tuổi.",
                "Đội tuyển được UBND tỉnh và cấp trên khen thưởng.",
                "Công dân từ 60 tuổi trở lên, hộ nghèo được miễn phí.",
                "Sáng 9/4, y tế phường phun thuốc diệt muỗi tại 5 khu phố.",
                "Trạm Thú y huyện phối hợp UBND xã tiêm phòng 2.300 con trâu, bò.",
                "Hội Đông y xã khám và cấp thuốc cho 150 người.",
                "Bệnh xá quân dân y kết hợp đồn biên phòng khám cho 90 hộ.",
                "Sáng 5/3, đồng chí bí thư Đảng ủy xã đối thoại với 120 thanh niên.",
                "Sáng 12/3, cụ bà 80 tuổi ở thôn Đông hiến 200 m2 đất.",
                "Chiều 7/5, anh công nhân điện lực cứu hai cháu nhỏ dưới kênh.",
                "Trạm chuyển 3 bệnh nhân lên tuyến trên.",
                "Trẻ em dễ mắc bệnh đường hô hấp trên.",
                "Theo chỉ đạo của trên, xã dừng thu quỹ thôn từ ngày 1/4.",
                "Một công nhân bị gãy chi trên, đang điều trị tại bệnh viện tỉnh."
            })
    void a_sentence_that_stands_by_itself_leans_on_nothing(String sentence) {
        assertThat(BackReference.leans(sentence)).isFalse();
    }
}
