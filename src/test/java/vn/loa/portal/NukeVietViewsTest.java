package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;
import vn.loa.model.Problem;

/**
 * The views of NukeViet's news module, in the markup of its public default theme ({@code
 * themes/default/modules/news/*.tpl} of github.com/nukeviet/nukeviet) with texts of our own: every story is found.
 */
class NukeVietViewsTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final URI URL = URI.create("http://tanloc.example.gov.vn/news/");
    private static final List<String> TITLES = List.of(
            "Xã Tân Lộc tập huấn công tác giám sát cho cán bộ Mặt trận",
            "Thôn Đông ra mắt tổ tự quản bảo vệ môi trường",
            "Hội Phụ nữ xã Tân Lộc trao 20 suất quà cho hội viên",
            "Đoàn Thanh niên xã trồng 500 cây xanh dọc tuyến đường mới",
            "Mặt trận xã tiếp nhận ủng hộ Quỹ Vì người nghèo",
            "Hội Cựu chiến binh xã Tân Lộc tổng kết phong trào năm",
            "Nông dân thôn Tây vào vụ thu hoạch rau an toàn",
            "Cử tri xã Tân Lộc kiến nghị sửa đường liên thôn");

    static Stream<Cases.Case> cases() {
        return Cases.read("reading-nukeviet-list.jsonl")
                .filter(given -> given.fields().get("expect").has("items"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void every_story_of_the_shared_views_is_found(Cases.Case given) {
        for (String portal : List.of("nukeviet", "")) {
            Listing listing = CATALOG.reader(portal, Map.of(), HANOI)
                    .readListing(Page.of(URI.create(given.text("url")), given.text("html")));
            assertThat(listing.headlines())
                    .as(given.text("id"))
                    .hasSize(given.fields().get("expect").get("items").asInt());
            if (given.fields().get("expect").has("firstTitle")) {
                assertThat(listing.headlines().get(0).title())
                        .isEqualTo(
                                given.fields().get("expect").get("firstTitle").asText());
            }
            assertThat(listing.problems()).isEmpty();
        }
    }

    private static String href(int i) {
        return "/news/su-kien/bai-viet-" + (150 - i) + ".html";
    }

    private static String head(String tag, int i) {
        return "<a href='%1$s' title='%2$s'><img src='/u/%3$d.jpg'></a><%4$s><a href='%1$s' title='%2$s'>%2$s</a> <span class='icon_new'></span></%4$s>"
                        .formatted(href(i), TITLES.get(i), i, tag)
                + "<div class='text-muted'><ul class='list-unstyled list-inline'><li><em class='fa"
                + " fa-clock-o'>&nbsp;</em> 2"
                + (8 - i) + "/03/2026 08:10:00 AM</li><li><em class='fa fa-eye'>&nbsp;</em> Đã xem: 12</li></ul></div>"
                + "<p class='text-justify'>Phần mở đầu ngắn gọn của bài viết.</p>";
    }

    private static String each(int from, int to, String form) {
        return IntStream.range(from, to)
                .mapToObj(i -> form.formatted(href(i), TITLES.get(i)))
                .collect(Collectors.joining());
    }

    private static String category(String body) {
        return "<div class='news_column'><div class='panel panel-default clearfix'><div class='panel-heading'><ul"
                + " class='list-inline'><li><h2><a title='Sự kiện' href='/news/su-kien/'><span>Sự kiện trong"
                + " xã</span></a></h2></li><li class='hidden-xs'><h3><a href='/news/su-kien/mat-tran/'>Công tác Mặt"
                + " trận</a></h3></li></ul></div><div class='panel-body'>" + body + "</div></div></div>";
    }

    static Stream<String> views() {
        String related = "<li><a class='show' href='%s' title='%2$s' data-rel='tooltip'>%2$s</a></li>";
        String card = "<div class='col-sm-12 col-md-8'><div class='thumbnail'><a title='%2$s' href='%1$s'><img"
                + " src='/u/a.jpg'></a><div class='caption text-center'><h4><a class='show' href='%1$s'"
                + " title='%2$s'>%2$s</a></h4><span></span></div></div></div>";
        return Stream.of(
                // main right, main left
                category("<div class='row'><div class='col-md-16'>" + head("h3", 0)
                                + "</div><div class='col-md-8'><ul class='related'>" + each(1, 4, related)
                                + "</ul></div></div>")
                        + category("<div class='row'><div class='col-md-16'>" + head("h3", 4)
                                + "</div><div class='col-md-8'><ul class='related'>" + each(5, 8, related)
                                + "</ul></div></div>"),
                // main bottom
                category(head("h3", 0) + "<ul class='related'>" + each(1, 4, related) + "</ul>")
                        + category(head("h3", 4) + "<ul class='related'>" + each(5, 8, related) + "</ul>"),
                // grid, with a featured story and without
                "<div class='news_column'><div class='panel panel-default'><div class='panel-body featured'>"
                        + head("h2", 0) + "</div></div></div>" + each(1, 8, card),
                each(0, 8, card),
                // page, with the older stories under it
                "<div class='news_column'>"
                        + IntStream.range(0, 4)
                                .mapToObj(i -> "<div class='panel panel-default'><div class='panel-body"
                                        + (i == 0 ? " featured" : "") + "'>" + head(i == 0 ? "h2" : "h3", i)
                                        + "</div></div>")
                                .collect(Collectors.joining())
                        + "</div><hr><h4>Các tin khác</h4><ul class='related'>"
                        + each(
                                4,
                                8,
                                "<li><em class='fa fa-angle-right'></em><a href='%s' title='%2$s'>%2$s"
                                        + " <em>(15/03/2026) </em></a></li>")
                        + "</ul>",
                // list of an older version
                "<div class='list-group'>"
                        + each(
                                0,
                                8,
                                "<a class='show h4' href='%s' title='%2$s'><h4 class='list-group-item-heading'>"
                                        + "<span class='label label-default'>1</span>&nbsp;&nbsp;%2$s</h4></a>")
                        + "</div>",
                // topic
                each(
                                0,
                                5,
                                "<div class='news_column panel panel-default'><div class='panel-body'><h3><a href='%s'"
                                        + " title='%2$s'>%2$s</a></h3><p><em class='fa fa-clock-o'></em><em>08:10"
                                        + " 20/03/2026</em></p><div class='text-justify'>Mở đầu.</div></div></div>")
                        + "<ul class='related'>"
                        + each(5, 8, "<li><a title='%2$s' href='%s'>%2$s</a> <em>(15/03/2026)</em></li>")
                        + "</ul>",
                // the block of the newest stories on the front page
                "<div id='hot-news'><div class='panel panel-default news_column'><div class='panel-body clearfix'>"
                        + head("h3", 0)
                        + "<p class='text-right'><a href='" + href(0)
                        + "'><em class='fa fa-sign-out'></em>Xem tiếp bài viết này</a></p></div>"
                        + "<ul class='other-news clearfix'>"
                        + each(
                                1,
                                8,
                                "<li><div class='content-box clearfix'><a href='%s'><img src='/u/b.jpg'></a><h5><a"
                                        + " href='%1$s'>%2$s</a></h5></div></li>")
                        + "</ul></div></div>");
    }

    @ParameterizedTest
    @MethodSource("views")
    void every_story_of_every_view_is_found_in_order(String view) {
        for (String portal : List.of("nukeviet", "")) {
            Listing listing = read(portal, view);
            assertThat(listing.headlines()).extracting(Headline::title).containsExactlyElementsOf(TITLES);
            assertThat(listing.headlines()).extracting(Headline::key).allMatch(key -> key.contains("#nv:news:1"));
            assertThat(listing.problems()).isEmpty();
        }
    }

    @Test
    void the_date_behind_a_title_is_the_storys_and_no_part_of_the_title() {
        Listing listing = read("nukeviet", views().toList().get(4));
        assertThat(listing.headlines().get(0).published().toString()).contains("2026-03-28");
        assertThat(listing.headlines().get(7).title()).isEqualTo(TITLES.get(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tin xem nhiều", "Bài đọc nhiều nhất", "Nhiều người quan tâm"})
    void popular_stories_beside_the_list_are_none_of_it(String heading) {
        String aside = "<div class='panel panel-primary'><div class='panel-heading'>" + heading
                + "</div><div class='panel-body'><ul><li><a class='show' href='/news/cu/tin-cu-3.html'>Tin cũ nhiều"
                + " người xem của cổng thông tin</a></li></ul></div></div>";
        assertThat(read("nukeviet", views().toList().get(0) + aside).headlines())
                .hasSize(8);
    }

    @Test
    void stories_in_a_column_that_is_not_the_lists_are_told() {
        String view = "<div class=a><div class=b><div class='news_column'><div class='panel-body'>" + head("h3", 0)
                + "</div></div></div></div>";
        String others = "<div class=c>" + each(1, 8, "<span><a href='%s'>%s</a></span>") + "</div>";
        Listing listing = read("nukeviet", "<div>" + view + "</div><div>" + others + "</div>");
        boolean told =
                listing.problems().stream().map(Problem::detail).anyMatch(detail -> detail.contains("not taken"));
        assertThat(told || listing.headlines().size() == 8).isTrue();
    }

    private static Listing read(String portal, String view) {
        String page = "<!DOCTYPE html><html lang=vi><head><title>Tin tức - Xã Tân Lộc</title><meta name=generator"
                + " content='NukeViet v4.5'></head><body><nav class='second-nav' id='menusite'><ul><li><a"
                + " href='/news/gioi-thieu-ve-xa-2.html'>Giới thiệu chung về xã Tân"
                + " Lộc</a></li></ul></nav><section><div class='container' id='body'><div class='row'><div"
                + " class='col-sm-16 col-md-18'>"
                + view
                + "</div><div class='col-sm-8 col-md-6'><div class='panel panel-primary'><div"
                + " class='panel-heading'>Tin xem nhiều</div><div class='panel-body'><ul"
                + " class='block_tophits'><li class='clearfix'><a class='show'"
                + " href='/news/cu/tin-cu-nhieu-nguoi-xem-3.html'>Tin cũ nhiều người xem của"
                + " cổng</a></li></ul></div></div></div></div></div></section><footer id='footer'>UBND"
                + " xã</footer></body></html>";
        return CATALOG.reader(portal, Map.of(), HANOI).readListing(Page.of(URL, page));
    }
}
