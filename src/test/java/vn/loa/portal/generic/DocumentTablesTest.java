package vn.loa.portal.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.portal.generic.GenericListing.Item;

/** Tables of documents, beside the news of a page and as its list. */
class DocumentTablesTest {
    private static final URI LOCATION = URI.create("https://xathu.gov.vn/trang-chu");
    private static final List<String> NEWS = List.of(
            "Ra quân làm sạch đường làng, ngõ xóm",
            "Hội nghị tiếp xúc cử tri trước kỳ họp thứ sáu",
            "Bàn giao nhà Đại đoàn kết cho hộ cận nghèo",
            "Tập huấn chuyển đổi số cho cán bộ thôn",
            "Thôn Bãi trao quà cho người cao tuổi");
    private static final List<String> SUBJECTS = List.of(
            "Kế hoạch phòng, chống cháy rừng mùa khô trên địa bàn xã",
            "Về việc rà soát hộ nghèo, hộ cận nghèo cuối năm",
            "Hướng dẫn sinh hoạt chi bộ định kỳ tháng mười hai",
            "Chương trình kiểm tra, giám sát của Ban Thường vụ",
            "Về việc tổ chức Ngày hội Đại đoàn kết ở khu dân cư");

    private static List<Item> read(String html) {
        return GenericListing.read(Jsoup.parse(html, LOCATION.toString()), LOCATION)
                .items();
    }

    private static String each(String one) {
        return IntStream.range(0, NEWS.size())
                .mapToObj(i -> one.replace("TITLE", NEWS.get(i))
                        .replace("SUBJECT", SUBJECTS.get(i))
                        .replace("DAY", "2%d/11/2026".formatted(i + 2))
                        .replace("#", String.valueOf(i + 1)))
                .collect(Collectors.joining());
    }

    private static String documents(String row) {
        return "<div class=van-ban><h3>Văn bản mới</h3><table>" + each(row) + "</table></div>";
    }

    private static final String ROW =
            "<tr><td><a href='/van-ban/#'>1#/KH-UBND</a></td><td>DAY</td><td>SUBJECT</td></tr>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=tin><a href='/tin/#'><img src='/anh/#.jpg'></a><h3><a href='/tin/#'>TITLE</a></h3><p>Đoạn giới thiệu ngắn của tin này.</p></div>",
                "<li><a href='/tin/#'>TITLE</a></li>",
                "<div class=tin><h4><a href='/tin/#'>TITLE</a></h4></div>"
            })
    void a_table_of_documents_beside_the_news_does_not_displace_them(String item) {
        assertThat(read("<div class=main><ul>" + each(item) + "</ul></div>" + documents(ROW)))
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @Test
    void a_longer_table_below_the_main_column_does_not_displace_it() {
        String list = "<main><ul>" + each("<li><a href='/tin/#'>TITLE</a></li>") + "</ul></main>";
        assertThat(read(list + "<table>" + each(ROW) + each(ROW.replace("/van-ban/#", "/van-ban/2#")) + "</table>"))
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @Test
    void a_box_that_says_it_is_empty_does_not_empty_the_list() {
        String row =
                "<tr><td>1#/KH-UBND</td><td>DAY</td><td>SUBJECT</td><td><a href='https://luu.example.org/#.pdf'>Tải</a></td></tr>";
        String titles = "<ul>" + each("<li><a href='/tin/#'>TITLE</a></li>") + "</ul>";
        String empty = "<div class=box><h4>Góp ý dự thảo</h4><p>Chưa có dữ liệu</p></div>";
        assertThat(read(titles + empty + documents(row)))
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @Test
    void a_box_that_says_it_is_empty_does_not_empty_a_table_of_documents() {
        String empty = "<div class=box><h4>Góp ý dự thảo</h4><p>Chưa có dữ liệu</p></div>";
        assertThat(read(documents(ROW) + empty)).extracting(Item::title).containsExactlyElementsOf(SUBJECTS);
        assertThat(read(empty + documents(ROW))).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOCUMENTS BOX", "BOX DOCUMENTS", "DOCUMENTS <div>BOX</div>"})
    void a_box_of_bare_news_does_not_displace_the_documents_of_their_page(String page) {
        String table = "<div class=cot-giua><table>" + each(ROW) + each(ROW.replace("/van-ban/#", "/van-ban/2#"))
                + "</table></div>";
        String box = "<div class=cot-phai><div class=hop>TIN MỚI<ul>" + each("<li><a href='/tin/#'>TITLE</a></li>")
                + "</ul></div></div>";
        assertThat(read(page.replace("DOCUMENTS", table).replace("BOX", box)))
                .hasSize(10)
                .allMatch(item -> item.href().getPath().startsWith("/van-ban/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"noi-dung", "content", "cot-giua", "col-md-8", "left", "container"})
    void bare_news_that_are_not_known_to_be_a_box_stay_above_a_longer_table(String column) {
        String news = "<div class=" + column + "><ul>" + each("<li><a href='/tin/#'>TITLE</a></li>") + "</ul></div>";
        String table = "<div class=van-ban><h3>Văn bản mới</h3><table>" + each(ROW)
                + each(ROW.replace("/van-ban/#", "/van-ban/2#")) + "</table></div>";
        assertThat(read(news + table))
                .hasSize(15)
                .extracting(Item::title)
                .startsWith(NEWS.toArray(String[]::new))
                .containsAll(SUBJECTS);
        assertThat(read(table + news)).hasSize(15).extracting(Item::title).endsWith(NEWS.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='/xem?id=#'>Xem</a> <a href='/tai?id=#'>Tải về</a>",
                "<a href='/tai?id=#'>Tải về</a> <a href='/xem?id=#'>Xem</a>",
                "<a href='/xem?id=#'>Chi tiết</a> <a href='/gop-y?id=#'>Góp ý</a>",
                "<a href='/in?id=#'>In</a> <a href='/xem?id=#'>Văn bản</a> <a href='/gop-y?id=#'>Góp ý</a>",
                "<a href='/xem?id=#'>Xem</a></td><td><a href='/loai/TYPE'>Loại</a>",
                "<a href='/loai/TYPE'>Loại</a></td><td><a href='/xem?id=#'>Xem</a>",
                "<a href='/loai/TYPE'>Loại</a></td><td><a href='/xem?id=#'>Đây</a>",
                "<a href='/loai/TYPE'>Loại</a></td><td><a href='/xem?id=#' title='Xem chi tiết'><i></i></a>",
                "<a href='/xem?id=#'>Đây</a> <a href='/cung-muc?id=#'>Khác</a>"
            })
    void of_links_that_differ_alike_the_one_that_opens_the_document_is_its_address(String cells) {
        List<String> types = List.of("nghi-quyet", "quyet-dinh", "ke-hoach", "cong-van", "to-trinh");
        String rows = IntStream.range(0, types.size())
                .mapToObj(i -> "<tr><td>" + SUBJECTS.get(i) + "</td><td>2" + (i + 2) + "/11/2026</td><td>"
                        + cells.replace("#", String.valueOf(i + 1)).replace("TYPE", types.get(i)) + "</td></tr>")
                .collect(Collectors.joining());
        assertThat(read("<table>" + rows + "</table>"))
                .hasSize(5)
                .allMatch(item -> item.href().getPath().equals("/xem"));
    }

    @Test
    void a_document_has_the_same_address_whatever_rows_are_beside_it() {
        String row = "<tr><td><a href='/loai/TYPE'>Nghị quyết</a></td><td>SUBJECT</td><td>DAY</td>"
                + "<td><a href='/xem?id=#'>Xem</a></td></tr>";
        String others =
                "<tr><td><a href='/loai/quyet-dinh'>Quyết định</a></td><td>Về việc kiện toàn Ban Chỉ đạo xã</td>"
                        + "<td>20/11/2026</td><td><a href='/xem?id=99'>Xem</a></td></tr>";
        String one = row.replace("TYPE", "nghi-quyet")
                .replace("SUBJECT", SUBJECTS.get(0))
                .replace("DAY", "22/11/2026");
        Stream.of(one.replace("#", "1") + others, one.replace("#", "1") + one.replace("#", "2"), each(row))
                .map(rows -> read("<table>" + rows + "</table>"))
                .forEach(items -> assertThat(items)
                        .hasSizeGreaterThan(1)
                        .allMatch(item -> item.href().getPath().equals("/xem")));
    }

    @Test
    void documents_are_the_list_where_all_else_is_the_menu_beside_them() {
        String menu = "<div class=sidebar-menu><ul>"
                + each("<li><a href='/linh-vuc/#'>Lĩnh vực nông nghiệp và môi trường #</a></li>") + "</ul></div>";
        assertThat(read(menu + documents(ROW)))
                .extracting(Item::title, item -> item.href().getPath(), Item::date)
                .contains(tuple(SUBJECTS.get(0), "/van-ban/1", "22/11/2026"))
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "Hạn đăng ký, Ngày đăng",
        "Ngày kết thúc đăng ký, Cập nhật",
        "Thời gian đào tạo, Ngày đăng",
        "Thời hạn công khai, Ngày ban hành",
        "Ngày đăng ký, Ngày đăng tin",
        "Hạn nộp sau khi đăng, Ngày tạo",
        "Due to be published, Posted",
        "Ngày họp công bố, Công bố ngày"
    })
    void the_head_of_a_table_tells_the_day_of_publication_from_a_deadline(String other, String published) {
        String head = "<tr><th>Nội dung</th><th>%s</th><th>%s</th></tr>";
        String row = "<tr><td><a href='/tb/#'>SUBJECT</a></td><td>%s</td><td>%s</td></tr>";
        String day = "DAY";
        String due = "31/12/2026";
        assertThat(read("<table>" + head.formatted(other, published) + each(row.formatted(due, day)) + "</table>"))
                .hasSize(5)
                .noneMatch(item -> item.date().contains(due));
        assertThat(read("<table>" + head.formatted(published, other) + each(row.formatted(day, due)) + "</table>"))
                .hasSize(5)
                .noneMatch(item -> item.date().contains(due));
    }

    @Test
    void the_words_of_a_head_are_found_within_a_long_cell_too() {
        String head = "<table><caption>Danh mục <b>văn bản</b></caption><thead><tr><th>Nội dung</th><th>Hạn nộp hồ sơ "
                + "của các đơn vị ".repeat(2_000) + "</th><th>Ngày đăng</th></tr></thead>";
        String row = "<tr><td><a href='/tb/#'>SUBJECT</a></td><td>31/12/2026</td><td>DAY</td></tr>";
        assertThat(read(head + each(row) + "</table>")).extracting(Item::date).contains("22/11/2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1#/KH-UBND",
                "1#/2026/QĐ-UBND",
                "12#-CV/ĐU",
                "1#-NQ/ĐU",
                "1#-HD/MTTW",
                "1# - QĐ/TW",
                "1#-CTr/HU",
                "1#/MTTQ-BTT",
                "Số: 1#-KH/ĐTN"
            })
    void the_number_of_a_document_leads_to_it_whoever_issued_it(String number) {
        String type = "<td><a href='/loai/nghi-quyet'>Loại</a></td><td><a href='/linh-vuc/#'>Dân vận</a></td>";
        String row =
                "<tr>" + type + "<td><a href='/van-ban/#'>" + number + "</a></td><td>SUBJECT</td><td>DAY</td></tr>";
        assertThat(read(documents(row)))
                .extracting(Item::title, item -> item.href().getPath(), Item::date)
                .contains(tuple(SUBJECTS.get(0), "/van-ban/1", "22/11/2026"))
                .hasSize(5);
        String card = "<div class=vb><a href='/van-ban/#'>" + number + "</a><p>SUBJECT</p><i>DAY</i></div>";
        assertThat(read("<div>" + each(card) + "</div>"))
                .extracting(Item::title, item -> item.href().getPath())
                .contains(tuple(SUBJECTS.get(4), "/van-ban/5"))
                .hasSize(5);
    }

    @Test
    void the_address_of_a_row_is_the_one_that_other_rows_do_not_have() {
        String row = "<tr><td><a href='/loai/nghi-quyet'>Nghị quyết</a></td><td>SUBJECT</td><td>DAY</td>"
                + "<td><a href='/xem?id=#'>Xem</a></td></tr>";
        String layout = "<table><tr><td>Cổng thông tin điện tử của xã</td><td>%s</td></tr></table>";
        assertThat(read(layout.formatted(documents(row))))
                .extracting(item -> item.href().getQuery())
                .containsExactly("id=1", "id=2", "id=3", "id=4", "id=5");
        assertThat(read(documents(row) + documents(row)))
                .extracting(item -> item.href().getQuery())
                .contains("id=1", "id=5")
                .doesNotContainNull();
    }
}
