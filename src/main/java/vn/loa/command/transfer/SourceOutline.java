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
            outline(xml, title, sources);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an outline cannot be written", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void outline(XMLStreamWriter xml, String title, List<Source> sources) throws XMLStreamException {
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        head(xml, title);
        body(xml, sources);
    }

    private static void head(XMLStreamWriter xml, String title) throws XMLStreamException {
        xml.writeStartElement("head");
        xml.writeStartElement("title");
        xml.writeCharacters(title);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void body(XMLStreamWriter xml, List<Source> sources) throws XMLStreamException {
        xml.writeStartElement("body");
        for (Source source : sources) {
            boolean feed = source.portal().equals("feed");
            xml.writeEmptyElement("outline");
            xml.writeAttribute("type", feed ? "rss" : "link");
            xml.writeAttribute("text", source.name());
            xml.writeAttribute(feed ? "xmlUrl" : "url", source.url().toString());
        }
    }

    /**
     * Holds what was read of an outline.
     *
     * @param unusable the addresses that cannot be watched
     */
    record Read(List<Entry> entries, List<String> unusable) {}

    /** Reads the entries that have an address, by the rule of pasted addresses; empty when the text is no outline. */
    static Optional<Read> read(String text) {
        try {
            XMLStreamReader xml = readerOfNothingElse().createXMLStreamReader(new StringReader(text));
            return read(xml);
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<Read> read(XMLStreamReader xml) throws XMLStreamException {
        Read outline = new Read(new ArrayList<>(), new ArrayList<>());
        boolean opml = false;
        while (xml.hasNext()) {
            boolean begins = xml.next() == XMLStreamConstants.START_ELEMENT;
            opml |= begins && xml.getLocalName().equals("opml");
            if (begins && xml.getLocalName().equals("outline")) {
                read(xml, outline);
            }
        }
        return opml ? Optional.of(outline) : Optional.empty();
    }

    /** Returns a factory whose readers look up nothing outside the text. */
    private static XMLInputFactory readerOfNothingElse() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void read(XMLStreamReader xml, Read outline) {
        String url = attribute(xml, "xmlUrl", attribute(xml, "url", ""));
        String name = attribute(xml, "text", attribute(xml, "title", url));
        if (url.isBlank()) {
            return;
        }
        PastedAddress.read(url)
                .ifPresentOrElse(
                        address -> outline.entries().add(new Entry(name.strip(), address)),
                        () -> outline.unusable().add(url.strip()));
    }

    private static String attribute(XMLStreamReader xml, String name, String otherwise) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), otherwise);
    }
}
