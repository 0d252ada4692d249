package vn.loa.web.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import vn.loa.model.Article;
import vn.loa.web.WebAnswer;

/** Writes a unit's page for feed readers: RSS 2.0 (rssboard.org) and JSON Feed 1.1 (jsonfeed.org). */
final class ArchiveFeeds {
    static final String RSS = Archive.PATH + "/rss";
    static final String JSON = Archive.PATH + "/feed.json";

    private final Archive archive;
    private final ObjectMapper mapper = new ObjectMapper();
    private final XMLOutputFactory xml = XMLOutputFactory.newDefaultFactory();

    ArchiveFeeds(Archive archive) {
        this.archive = archive;
    }

    private static Instant time(Article article) {
        return article.content().published().instant().orElse(article.firstSeen());
    }

    /** Returns the JSON Feed. */
    WebAnswer json(Archive.Page page) {
        try {
            return new WebAnswer(
                    200, "application/feed+json; charset=UTF-8", mapper.writeValueAsString(jsonFeed(page)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode jsonFeed(Archive.Page page) {
        ObjectNode feed = mapper.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", page.name())
                .put("language", "vi")
                .put("home_page_url", archive.address(Archive.PATH, page))
                .put("feed_url", archive.address(JSON, page));
        page.articles().forEach(article -> append(feed.withArray("/items").addObject(), article));
        return feed;
    }

    private void append(ObjectNode item, Article article) {
        item.put("id", article.url().toString())
                .put("url", article.url().toString())
                .put("title", article.content().title())
                .put("content_text", article.summary().text())
                .put("date_published", time(article).toString());
    }

    /** Returns the RSS feed. */
    WebAnswer rss(Archive.Page page) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter out = xml.createXMLStreamWriter(text);
            channel(out, page);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text takes everything", e);
        }
        return new WebAnswer(200, "application/rss+xml; charset=UTF-8", text.toString());
    }

    private void channel(XMLStreamWriter out, Archive.Page page) throws XMLStreamException {
        out.writeStartDocument("UTF-8", "1.0");
        out.writeStartElement("rss");
        out.writeAttribute("version", "2.0");
        out.writeStartElement("channel");
        element(out, "title", page.name());
        element(out, "link", archive.address(Archive.PATH, page));
        element(out, "description", page.name());
        element(out, "language", "vi");
        for (Article article : page.articles()) {
            item(out, article);
        }
        out.writeEndDocument();
    }

    private static void item(XMLStreamWriter out, Article article) throws XMLStreamException {
        out.writeStartElement("item");
        element(out, "title", article.content().title());
        element(out, "link", article.url().toString());
        element(out, "guid", article.url().toString());
        element(out, "description", article.summary().text());
        String published =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(time(article).atOffset(ZoneOffset.UTC));
        element(out, "pubDate", published);
        out.writeEndElement();
    }

    private static void element(XMLStreamWriter out, String name, String content) throws XMLStreamException {
        out.writeStartElement(name);
        // XML 1.0 has no way to write other control characters.
        out.writeCharacters(content.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]", ""));
        out.writeEndElement();
    }
}
