package vn.loa.portal.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.portal.generic.GenericListing.Item;

class GenericListingTest {
    private static final URI LOCATION = URI.create("https://xathu.gov.vn/tin-tuc");
    private static final List<String> NEWS = List.of(
            "Ra quân làm sạch đường làng, ngõ xóm",
            "Hội nghị tiếp xúc cử tri trước kỳ họp thứ sáu",
            "Bàn giao nhà Đại đoàn kết cho hộ cận nghèo",
            "Tập huấn chuyển đổi số cho cán bộ thôn");
    private static final String SECTIONS = "<div class=a>"
            + front(
                    "/thong-bao/@",
                    "<div class=n><h3><a href='A'>Tin T thôn họp bàn việc xây dựng nông thôn mới</a></h3><p>Bà con cùng làm.</p></div>")
            + "</div><div class=b><ul>"
            + front(
                    "/doan-the/@",
                    "<li><a href='A'>Đoàn thể T thôn làm sạch đường làng ngõ xóm</a> <i>12/11/2026</i></li>")
            + "</ul></div>";

    @Test
    void the_shared_lists_are_read_without_a_rule() {
        assertThat(read(Cases.page("hanoi62_listing_p1.html")).items())
                .extracting(Item::title, Item::date)
                .containsExactly(
                        tuple(
                                "ỦY ban MTTQ VN huyện Phú Xuyên: tập huấn công tác mặt trận năm 2023",
                                "Ngày đăng 18/09/2023 | 16:00 | View count: 159"),
                        tuple(
                                "Xã Thử Nghiệm ra quân \"Chủ nhật xanh\"",
                                "Ngày đăng 17/09/2023 | 9:05 AM | View count: 20"));
        assertThat(read(Cases.page("vcc_listing.html")).items())
                .extracting(Item::title)
                .containsExactly("Ban Công tác Mặt trận thôn họp dân", "Lễ hội đình làng");
    }

    @Test
    void an_item_has_its_own_address_date_teaser_and_picture() {
        String cards = cards(
                "card",
                "<img src='/anh/%1$d.jpg'><span class=time>1%1$d/11/2025</span>"
                        + "<p>Đoạn giới thiệu ngắn của tin số %1$d.</p>");
        assertThat(read("<main>" + cards + "</main>").items().get(2))
                .isEqualTo(new Item(
                        URI.create("https://xathu.gov.vn/tin/2.html"),
                        NEWS.get(2),
                        "12/11/2025",
                        "Đoạn giới thiệu ngắn của tin số 2.",
                        Optional.of(URI.create("https://xathu.gov.vn/anh/2.jpg"))));
    }

    @Test
    void menus_sidebars_footers_and_other_sites_are_left_out() {
        String page = "<nav><ul>" + links("/menu/", "Chuyên mục dài như một tiêu đề") + "</ul></nav><main>"
                + cards("card", "<span class=time>1%1$d/11/2025</span>")
                + "</main><div class=sidebar><h2>Đọc nhiều</h2><ul>"
                + links("/doc-nhieu/", "Tin được đọc nhiều nhất tuần")
                + "</ul></div><div class=banner><a href='https://khac.example.com/x'>Cổng dịch vụ công trực tuyến quốc gia</a></div>"
                + "<footer><ul>" + links("/chan/", "Liên kết ở chân trang của cổng") + "</ul></footer>";
        assertThat(read(page).items()).extracting(Item::title).containsExactlyElementsOf(NEWS);
    }

    private static String rows(String row) {
        return IntStream.range(0, NEWS.size())
                .mapToObj(i -> row.replace("SLUG", "/tin/%d.html".formatted(i))
                        .replace("TITLE", NEWS.get(i))
                        .replace("DAY", "1%d/11/2025".formatted(i)))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<h4>Ngày DAY</h4><ul><li><a href='SLUG'>TITLE</a></li></ul>",
                "<dl><dt>DAY</dt><dd><a href='SLUG'>TITLE</a></dd></dl>",
                "<article><meta itemprop=datePublished content='DAY'><h2><a href='SLUG'>TITLE</a></h2></article>",
                "<div><i>Ngày đăng: DAY</i><a href='SLUG'>TITLE</a><p>Bà con thôn Đồng dọn đường làng.</p></div>"
            })
    void a_date_is_found_wherever_an_item_tells_it(String row) {
        assertThat(read("<main>" + rows(row) + "</main>").items())
                .extracting(Item::title, item -> item.date().replaceAll("[^\\d/]", ""))
                .containsExactly(
                        tuple(NEWS.get(0), "10/11/2025"),
                        tuple(NEWS.get(1), "11/11/2025"),
                        tuple(NEWS.get(2), "12/11/2025"),
                        tuple(NEWS.get(3), "13/11/2025"));
    }

    @Test
    void a_day_in_a_sentence_of_the_teaser_is_neither_the_date_nor_does_it_hide_the_teaser() {
        String teaser = "Cử tri kiểm tra thông tin và phản ánh sai sót trước 17 giờ ngày 05/12/2026.";
        String row = "<div class=tin><h3><a href='SLUG'>TITLE</a></h3>%s<p>" + teaser
                + " <a href='SLUG'>Xem tiếp</a></p></div>";
        assertThat(read("<main>" + rows(row.formatted("")) + "</main>").items())
                .hasSize(4)
                .allMatch(item -> item.date().isEmpty() && item.teaser().equals(teaser));
        assertThat(read("<main>" + rows(row.formatted("<i>DAY</i>")) + "</main>")
                        .items()
                        .get(1))
                .matches(item ->
                        item.date().equals("11/11/2025") && item.teaser().equals(teaser));
    }

    @Test
    void one_day_over_a_whole_page_is_not_the_day_of_its_items() {
        String page = "<h4>Thứ bảy, 28/11/2026</h4><ul>" + rows("<li><a href='SLUG'>TITLE</a></li>") + "</ul>";
        assertThat(read(page).items()).hasSize(4).allMatch(item -> item.date().isEmpty());
    }

    @Test
    void what_is_read_most_is_no_list_of_news() {
        String list = "<div class=tab><ul>" + rows("<li><a href='SLUG'>TITLE</a> <i>DAY</i></li>") + "</ul></div>";
        String popular = "<div class=tab><h4>Xem nhiều nhất</h4><ul><li><a href='/tin/cu.html'>Bài cũ của năm ngoái mà"
                + " nhiều người xem</a> <i>01/02/2024</i></li></ul></div>";
        assertThat(read("<main>" + list + popular + "</main>").items())
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class=row><div class=col-3><h3>Tin đọc nhiều</h3><ul>OLD</ul></div><div class=col-9>LIST</div></div>",
                "<div class=row><div class=col-3><h3>Tin đọc nhiều</h3></div><div class=col-9>LIST</div></div>",
                "<div class=content><h2>Xem nhiều</h2><ul>OLD</ul><div>LIST</div></div>",
                "<div class=content><div class=head>Bài xem nhiều nhất</div><ul>OLD</ul><div class=tin>LIST</div></div>",
                "<div class=row><div><h3>Mưa lớn tại nhiều địa phương</h3><p>Nước lên.</p></div><div>LIST</div></div>",
                "<ul class=tabs><li>Tin mới</li><li>Xem nhiều</li></ul><div>LIST</div>"
            })
    void a_list_behind_a_box_of_what_is_read_most_is_the_list(String page) {
        String old = IntStream.range(0, 3)
                .mapToObj(i -> "<li><a href='/tin/cu%d.html'>Bài cũ của năm ngoái, số %d</a></li>".formatted(i, i))
                .collect(Collectors.joining());
        String list = rows("<div class=tin><a href='SLUG'>TITLE</a><p>Bà con thôn Đồng dọn đường làng.</p></div>");
        String others = "<ul><li><a href='/dich-vu/mot'>Dịch vụ công trực tuyến</a></li><li><a href='/dich-vu/hai'>Công"
                + " báo của tỉnh nhà</a></li><li><a href='/dich-vu/ba'>Góp ý dự thảo văn bản</a></li></ul>";
        assertThat(read("<main>" + page.replace("OLD", old).replace("LIST", list) + "</main><footer>" + others
                                + "</footer>")
                        .items())
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><h4>Đọc nhiều</h4><ul>OLD</ul></div>LIST",
                "<h4>TIN TẢI NHIỀU NHẤT</h4><ul>OLD</ul><h4>Tin tức</h4>LIST",
                "<div><div class=head>Nhiều người quan tâm</div><div class=body><ul>OLD</ul></div></div>LIST"
            })
    void what_is_read_most_is_left_out_before_a_list_of_the_same_form(String page) {
        String item = "<li><a href='SLUG'>TITLE</a> <i>DAY</i></li>";
        String old = IntStream.range(0, 6)
                .mapToObj(i -> "<li><a href='/tin/cu%d.html'>Bài cũ của năm ngoái, số %d</a> <i>1%d/02/2024</i></li>"
                        .formatted(i, i, i))
                .collect(Collectors.joining());
        assertThat(read("<main>" + page.replace("OLD", old).replace("LIST", "<ul>" + rows(item) + "</ul>") + "</main>")
                        .items())
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @Test
    void a_linked_title_is_the_only_one_however_its_address_is_written() {
        String items = IntStream.range(0, NEWS.size())
                .mapToObj(i ->
                        "<div class=tin><p><a href='/tin/%d.html'>%s</a></p><p>Bà con thôn Đồng dọn đường làng.</p>"
                                        .formatted(i, NEWS.get(i))
                                + "<a href='https://xathu.gov.vn/tin/%d.html?utm_source=trangchu'>Xem chi tiết</a></div>"
                                        .formatted(i))
                .collect(Collectors.joining());
        assertThat(read("<main>" + items + "</main>").items())
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @Test
    void a_short_linked_title_is_the_title_and_not_the_summary_below_it() {
        List<String> titles = List.of("Họp dân phố", "Ra quân", "Tiêm chủng", "Lễ hội đình");
        String items = IntStream.range(0, titles.size())
                .mapToObj(i -> "<div class=tin><div><a href='/tin/%1$d.html'>%2$s</a></div>".formatted(i, titles.get(i))
                        + "<p>Bà con thôn Đồng cùng dọn đường làng số %1$d.</p><a href='/tin/%1$d.html'>Xem chi tiết</a></div>"
                                .formatted(i))
                .collect(Collectors.joining());
        assertThat(read("<main>" + items + "</main>").items())
                .extracting(Item::title)
                .doesNotContain("Bà con thôn Đồng cùng dọn đường làng số 1.")
                .containsExactlyElementsOf(titles);
    }

    @Test
    void a_large_first_item_joins_the_list() {
        String page = "<main><div class=hero><h2><a href='/tin/99.html'>Khai mạc Đại hội Mặt trận Tổ quốc xã</a></h2>"
                + "<span class=time>20/11/2025</span></div>"
                + cards("card", "<span class=time>1%1$d/11/2025</span>") + "</main>";
        assertThat(read(page).items().get(0).title()).isEqualTo("Khai mạc Đại hội Mặt trận Tổ quốc xã");
        assertThat(read(page).items()).hasSize(NEWS.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lịch công tác tuần 4%d/2026",
                "Lịch tiếp công dân tháng %d",
                "Thông báo tuyển sinh đợt %d",
                "Giấy mời họp ngày 1%d/11"
            })
    void short_titles_with_numbers_or_days_are_no_menu(String title) {
        String list = IntStream.range(1, 6)
                .mapToObj(i -> "<li><a href='/lich/%d'>%s</a></li>".formatted(i, title.formatted(i)))
                .collect(Collectors.joining());
        assertThat(read("<div><ul>" + list + "</ul></div>").items())
                .hasSize(5)
                .extracting(Item::title)
                .contains(title.formatted(1));
    }

    @Test
    void short_names_of_sections_and_units_are_a_menu() {
        String names = Stream.of(
                        "Văn hóa - Xã hội", "Quốc phòng - An ninh", "Hội Liên hiệp Phụ nữ", "Thủ tục hành chính")
                .map(name -> "<li><a href='/m/%d'>%s</a></li>".formatted(name.length(), name))
                .collect(Collectors.joining());
        String counted = IntStream.range(1, 6)
                .mapToObj(i -> "<li><a href='/don-vi/%d'>Ủy ban nhân dân xã Thử Nghiệm (%d)</a></li>".formatted(i, i))
                .collect(Collectors.joining());
        assertThat(read("<div><ul>" + names + "</ul></div>").items()).isEmpty();
        assertThat(read("<div><ul>" + counted + "</ul></div>").items()).isEmpty();
    }

    @Test
    void cards_that_scripts_open_do_not_displace_a_list_of_links() {
        String staff = IntStream.range(0, 12)
                .mapToObj(i -> "<div class=the data-href='/can-bo/" + i + "'><h4>Nguyễn Văn Anh - Phó Chủ tịch " + i
                        + "</h4><p>Phụ trách văn hóa - xã hội của xã</p></div>")
                .collect(Collectors.joining());
        String list = rows("<li><a href='SLUG'>TITLE</a></li>");
        assertThat(read("<div><ul>" + list + "</ul></div><div>" + staff + "</div>")
                        .items())
                .extracting(Item::title)
                .containsExactlyElementsOf(NEWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dated", "told", "bare"})
    void news_that_scripts_open_are_the_list_beside_a_box_of_links(String kind) {
        String more = Map.of(
                        "dated", "<span class=time>DAY</span>",
                        "told", "<p>Bà con trong thôn đã cùng nhau dọn sạch đường làng.</p>",
                        "bare", "")
                .get(kind);
        String cards = IntStream.range(0, 12)
                .mapToObj(i -> "<div class=the data-href='/tin/" + i + ".html'><img src='/anh/" + i
                        + ".jpg'><h4>Xã tổ chức hội nghị lần thứ " + i + " bàn việc nước sạch</h4>"
                        + (i == 0 ? "" : more.replace("DAY", (10 + i) + "/11/2026")) + "</div>")
                .collect(Collectors.joining());
        String links = "<ul><li><a href='/gioi-thieu/1'>Lịch sử hình thành và phát triển của xã</a></li>"
                + "<li><a href='/gioi-thieu/2'>Điều kiện tự nhiên, dân số và lao động</a></li>"
                + "<li><a href='/gioi-thieu/3'>Quy hoạch chung xây dựng xã đến năm 2030</a></li></ul>";
        String box = kind.equals("bare") ? "<aside>" + links + "</aside>" : "<div class=hop>" + links + "</div>";
        assertThat(read("<div>" + cards + "</div>" + box).items())
                .extracting(Item::title)
                .hasSize(12)
                .allMatch(title -> title.startsWith("Xã tổ chức"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tin-tuc/", "/", "/index.php?mod=trang&ten="})
    void services_and_units_in_the_column_of_the_boxes_of_news_are_none(String form) {
        String box =
                "<div class=hop><div class=noi-bat><h3><a href='FORMtin-vua-xay-ra-o-WHERE'>Tin nổi bật trong hộp số #</a></h3>"
                        + "<span>2#/11/2026</span></div><ul><li><a href='FORMtin-ngan-o-WHERE'>Tin ngắn bên dưới trong hộp số #</a></li></ul></div>";
        String services =
                "<div class=hop><h3>Thủ tục hành chính</h3><ul><li><a href='FORMdang-ky-khai-sinh-co-yeu-to-nuoc-ngoai'>"
                        + "Đăng ký khai sinh có yếu tố nước ngoài</a></li><li><a href='FORMco-cau-to-chuc-bo-may-cua-uy-ban-nhan-dan-xa'>"
                        + "Cơ cấu tổ chức bộ máy của Ủy ban nhân dân xã</a></li></ul></div>";
        String boxes = IntStream.range(0, 4)
                .mapToObj(i -> box.replace("#", String.valueOf(i)).replace("WHERE", "thon-" + "abcd".charAt(i)))
                .collect(Collectors.joining());
        for (String column : List.of(boxes + services, services + boxes, boxes + services.replaceAll("</?h3>", ""))) {
            assertThat(read("<div class=cot>" + column.replace("FORM", form) + "</div>")
                            .items())
                    .extracting(Item::title)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allMatch(title -> title.startsWith("Tin "));
        }
    }

    /** {@code KIND} stands for the kind of page, {@code @} for its name, {@code #} for the first figures of its number. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/KIND-@-#.html", "/vi/KIND-@", "/KIND-@", "/KIND/@-#.html", "/index.php?p=KIND&ten=@&id=#"})
    void services_and_leaders_of_a_front_page_are_no_news(String form) {
        String page = "<h2>Tin tức</h2>"
                + front(
                        form.replace("KIND", "tin").replace("#", "9#"),
                        "<div class=n><img src=/a.jpg><h3><a href='A'>Tin T thôn họp bàn việc xây dựng nông thôn mới kiểu mẫu</a></h3></div>")
                + "<h2>Dịch vụ công</h2>"
                + front(
                        form.replace("KIND", "dich-vu").replace("#", "2#"),
                        "<div class=s><a href='A'><img src=/i.png><h4>T: cấp giấy chứng nhận quyền sử dụng đất lần đầu</h4></a></div>")
                + "<h2>Tiện ích cho người dân</h2>"
                + front(
                        form.replace("KIND", "tien-ich").replace("#", "3#"),
                        "<div class=o><a href='A'><img src=/i.png><b>T: đăng ký khai sinh cho trẻ</b></a></div>")
                + "<h2>Lãnh đạo xã</h2>"
                + front(
                        form.replace("KIND", "lanh-dao").replace("#", ""),
                        "<div class=l><img src=/p.jpg><h4><a href='A'>Đồng chí Nguyễn Văn T</a></h4><p>Bí thư</p></div>");
        assertThat(readAt("https://xathu.gov.vn/", page).items())
                .extracting(Item::title)
                .hasSize(NEWS.size())
                .allMatch(title -> title.startsWith("Tin "));
    }

    private static String front(String address, String item) {
        List<String> names = List.of("hop-thon", "bau-cu", "lam-duong", "trong-cay");
        return IntStream.range(0, names.size())
                .mapToObj(i -> item.replace(
                                "'A'",
                                "'" + address.replace("@", names.get(i)).replace("#", String.valueOf(9 - i)) + "'")
                        .replaceAll("\\bT\\b", names.get(i).replace('-', ' ')))
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/vi/",
                "/index.php",
                "/trang-chu.html",
                "/web/guest/home",
                "/vi/web/guest/trang-chu",
                "/Pages/default.aspx"
            })
    void a_front_page_shows_the_news_of_all_sections(String path) {
        assertThat(readAt("https://xathu.gov.vn" + path, SECTIONS).items()).hasSize(2 * NEWS.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/thong-bao/index.html",
                "/tin-tuc/index.php",
                "/van-ban/default.aspx",
                "/thong-bao/Pages/default.aspx",
                "/vi/tin"
            })
    void the_page_of_a_section_is_no_front_page(String path) {
        assertThat(readAt("https://xathu.gov.vn" + path, SECTIONS).items()).hasSize(NEWS.size());
    }

    @Test
    void a_large_story_of_a_front_page_told_by_query_joins_whatever_its_query_says() {
        String large =
                "<div class=to><img src=/a.jpg><h2><a href='/chi-tiet?id=99&tieude=dai-hoi'>Đại hội Mặt trận xã lần thứ nhất</a></h2></div>";
        String list = front(
                "/chi-tiet?tieude=@&id=9#", "<div class=n><h3><a href='A'>Tin T thôn họp bàn việc làng</a></h3></div>");
        assertThat(readAt("https://xathu.gov.vn/", large + "<div>" + list + "</div>")
                        .items())
                .hasSize(NEWS.size() + 1);
    }

    @Test
    void rows_of_a_grid_are_one_list() {
        String rows = "<div class=row>" + cards("card", "") + "</div><div class=row>"
                + cards("card", "").replace("/tin/", "/tin-khac/") + "</div>";
        assertThat(read("<main>" + rows + "</main>").items()).hasSize(2 * NEWS.size());
    }

    @Test
    void lines_parted_by_breaks_are_a_list_too() {
        String lines = IntStream.range(0, NEWS.size())
                .mapToObj(i -> "<a href='tin-%d.html'>%s</a> (1%d/11/2025)<br><br>".formatted(i, NEWS.get(i), i))
                .collect(Collectors.joining());
        assertThat(read("<table><tr><td>" + lines + "</td></tr></table>").items())
                .extracting(item -> item.href().getPath())
                .containsExactly("/tin-0.html", "/tin-1.html", "/tin-2.html", "/tin-3.html");
    }

    @Test
    void declared_feeds_are_found_in_order() {
        String head = "<link rel=alternate type=application/rss+xml href=/rss/home.rss>"
                + "<link rel='Alternate' type='application/atom+xml' href='https://xathu.gov.vn/atom'>"
                + "<link rel=alternate hreflang=en href=/en><link rel=stylesheet type=text/css href=/a.css>";
        assertThat(read(head).feeds())
                .containsExactly(
                        URI.create("https://xathu.gov.vn/rss/home.rss"), URI.create("https://xathu.gov.vn/atom"));
    }

    @Test
    void a_page_without_a_list_has_no_items() {
        assertThat(read(Cases.page("soft404.html")).items()).isEmpty();
        assertThat(read(Cases.page("waf_cookie.html")).items()).isEmpty();
        assertThat(read("").items()).isEmpty();
    }

    private static String cards(String shape, String rest) {
        return IntStream.range(0, NEWS.size())
                .mapToObj(i -> "<div class='%s'><h3><a href='/tin/%d.html'>%s</a></h3>%s</div>"
                        .formatted(shape, i, NEWS.get(i), rest.formatted(i)))
                .collect(Collectors.joining());
    }

    private static String links(String folder, String title) {
        return IntStream.range(0, 8)
                .mapToObj(i -> "<li><a href='%s%d.html'>%s %d</a></li>".formatted(folder, i, title, i))
                .collect(Collectors.joining());
    }

    private static GenericListing readAt(String address, String html) {
        return GenericListing.read(Jsoup.parse(html, address), URI.create(address));
    }

    private static GenericListing read(String html) {
        return GenericListing.read(Jsoup.parse(html, LOCATION.toString()), LOCATION);
    }
}
