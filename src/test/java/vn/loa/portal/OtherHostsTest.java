package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.fetch.Page;
import vn.loa.model.Headline;

/** A list or feed may link to articles on another host, when the operator allows that host and none else. */
class OtherHostsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Set<String> ALLOWED = Set.of("tin.xathu-baochi.vn");

    private static PortalReader reader(String portal, Set<String> hosts) {
        return PortalCatalog.builtIn().reader(portal, Map.of(), ZONE).linkingTo(hosts);
    }

    private static String feed() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 3; i++) {
            items.append("<item><title>Tin số ")
                    .append(i)
                    .append(" của xã</title><link>https://tin.xathu-baochi.vn/bai-")
                    .append(i)
                    .append("</link></item><item><title>Quảng cáo ")
                    .append(i)
                    .append("</title><link>https://quangcao.example/")
                    .append(i)
                    .append("</link></item>");
        }
        return "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>";
    }

    private static String list() {
        StringBuilder items = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            items.append("<div class=\"item\"><h3><a href=\"https://tin.xathu-baochi.vn/tin-tuc/bai-viet-thu-")
                    .append(i)
                    .append("-cua-xa-")
                    .append(100 + i)
                    .append(".html\">Hội nghị triển khai công việc lần thứ ")
                    .append(i)
                    .append(" của xã Thư</a></h3><span>0")
                    .append(i)
                    .append("/11/2026</span><p>Sáng nay, xã tổ chức hội nghị triển khai nhiệm vụ quý tới.</p></div>");
        }
        return "<html><head><title>Tin tức</title></head><body><div class=\"list\">" + items + "</div></body></html>";
    }

    private static Listing read(String portal, Set<String> hosts, String text) {
        return reader(portal, hosts).readListing(Page.of(URI.create("https://xathu.gov.vn/tin-tuc"), text));
    }

    @Test
    void a_feed_links_to_the_allowed_host_and_no_other() {
        assertThat(read("feed", ALLOWED, feed()).headlines())
                .extracting(Headline::url)
                .extracting(URI::getHost)
                .containsExactly("tin.xathu-baochi.vn", "tin.xathu-baochi.vn", "tin.xathu-baochi.vn");
        assertThat(read("feed", Set.of(), feed()).headlines()).isEmpty();
    }

    @Test
    void a_page_of_an_unknown_system_links_to_the_allowed_host() {
        Listing allowed = read("", ALLOWED, list());
        assertThat(allowed.headlines()).hasSize(6);
        assertThat(allowed.headlines().get(0).key()).startsWith("tin.xathu-baochi.vn#");
        assertThat(read("", Set.of(), list()).headlines()).isEmpty();
    }

    @Test
    void a_page_read_by_rules_links_to_the_allowed_host() {
        Map<String, Object> rules = Map.of("list", Map.of("item", ".item", "title", "h3 a"));
        PortalReader custom = PortalCatalog.builtIn().reader("custom", rules, ZONE);
        Page page = Page.of(URI.create("https://xathu.gov.vn/tin-tuc"), list());
        assertThat(custom.linkingTo(ALLOWED).readListing(page).headlines()).hasSize(6);
        assertThat(custom.readListing(page).headlines()).isEmpty();
    }
}
