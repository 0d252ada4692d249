package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;

/** The lists that other systems' public templates know, in their markup with texts of our own. */
class SystemViewsTest {
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final List<String> TITLES = List.of(
            "Thôn Đông ra mắt tổ tự quản bảo vệ môi trường",
            "Hội Phụ nữ xã Tân Lộc trao 20 suất quà cho hội viên",
            "Đoàn Thanh niên xã trồng 500 cây xanh dọc tuyến đường mới",
            "Mặt trận xã tiếp nhận ủng hộ Quỹ Vì người nghèo");

    /** {@code A} stands for an address, {@code T} for a title. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wordpress|/bai-viet-so-N-cua-xa/|<ul class='wp-block-post-template'>#</ul>|<li class='wp-block-post"
                        + " post'><h2 class='wp-block-post-title'><a href='A'>T</a></h2><div"
                        + " class='wp-block-post-excerpt'><p class='wp-block-post-excerpt__excerpt'>Mở"
                        + " đầu.</p></div></li>",
                "wordpress|/bai-viet-so-N-cua-xa/|<ul class='wp-block-latest-posts__list'>#</ul>|<li><a"
                        + " class='wp-block-latest-posts__post-title' href='A'>T</a><time"
                        + " datetime='2026-03-10T08:00:00+07:00'"
                        + " class='wp-block-latest-posts__post-date'>10/03/2026</time></li>",
                "wordpress|/bai-viet-so-N-cua-xa/|<div>#</div>|<article class='elementor-post"
                        + " elementor-grid-item'><div class='elementor-post__text'><h3 class='elementor-post__title'><a"
                        + " href='A'>T</a></h3><span class='elementor-post-date'>10/03/2026</span></div></article>",
                "drupal|/node/N|<div class='view-content'><table"
                        + " class='views-table'><tbody>#</tbody></table></div>|<tr><td class='views-field"
                        + " views-field-title'><a href='A'>T</a></td><td class='views-field-created'>10/03/2026 -"
                        + " 08:00</td></tr>",
                "drupal|/node/N|<div class='view-content'><div class='item-list'><ul>#</ul></div></div>|<li"
                        + " class='x'><div class='views-field views-field-title'><span class='field-content'><a"
                        + " href='A'>T</a></span></div></li>",
                "joomla|/N-bai-viet.html|<div class='com-content-category-blog blog'><table"
                        + " class='com-content-category__table category table'><tbody>#</tbody></table></div>|<tr"
                        + " class='cat-list-row0'><th class='list-title'><a href='A'>T</a></th><td"
                        + " class='list-date'>10/03/2026</td></tr>",
                "joomla|/N-bai-viet.html|<div class='blog-featured'><div class='items-row'>#</div></div>|<div"
                        + " class='item' itemprop='blogPost'><h2><a href='A'>T</a></h2><p>Mở đầu.</p></div>",
                "liferay7|/-/asset_publisher/aB1/content/id/N|<div"
                        + " class='portlet-asset-publisher'><ul>#</ul></div>|<li class='title-list'><a"
                        + " href='A'>T</a></li>",
                "liferay7|/-/asset_publisher/aB1/content/id/N|<div"
                        + " class='portlet-asset-publisher'><table><tbody>#</tbody></table></div>|<tr><td"
                        + " class='table-cell'><a href='A'>T</a></td><td>10/03/2026</td></tr>",
                "sharepoint|/tintuc/Pages/bai.aspx?ItemID=N|<div id='s4-workspace'><ul class='dfwp-column"
                        + " dfwp-list'>#</ul></div>|<li class='dfwp-item'><div class='item'><div class='link-item'><a"
                        + " href='A'>T</a></div></div></li>",
                "sharepoint|/tintuc/Pages/bai.aspx?ItemID=N|<div id='s4-workspace'><table"
                        + " class='ms-listviewtable'>#</table></div>|<tr><td class='ms-vb2'><a href='A'>T</a></td><td"
                        + " class='ms-vb2'>10/03/2026</td></tr>",
                "vnpt|/tin-tuc/bai-viet-80N|<div class='UIListNews_Default'><div class='first'><h3><a"
                        + " href='/tin-tuc/bai-viet-800000'>Xã Tân Lộc tập huấn công tác giám sát</a></h3></div><div"
                        + " class='others'>#</div></div>|<p><a href='A'>T</a></p>"
            })
    void every_story_of_a_view_is_found(String system, String address, String frame, String item) {
        String items = IntStream.range(0, TITLES.size())
                .mapToObj(i -> item.replace("'A'", "'" + address.replace("N", String.valueOf(9150 - i)) + "'")
                        .replace(">T<", ">" + TITLES.get(i) + "<"))
                .collect(Collectors.joining());
        String page = "<html><head><title>Tin tức</title></head><body>" + frame.replace("#", items) + "</body></html>";
        Listing listing = CATALOG.reader(system, Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"))
                .readListing(Page.of(URI.create("http://xa.tinh.example.gov.vn/tin-tuc"), page));
        assertThat(listing.headlines()).extracting(Headline::title).containsAll(TITLES);
        assertThat(listing.problems()).isEmpty();
    }

    @Test
    void other_pages_and_twins_on_the_front_page_of_a_system_do_not_join_its_list() {
        String news = IntStream.range(0, TITLES.size())
                .mapToObj(i ->
                        "<li><a class='wp-block-latest-posts__post-title' href='/tin/bai-viet-so-%d-cua-xa/'>%s</a></li>"
                                .formatted(i, TITLES.get(i)))
                .collect(Collectors.joining("", "<ul class='wp-block-latest-posts__list'>", "</ul>"));
        String others = IntStream.range(0, 8)
                .mapToObj(i ->
                        "<div class='o'><img src='/a.jpg'><h3><a href='/%s/'>%s</a></h3><p>Mời bà con đọc thêm.</p></div>"
                                .formatted(
                                        i < TITLES.size()
                                                ? "noi-bat/bai-viet-so-" + i + "-cua-xa"
                                                : "dich-vu/ho-so-cap-doi-" + i,
                                        i < TITLES.size()
                                                ? TITLES.get(i)
                                                : "Hồ sơ cấp đổi giấy chứng nhận quyền sử dụng đất loại " + i))
                .collect(Collectors.joining());
        Listing listing = CATALOG.reader("wordpress", Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"))
                .readListing(
                        Page.of(URI.create("http://xa.tinh.example.gov.vn/"), "<body>" + news + others + "</body>"));
        assertThat(listing.headlines()).extracting(Headline::title).containsExactlyElementsOf(TITLES);
    }

    private static Listing vnpt(String slides, String last) {
        String items = IntStream.range(0, TITLES.size())
                .mapToObj(i -> "<p><a href='/tin-tuc/bai-viet-80%d'>%s</a></p>".formatted(9150 - i, TITLES.get(i)))
                .collect(Collectors.joining(
                        "",
                        "<div class='UIListNews_Default'><div class='first'><h3><a href='/tin-tuc/bai-viet-809151'>"
                                + "Xã Tân Lộc tập huấn công tác giám sát</a></h3></div><div class='others'>",
                        last + "</div></div>"));
        return CATALOG.reader("vnpt", Map.of(), ZoneId.of("Asia/Ho_Chi_Minh"))
                .readListing(Page.of(
                        URI.create("http://xa.tinh.example.gov.vn/tin-tuc"), "<body>" + slides + items + "</body>"));
    }

    @Test
    void of_pictured_stories_above_the_list_only_the_first_joins_it() {
        String slide =
                "<a href='/tin-tuc/anh-dep-70000#'><img src='/a#.jpg'></a><a href='/tin-tuc/anh-dep-70000#'>Ảnh đẹp số # của"
                        + " mùa lúa chín quê hương</a>";
        String slides = IntStream.range(1, 3)
                .mapToObj(i -> slide.replace("#", String.valueOf(i)))
                .collect(Collectors.joining("</div><div>", "<div class='slide'><div>", "</div></div>"));
        Listing listing = vnpt(slides, "");
        assertThat(listing.headlines())
                .extracting(Headline::title)
                .containsAll(TITLES)
                .hasSize(TITLES.size() + 2)
                .contains("Ảnh đẹp số 1 của mùa lúa chín quê hương");
    }

    @Test
    void a_story_stands_where_the_page_first_shows_it() {
        String slides =
                "<div class='slide'><div><a href='/tin-tuc/anh-dep-700001'>Ảnh đẹp của mùa lúa chín quê hương</a></div><div>"
                        + "<a href='/tin-tuc/hop-dan-809152'>Thôn Đoài họp dân bàn việc làm đường</a></div></div>";
        Listing listing =
                vnpt(slides, "<p><a href='/tin-tuc/hop-dan-809152'>Thôn Đoài họp dân bàn việc làm đường</a></p>");
        assertThat(listing.headlines())
                .extracting(Headline::title)
                .hasSize(TITLES.size() + 2)
                .startsWith("Thôn Đoài họp dân bàn việc làm đường", "Xã Tân Lộc tập huấn công tác giám sát");
    }
}
