package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.fetch.Page;
import vn.loa.fetch.ReadingBudget;
import vn.loa.portal.feed.Sitemap;

class SitemapReadingTest {
    private static Page sitemap(int pages) {
        URI url = URI.create("http://x.gov.vn/sitemap.xml");
        String text = IntStream.range(0, pages)
                .mapToObj(i -> "<url><loc>http://x.gov.vn/tin/bai-" + i + ".html</loc><lastmod>2026-0" + (1 + i % 9)
                        + "-1" + i / 9 % 10 + "</lastmod></url>")
                .collect(Collectors.joining("", "<?xml version='1.0'?><urlset>", "</urlset>"));
        return new Page(
                url, url, 200, "application/xml", "utf-8", text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PortalReader within(ReadingBudget budget) {
        return PortalCatalog.builtIn().within(budget).reader("", Map.of(), ZoneOffset.UTC);
    }

    @Test
    void a_sitemap_is_read_with_the_last_changed_page_first() {
        assertThat(within(ReadingBudget.unbounded()).readSitemap(sitemap(12), ZoneOffset.UTC))
                .hasSize(12)
                .first()
                .extracting(Sitemap.Entry::url)
                .isEqualTo(URI.create("http://x.gov.vn/tin/bai-8.html"));
    }

    @Test
    void a_sitemap_that_takes_more_memory_than_there_is_names_nothing() {
        PortalReader reader = within(new ReadingBudget(1_000_000));
        assertThat(reader.readSitemap(sitemap(20), ZoneOffset.UTC)).hasSize(20);
        assertThat(reader.readSitemap(sitemap(2_000), ZoneOffset.UTC)).isEmpty();
    }
}
