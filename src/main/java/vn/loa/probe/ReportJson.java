package vn.loa.probe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/** Writes a report as one JSON object, for programs. Texts that are missing are empty strings, other values null. */
public final class ReportJson {
    private final ZoneId zone;

    /** Writes dates as civil dates of {@code zone}, with their offset. */
    public ReportJson(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Returns all of a report: {@code url, kind} (article, listing, feed, nothing), {@code key, title, published} (ISO
     * 8601, a bare date where no time of day was told, null where no date was), {@code precision, lead, paragraphs,
     * category, author, image, attachments, summary, eventDate, items, next, rules, why, problems}.
     */
    public ObjectNode of(PageReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", report.url().toString());
        json.put("kind", report.kind().name().toLowerCase(Locale.ROOT));
        json.put("key", report.key().orElse(null));
        report.article().ifPresent(article -> article(json, article));
        if (!report.headlines().isEmpty()) {
            ArrayNode items = json.putArray("items");
            report.headlines().forEach(headline -> items.add(headline(headline)));
            json.put("next", report.next().map(URI::toString).orElse(null));
        }
        json.put("rules", report.evidence().portal());
        texts(json, "why", report.evidence().why());
        texts(json, "problems", report.problems());
        return json;
    }

    /** Renders the result of a trial as JSON: its page, and a list's first article as {@code first}. */
    public ObjectNode of(ProbeResult result) {
        ObjectNode json = result.report()
                .map(this::of)
                .orElseGet(
                        () -> failure(result.asked().toString(), result.answer().toString()));
        json.put("robots", result.robots().orElse("allowed"));
        result.page().ifPresent(page -> json.put("status", page.status()).put("charset", page.charset()));
        result.first().flatMap(ProbeResult.First::report).ifPresent(first -> json.set("first", of(first)));
        return json;
    }

    /** Makes the line for what could not be reported on. */
    static ObjectNode failure(String url, String problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", url);
        json.put("kind", "nothing");
        texts(json, "problems", List.of(problem));
        return json;
    }

    private void article(ObjectNode json, PageReport.ReadArticle article) {
        content(json, article.content());
        json.put("summary", article.summary().text());
        json.put(
                "eventDate",
                article.summary().eventDate().map(LocalDate::toString).orElse(null));
    }

    private void content(ObjectNode json, ArticleContent content) {
        json.put("title", content.title());
        published(json, content.published());
        json.put("lead", content.lead());
        texts(json, "paragraphs", content.paragraphs());
        json.put("category", content.category());
        json.put("author", content.author());
        image(json, content.image());
        ArrayNode attachments = json.putArray("attachments");
        content.attachments().forEach(file -> attachments.add(attachment(file)));
    }

    private ObjectNode headline(Headline headline) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("key", headline.key());
        json.put("url", headline.url().toString());
        json.put("title", headline.title());
        published(json, headline.published());
        json.put("teaser", headline.teaser());
        json.put("category", headline.category());
        image(json, headline.image());
        return json;
    }

    private static ObjectNode attachment(Attachment file) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", file.name())
                .put("url", file.url().toString());
    }

    private static void image(ObjectNode json, Optional<URI> image) {
        json.put("image", image.map(URI::toString).orElse(null));
    }

    private void published(ObjectNode json, Published published) {
        json.put("published", iso(published));
        json.put("precision", published.precision().name().toLowerCase(Locale.ROOT));
    }

    private @Nullable String iso(Published published) {
        return published
                .instant()
                .map(instant -> instant.atZone(zone).toOffsetDateTime())
                .map(time -> published.precision() == Precision.DAY
                        ? time.toLocalDate().toString()
                        : time.toString())
                .orElse(null);
    }

    private static void texts(ObjectNode json, String field, List<String> texts) {
        ArrayNode array = json.putArray(field);
        texts.forEach(array::add);
    }
}
