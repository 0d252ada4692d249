package vn.loa.portal.generic.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Xã Tân Lập ra quân làm sạch môi trường|XÃ TÂN LẬP RA QUÂN LÀM SẠCH MÔI TRƯỜNG|true",
                "Xã Tân Lập ra quân làm sạch môi trường|Xã Tân Lập: ra quân “làm sạch” môi trường.|true",
                "Xã Tân Lập ra quân làm sạch ...|Xã Tân Lập ra quân làm sạch môi trường|true",
                "Xã Tân Lập ra quân làm sạch|Xã Tân Lập ra quân làm sạch môi trường đợt 2 năm 2026|false",
                "Xã Tân Lập ra quân làm sạch môi trường đợt hai năm 2026|Xã Tân Lập ra quân làm sạch môi trường đợt 2 năm 2026|true",
                "Xã Tân Lập ra quân làm sạch môi trường|Xã Tân Thịnh tổng kết công tác môi trường|false",
                "Thông báo tuyển dụng|Thông báo tuyển dụng|true",
                "Tin tức|Tin tức|false",
                "Thông báo mới|Thông báo mới|false"
            })
    void a_line_is_the_told_title_when_it_says_the_same(String headline, String line, boolean like) {
        assertThat(ExpectedTitle.of(headline).isLike(line)).isEqualTo(like);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div>T</div><p>@</p>|0",
                "<h1>Tin tức</h1><div>T</div><p>@</p>|1",
                "<div>T</div><h2>T</h2><p>@</p>|1",
                "<a href='/khac'>T</a><p>@</p>|-1",
                "<a href='#'>T</a><p>@</p>|0",
                "<div>T</div>|-1",
                "<h3>T</h3>|0",
                "<div>T</div><iframe src='/a.pdf'></iframe>|0",
                "<div class='breadcrumb'><span>T</span></div><div>T</div><p>@</p>|1",
                "<div>T</div><div><a href='/b'>Một bài khác của trang này</a></div><p>@</p>|-1"
            })
    void the_title_is_the_told_line_above_a_text(String html, int block) {
        String title = "Xã Tân Lập ra quân làm sạch môi trường";
        String text = "Sáng 12/3, hơn hai trăm đoàn viên đã dọn sạch các tuyến đường trong xã.";
        String page = html.replace("T<", title + "<").replace("@", text);
        assertThat(PageText.of(Jsoup.parse(page), ExpectedTitle.of(title)).told())
                .isEqualTo(block);
        assertThat(PageText.of(Jsoup.parse(page)).told()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<h1>Xã Tân Lập ra quân dọn sạch rác thải, môi trường</h1><div>T</div><p>@</p>|0",
                "<div>T</div><h1>Xã Tân Lập ra quân dọn sạch rác thải, môi trường</h1><p>@</p>|1",
                "<h2>Xã Tân Lập ra quân làm sạch đẹp môi trường</h2><div>T</div><p>@</p>|0",
                "<h1>Ủy ban nhân dân xã Tân Lập</h1><div>T</div><p>@</p>|1",
                "<h1>Xã Tân Lập ra quân trồng cây</h1><h2>T</h2><p>@</p>|1",
                "<h2>Xã Tân Lập ra quân dọn sạch rác thải, môi trường</h2><div>T</div><p>@</p>|1"
            })
    void a_heading_that_was_edited_comes_before_a_line_with_the_words_of_before(String html, int block) {
        the_title_is_the_told_line_above_a_text(html, block);
    }
}
