package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;

/** Pages whose text is rows, a picture or nothing at all, below a title that their list has told. */
class ShortNoticePagesTest {
    private static final URI LOCATION = URI.create("https://xatanloc.example.gov.vn/thong-bao/mot-thong-bao-812.html");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalReader ANY = PortalCatalog.builtIn().detecting(HANOI);
    private static final String OTHERS =
            "<div class=list><div><img src=/upload/thumb-a.jpg><h4><a href=/tin/le-hoi-dinh-lang-41.html>Lễ hội đình làng"
                    + " Tân Lộc năm 2026</a></h4></div><div><img src=/upload/thumb-b.jpg><h4>"
                    + "<a href=/tin/giai-bong-da-42.html>Giải bóng đá thiếu niên xã Tân Lộc</a></h4></div></div>";

    private static String page(String title, String inside) {
        return "<!DOCTYPE html><html><head><title>" + title + " - Xã Tân Lộc</title></head><body><div id=menu>"
                + "<a href=/>Trang chủ</a> <a href=/tin>Tin tức</a></div><div class=main>" + inside
                + "</div><div class=footer>UBND xã Tân Lộc<br>Điện thoại: 0220 3999 000</div></body></html>";
    }

    private static ArticleReading read(String title, String inside) {
        return ANY.readArticle(Page.of(LOCATION, page(title, inside)), title);
    }

    private static ArticleContent article(String title, String inside) {
        ArticleReading reading = read(title, inside);
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        return ((ArticleReading.Read) reading).content();
    }

    private static String text(ArticleContent article) {
        return (article.lead() + '\n' + String.join("\n", article.paragraphs())).strip();
    }

    @Test
    void every_row_of_a_long_table_of_short_rows_is_told() {
        String title = "Danh sách hộ được hỗ trợ xây nhà";
        List<String> names =
                IntStream.rangeClosed(1, 60).mapToObj(i -> "Hộ số " + (100 + i)).toList();
        String rows = names.stream()
                .map(name -> "<tr><td>" + name + "</td><td>Thôn 3</td><td>60 triệu</td></tr>")
                .collect(Collectors.joining());
        String text = text(
                article(title, "<h1>" + title + "</h1><p>Kèm theo thông báo số 12</p><table>" + rows + "</table>"));
        assertThat(text).contains(names).contains("Kèm theo thông báo số 12").doesNotContain("Điện thoại");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>Tuần 49, từ 30/11 đến 06/12</p>", ""})
    void the_days_of_a_schedule_are_no_headings_of_other_news(String line) {
        String title = "Lịch công tác tuần của lãnh đạo xã";
        String days = List.of("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm").stream()
                .map(day -> "<h3>" + day + "</h3><p>8h00: Họp giao ban " + day + "</p><p>14h00: Tiếp công dân</p>")
                .collect(Collectors.joining());
        String text = text(article(
                title, "<h1>" + title + "</h1><div class=content>" + line + days + "</div><h3>Tin khác</h3>" + OTHERS));
        assertThat(text)
                .contains("8h00: Họp giao ban Thứ Hai", "8h00: Họp giao ban Thứ Năm")
                .doesNotContain("Lễ hội đình làng", "Tin khác");
        assertThat(text.contains("Tuần 49")).isEqualTo(!line.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tin khác", "Tin cùng chuyên mục", "Hoạt động của các thôn", "Xem nhiều"})
    void a_page_that_has_not_yet_got_its_text_is_no_article(String others) {
        String title = "Thông báo lịch tiêm phòng cho đàn gia súc";
        String shell = "<h1>" + title + "</h1><div id=noi-dung></div><h3>" + others + "</h3>" + OTHERS;
        assertThat(read(title, shell)).isInstanceOf(ArticleReading.NotAnArticle.class);
        String head = "<meta property=og:type content=article><meta property=og:image content=/upload/logo-xa.jpg>";
        assertThat(read(title, head + shell)).isInstanceOf(ArticleReading.NotAnArticle.class);
    }

    @Test
    void the_picture_of_a_notice_stands_below_its_title_and_above_other_news() {
        String title = "Giấy mời họp Ban Chấp hành Hội Nông dân xã";
        String frame = "<img src=/upload/tet.jpg width=900><h1>" + title + "</h1>%s" + "<h3>Tin khác</h3>" + OTHERS;
        assertThat(article(
                                title,
                                frame.formatted("<h2>Kính gửi: Các đồng chí</h2><p><img src=/upload/giay-moi.jpg></p>"))
                        .image())
                .hasValueSatisfying(image -> assertThat(image.getPath()).isEqualTo("/upload/giay-moi.jpg"));
        assertThat(article(title, frame.formatted("<p>14 giờ, hội trường xã</p>"))
                        .image())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thông báo <strong>lịch cúp điện ngày 05/12/2026</strong>|Thông báo lịch cúp điện ngày 05/12/2026|2026-11-27",
                "Giấy mời họp ban <b>ngày 05/12/2026</b>|Giấy mời họp ban ngày 05/12/2026|2026-11-27",
                "Lịch cúp điện khu vực xã <span>03/11/2026</span>|Lịch cúp điện khu vực xã 03/11/2026|2026-11-27",
                "LỊCH TIẾP CÔNG DÂN XÃ <span>NGÀY 03/11/2026</span>|LỊCH TIẾP CÔNG DÂN XÃ NGÀY 03/11/2026|2026-11-27",
                "Xã Tân Lộc ra quân trồng cây <span>Ngày đăng: 03/11/2026</span>|Xã Tân Lộc ra quân trồng cây|2026-11-03",
                "Xã Tân Lộc ra quân trồng cây <small>(03/11/2026)</small>|Xã Tân Lộc ra quân trồng cây|2026-11-03",
                "Xã Tân Lộc ra quân trồng cây <span>Thứ Ba, 03/11/2026</span>|Xã Tân Lộc ra quân trồng cây|2026-11-03"
            })
    void a_day_in_a_title_is_taken_off_only_where_it_is_that_of_publication(String heading, String title, String day) {
        ArticleContent read = article(
                title,
                "<h1>" + heading + "</h1><p class=date>Ngày đăng: 27/11/2026</p><p>Ủy ban nhân dân xã thông báo để"
                        + " Nhân dân trên địa bàn được biết và chủ động sắp xếp công việc.</p>");
        assertThat(read.title()).isEqualTo(title);
        assertThat(read.published().precision()).isEqualTo(Precision.DAY);
        assertThat(read.published().instant().orElseThrow().atZone(HANOI).toLocalDate())
                .hasToString(day);
    }

    @Test
    void words_to_share_a_page_are_not_its_text() {
        String title = "Lịch tiếp công dân quý IV của xã";
        String rows = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "<tr><td>Đợt " + i + "</td><td>Phòng tiếp công dân, tầng 1</td></tr>")
                .collect(Collectors.joining());
        String share =
                "<button data-share='{\"title\":\"" + title + "\",\"text\":\"Xem ngay lịch tiếp công dân mới nhất"
                        + " của xã Tân Lộc, cập nhật hằng quý trên cổng thông tin của xã\",\"url\":\"" + LOCATION
                        + "\",\"hashtag\":\"#xatanloc\"}'>Chia sẻ</button>";
        String text = text(article(title, "<h1>" + title + "</h1>" + share + "<table>" + rows + "</table>"));
        assertThat(text).contains("Đợt 1", "Đợt 40").doesNotContain("Xem ngay");
    }
}
