package vn.loa.watch.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpamFilterTest {
    private final SpamFilter filter = new SpamFilter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HI88 - Link vào Hi88 mới nhất không bị chặn",
                "Nhà cái uy tín hàng đầu Việt Nam 2023",
                "Game bài đổi thưởng uy tín nhất",
                "Tải app 789BET nhận code 100k",
                "Bắn cá online đổi thưởng",
                "Tỷ lệ kèo bóng đá",
                "Soi kèo nhà cái hôm nay",
                "Casino trực tuyến SUNWIN"
            })
    void advertisements_of_hackers_are_recognised(String title) {
        assertThat(filter.suspects(title)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Triệt phá đường dây đánh bạc, cá cược bóng đá qua mạng",
                "Xã Phú Xuyên tuyên truyền phòng, chống tệ nạn cờ bạc, lô đề",
                "Cảnh báo thủ đoạn lừa đảo qua trang cá cược trực tuyến",
                "Hội nghị sơ kết 6 tháng đầu năm 2026, 88 đại biểu dự",
                "Trao 68 suất quà cho hộ nghèo xã Win Nỏ",
                "Ngày hội Đại đoàn kết toàn dân tộc",
                "Hướng dẫn ngư dân bán cá trực tuyến",
                "Đăng ký gian hàng bán cá sạch tại chợ phiên",
                "Tỷ lệ kéo giảm tai nạn giao thông đạt 12%",
                "Kỷ niệm 79 năm Ngày Thương binh - Liệt sĩ 27/7"
            })
    void news_is_not_taken_for_it(String title) {
        assertThat(filter.suspects(title)).isFalse();
    }
}
