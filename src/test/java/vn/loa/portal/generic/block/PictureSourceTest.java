package vn.loa.portal.generic.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.portal.generic.GenericListing;
import vn.loa.portal.page.Html;
import vn.loa.portal.page.Pictures;

class PictureSourceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/u/download.jpg",
                "/u/new1.jpg",
                "/u/file01.jpg",
                "/u/word.jpeg",
                "/u/silicon-valley-hoc-tap.jpg",
                "/u/lexicon.png",
                "/u/falcon.jpg",
                "/u/lich-hop.png",
                "/u/logowave.jpg"
            })
    void a_photograph_is_no_ornament_by_letters_within_its_name(String address) {
        assertThat(PictureSource.isOrnament(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/i/icon-pdf.png",
                "/i/pdf.gif",
                "/i/ic_doc2.svg",
                "/i/file.png",
                "/i/new.gif",
                "/i/logo.jpg",
                "/i/logo2.png",
                "/i/site-logo.webp",
                "/i/siteLogo.png",
                "/i/icons_share.png",
                "/i/favicon.png",
                "/i/loading.gif?x=1",
                "/i/banner_top.jpg",
                "/i/user-avatar.png"
            })
    void signs_of_types_and_furniture_are_ornaments(String address) {
        assertThat(PictureSource.isOrnament(address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "data-src='http://[hong/a.jpg' src='/u/b.jpg', /u/b.jpg",
        "data-src='javascript:void(0)' data-original='/u/c.jpg' src='/i/blank.gif', /u/c.jpg",
        "data-src='/u/d.jpg' src='/u/e.jpg', /u/d.jpg"
    })
    void the_next_attribute_counts_where_the_first_is_no_address(String attributes, String right) {
        String image = "<img " + attributes + ">";
        Html page =
                Html.parse(vn.loa.fetch.Page.of(URI.create("https://xathu.gov.vn/tin"), "<div>" + image + "</div>"));
        assertThat(Pictures.first(page, page.document().body()))
                .map(URI::getPath)
                .contains(right);
        String items =
                "<div class=tin>" + image + "<h3><a href='/tin/#'>Thôn Đoài ra quân làm thủy lợi #</a></h3></div>";
        String list =
                "<main>" + items.replace("#", "1") + items.replace("#", "2") + items.replace("#", "3") + "</main>";
        assertThat(GenericListing.read(Jsoup.parse(list), URI.create("https://xathu.gov.vn/tin"))
                        .items())
                .hasSize(3)
                .allMatch(item -> item.image().map(URI::getPath).equals(Optional.of(right)));
    }

    @Test
    void a_blank_alone_is_what_is_written() {
        assertThat(PictureSource.of(Jsoup.parse("<img src='data:,x'>").selectFirst("img")))
                .isEqualTo("data:,x");
    }
}
