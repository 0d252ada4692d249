package vn.loa.attachment.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a Word document (ECMA-376, parts 1 and 4, strict as well): its text as it is printed with all changes accepted,
 * and below it the footnotes. The letterhead may stand in the header of the page.
 */
final class DocxReading implements FormatReading {
    private static final Pattern LETTERHEAD =
            Pattern.compile("(?iu)độc lập\\s{0,2}[-–—]\\s{0,2}tự do|đảng cộng sản việt nam|đoàn tncs hồ chí minh");

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        try (OPCPackage parts = OfficeFiles.open(file)) {
            PackagePart main = main(parts);
            WordNumbering numbering = new WordNumbering();
            for (PackagePart part : related(main, "/numbering")) {
                parse(part, numbering.definitions());
            }
            for (PackagePart part : related(main, "/styles")) {
                parse(part, numbering.styles());
            }
            sink.page();
            letterhead(main, sink);
            parse(main, new DocxPassages(sink::passage, numbering));
            for (PackagePart part : related(main, "/footnotes")) {
                parse(part, new DocxPassages(sink::passage, numbering));
            }
        } catch (OpenXML4JException | SAXException | ParserConfigurationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static PackagePart main(OPCPackage parts) throws IOException, OpenXML4JException {
        PackageRelationshipCollection usual = parts.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        PackageRelationshipCollection any =
                usual.isEmpty() ? parts.getRelationshipsByType(PackageRelationshipTypes.STRICT_CORE_DOCUMENT) : usual;
        return Optional.ofNullable(any.getRelationship(0))
                .map(parts::getPart)
                .orElseThrow(() -> new IOException("the file has no document"));
    }

    private static List<PackagePart> related(PackagePart main, String kind) throws OpenXML4JException {
        List<PackagePart> found = new ArrayList<>();
        for (PackageRelationship each : main.getRelationships()) {
            if (each.getTargetMode() == TargetMode.INTERNAL
                    && each.getRelationshipType().endsWith(kind)) {
                Optional.ofNullable(main.getRelatedPart(each)).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Numbers of pages and names of firms stand in headers too, and say nothing. */
    private static void letterhead(PackagePart main, TextSink sink)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        for (PackagePart part : related(main, "/header")) {
            List<String> passages = new ArrayList<>();
            Consumer<String> taken = passages::add;
            parse(part, new DocxPassages(taken, new WordNumbering()));
            if (LETTERHEAD.matcher(String.join("\n", passages)).find()) {
                passages.forEach(sink::passage);
                return;
            }
        }
    }

    private static void parse(PackagePart part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        try (InputStream in = part.getInputStream()) {
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            parser.parse(new InputSource(in));
        }
    }
}
