package vn.loa.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Renders the sample portal's pages in the shape of the old Hà Nội portals (Liferay 6.2). */
final class SamplePages {
    static final int PER_PAGE = 10;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy | HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final Map<String, String> SECTIONS =
            Map.of("van-hoa-xa-hoi", "VĂN HÓA - XÃ HỘI", "kinh-te", "KINH TẾ");

    private final String list = resource("list.html");
    private final String item = resource("item.html");
    private final String article = resource("article.html");
    private final ZoneId zone;

    SamplePages(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Represents an article that stands on the portal.
     *
     * @param at the time of publication
     * @param views the number of requests for its page
     */
    record Published(SampleArticle article, Instant at, int views) {}

    private static String resource(String name) {
        try (InputStream in = SamplePages.class.getResourceAsStream("/demo/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    String list(String section, List<Published> all, int page) {
        int from = Math.min((page - 1) * PER_PAGE, all.size());
        int to = Math.min(from + PER_PAGE, all.size());
        String items = all.subList(from, to).stream().map(this::item).collect(Collectors.joining("\n"));
        String next = "/" + section + "?p_p_id=101&amp;p_p_lifecycle=0&amp;_101_delta=" + PER_PAGE
                + "&amp;p_r_p_564233524_resetCur=false&amp;_101_cur=" + (page + 1);
        return fill(
                list,
                Map.of(
                        "section", escaped(Objects.requireNonNull(SECTIONS.get(section))),
                        "items", items,
                        "from", Integer.toString(from + 1),
                        "to", Integer.toString(to),
                        "total", Integer.toString(all.size()),
                        "next", to < all.size() ? next : "javascript:;"));
    }

    private String item(Published published) {
        SampleArticle shown = published.article();
        return fill(
                item,
                Map.of(
                        "picture",
                        shown.picture()
                                ? "<div class=\"asset-image\"><a href=\"" + path(shown) + "\">" + image(shown)
                                        + "</a></div>"
                                : "",
                        "url",
                        path(shown),
                        "title",
                        escaped(shown.title()),
                        "date",
                        date(published),
                        "teaser",
                        escaped(shown.lead()
                                .substring(0, Math.min(90, shown.lead().length())))));
    }

    String article(Published published, List<Published> others) {
        SampleArticle shown = published.article();
        return fill(
                article,
                Map.of(
                        "title", escaped(shown.title()),
                        "section", escaped(Objects.requireNonNull(SECTIONS.get(shown.section()))),
                        "url", path(shown),
                        "date", date(published),
                        "lead", escaped(shown.lead()),
                        "picture", shown.picture() ? "<p style=\"text-align: center\">" + image(shown) + "</p>" : "",
                        "body", body(shown),
                        "author", escaped(shown.author()),
                        "related", others.stream().limit(3).map(this::related).collect(Collectors.joining())));
    }

    private String related(Published other) {
        return "<li><a href=\"" + path(other.article()) + "\">"
                + escaped(other.article().title()) + "</a> <span>("
                + DAY.format(other.at().atZone(zone)).substring(0, 5) + ")</span></li>";
    }

    private static String body(SampleArticle shown) {
        String paragraphs = shown.body().stream()
                .map(paragraph -> "<p style=\"text-align: justify\">" + escaped(paragraph) + "</p>")
                .collect(Collectors.joining("<p>&nbsp;</p>\n"));
        return shown.attachment() == null
                ? paragraphs
                : paragraphs + "<p><a href=\"/documents/20182/" + shown.number() + "/" + escaped(shown.attachment())
                        + "\">" + escaped(shown.attachment()) + "</a></p>";
    }

    private static String image(SampleArticle shown) {
        return "<img alt=\"\" src=\"/image/journal/article?img_id=" + shown.number() + "&amp;t=1763000000000\" />";
    }

    static String path(SampleArticle shown) {
        String slug = URLEncoder.encode("tin-" + shown.number(), StandardCharsets.US_ASCII);
        return "/" + shown.section() + "/-/view_content/" + shown.number() + "-" + slug + ".html";
    }

    private String date(Published published) {
        if (published.article().imported()) {
            return DAY.format(published.at().atZone(zone)) + " | 12:00 AM";
        }
        String counter = published.article().number() % 2 == 0 ? " &nbsp;|&nbsp;View count: " + published.views() : "";
        return "Ngày đăng " + MINUTE.format(published.at().atZone(zone)) + counter;
    }

    private static String fill(String template, Map<String, String> values) {
        String filled = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return filled;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#034;");
    }
}
