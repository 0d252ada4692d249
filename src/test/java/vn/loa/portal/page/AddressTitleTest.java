package vn.loa.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an address says of the article that stands there. */
class AddressTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/tin-tuc/tap-huan-giam-sat-1501.html | Xã Tân Lộc tập huấn công tác giám sát cho cán bộ Mặt trận | true",
                "/tin-tuc/tap-huan-giam-sat-1501.html | Trạng thái. Trang đồng chí yêu cầu không có trên máy chủ. | false",
                "/tin-tuc/tap-huan-giam-sat-1501.html | Lỗi: /tin-tuc/tap-huan-giam-sat-1501.html không tồn tại | false",
                "/ra-quan-don-ve-sinh-moi-truong-1.html | Tổng vệ sinh môi trường đợt 2 | true",
                "/RA_QUAN_DON_VE_SINH.ASPX | Hệ thống đang nâng cấp | false"
            })
    void is_looked_for_in_a_text(String path, String text, boolean found) {
        AddressTitle title = AddressTitle.of(URI.create("http://tanloc.example.gov.vn" + path))
                .orElseThrow();
        assertThat(title.isIn(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "http://tanloc.example.gov.vn/tin-tuc/1501.html",
        "http://tanloc.example.gov.vn/chi-tiet-tin-tuc-1501.html",
        "http://tanloc.example.gov.vn/chi-dao-dieu-hanh-cua-xa?articleId=55",
        "http://tanloc.example.gov.vn/tap-huan-15.aspx",
        "http://tanloc.example.gov.vn/",
        "http://tanloc.example.gov.vn"
    })
    void is_not_made_of_the_name_of_a_section_or_a_number(URI address) {
        assertThat(AddressTitle.of(address)).isEmpty();
    }
}
