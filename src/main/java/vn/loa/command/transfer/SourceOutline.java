package vn.loa.command.transfer;

import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import vn.loa.model.Source;

/** Writes and reads sources as OPML 2.0, the form in which readers of feeds exchange their lists. */
final class SourceOutline {
    private SourceOutline() {}

    /** Represents an outline's entry. */
    record Entry(String name, URI url) {
        Entry {
            Objects.requireNonNull(name);
            Objects.requireNonNull(url);
        }
    }

    static byte[] write(String title, List<Source> sources) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters(title);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (Source source : sources) {
                xml.writeEmptyElement("outline");
                xml.writeAttribute("type", source.portal().equals("feed") ? "rss" : "link");
                xml.writeAttribute("text", source.name());
                xml.writeAttribute(
                        source.portal().equals("feed") ? "xmlUrl" : "url",
                        source.url().toString());
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an outline cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the entries that have an address; empty when the text is no outline. */
    static Optional<List<Entry>> read(String text) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        // Nothing outside the text is ever looked up.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<Entry> entries = new ArrayList<>();
        boolean opml = false;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    opml |= xml.getLocalName().equals("opml");
                    if (xml.getLocalName().equals("outline")) {
                        entry(xml).ifPresent(entries::add);
                    }
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return opml ? Optional.of(entries) : Optional.empty();
    }

    private static Optional<Entry> entry(XMLStreamReader xml) {
        String url = Objects.requireNonNullElse(
                xml.getAttributeValue(null, "xmlUrl"),
                Objects.requireNonNullElse(xml.getAttributeValue(null, "url"), ""));
        if (!url.matches("https?://[^\\s<>\"]{3,2000}")) {
            return Optional.empty();
        }
        String name = Objects.requireNonNullElse(
                xml.getAttributeValue(null, "text"),
                Objects.requireNonNullElse(xml.getAttributeValue(null, "title"), url));
        try {
            return Optional.of(new Entry(name.strip(), URI.create(url)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
