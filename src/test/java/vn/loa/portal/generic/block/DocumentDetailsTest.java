package vn.loa.portal.generic.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentDetailsTest {
    private static final String SUBJECT = "Về việc tổ chức Ngày hội Đại đoàn kết toàn dân tộc";

    private static String title(String rows) {
        PageText page = PageText.of(Jsoup.parse("<div><table>" + rows + "</table></div>"));
        return DocumentDetails.in(page).map(DocumentDetails::title).orElse("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<tr><td>Số ký hiệu</td><td>12/KH-UBND</td><td>Loại văn bản</td><td>Kế hoạch</td></tr><tr><td>Trích yếu</td><td>SUBJECT</td><td>Ngày ban hành</td><td>28/11/2026</td></tr><tr><td>Người ký</td><td>Trần Văn Thử</td></tr>",
                "<tr><td>Số ký hiệu</td><td>12/KH-UBND</td></tr><tr><td>Trích yếu</td><td>SUBJECT</td></tr><tr><td>Ngày ban hành</td><td>28/11/2026</td></tr>",
                "<tr><td>Số ký hiệu: 12/KH-UBND</td></tr><tr><td>Trích yếu: SUBJECT</td><td>Tệp đính kèm</td></tr><tr><td>Ngày ban hành: 28/11/2026</td></tr>"
            })
    void the_subject_ends_with_its_cell(String rows) {
        assertThat(title(rows.replace("SUBJECT", SUBJECT))).isEqualTo(SUBJECT);
    }

    @Test
    void a_subject_has_an_end() {
        String rows = "<tr><td>Số ký hiệu</td><td>12/KH-UBND</td></tr><tr><td>Trích yếu</td><td>"
                + (SUBJECT + ' ').repeat(200)
                + "</td></tr><tr><td>Ngày ban hành</td><td>28/11/2026</td></tr>";
        assertThat(title(rows)).startsWith(SUBJECT).hasSizeLessThan(510);
    }
}
