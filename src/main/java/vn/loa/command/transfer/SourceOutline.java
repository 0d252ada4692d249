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
import vn.loa.fetch.PastedAddress;
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

    /**
     * Holds what was read of an outline.
     *
     * @param unusable the addresses that cannot be watched
     */
    record Read(List<Entry> entries, List<String> unusable) {}

    /** Reads the entries that have an address, by the rule of pasted addresses; empty when the text is no outline. */
    static Optional<Read> read(String text) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        // Nothing outside the text is ever looked up.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        Read outline = new Read(new ArrayList<>(), new ArrayList<>());
        boolean opml = false;
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    opml |= xml.getLocalName().equals("opml");
                    if (xml.getLocalName().equals("outline")) {
                        read(xml, outline);
                    }
                }
            }
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
        return opml ? Optional.of(outline) : Optional.empty();
    }

    private static void read(XMLStreamReader xml, Read outline) {
        String url = Objects.requireNonNullElse(
                xml.getAttributeValue(null, "xmlUrl"),
                Objects.requireNonNullElse(xml.getAttributeValue(null, "url"), ""));
        String name = Objects.requireNonNullElse(
                xml.getAttributeValue(null, "text"),
                Objects.requireNonNullElse(xml.getAttributeValue(null, "title"), url));
        if (url.isBlank()) {
            return;
        }
        PastedAddress.read(url)
                .ifPresentOrElse(
                        address -> outline.entries().add(new Entry(name.strip(), address)),
                        () -> outline.unusable().add(url.strip()));
    }
}
