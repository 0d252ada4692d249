package vn.loa.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Document;

/**
 * A Word file in which a clerk may change everything but the places: <code>{{name}}</code> takes a text or a picture, and
 * what stands between the paragraphs <code>{{#items}}</code> and <code>{{/items}}</code> comes once for each item.
 */
public final class DocxTemplate {
    static final String DOCUMENT = "word/document.xml";
    static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final String TYPES = "[Content_Types].xml";
    /** Bytes, unpacked; a template with a letterhead has some hundred kilobytes. */
    private static final long LARGEST = 20_000_000;

    private static final int MOST_PARTS = 500;

    private final Map<String, byte[]> parts;

    private DocxTemplate(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Holds the values that fill a template.
     *
     * @param texts by the names of their places
     * @param items for each item, the texts by the names of their places
     * @param pictures for each item, a square PNG picture for the place {@code qr}; may be none
     */
    public record Content(Map<String, String> texts, List<Map<String, String>> items, List<byte[]> pictures) {
        public Content {
            texts = Map.copyOf(texts);
            items = List.copyOf(items);
            pictures = List.copyOf(pictures);
        }
    }

    /**
     * Reads a template.
     *
     * @throws BrokenTemplateException when it is no Word file, or too large
     */
    public static DocxTemplate read(byte[] file) throws BrokenTemplateException {
        return new DocxTemplate(unpacked(new ByteArrayInputStream(file)));
    }

    /** Returns the parts of a Word file by their names, in order. */
    static Map<String, byte[]> unpacked(InputStream file) throws BrokenTemplateException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long size = 0;
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes((int) (LARGEST - size + 1));
                size += part.length;
                parts.put(entry.getName(), part);
                if (size > LARGEST || parts.size() > MOST_PARTS) {
                    throw new BrokenTemplateException("it is too large");
                }
            }
        } catch (IOException e) {
            throw new BrokenTemplateException("it cannot be unpacked: " + e.getMessage());
        }
        if (!parts.containsKey(DOCUMENT) || !parts.containsKey(TYPES)) {
            throw new BrokenTemplateException("it is no Word file (.docx)");
        }
        return parts;
    }

    /**
     * Fills the template.
     *
     * @return a Word file
     * @throws BrokenTemplateException when its parts are no XML, or the items' place has no end
     */
    public byte[] fill(Content content) throws BrokenTemplateException {
        Map<String, byte[]> filled = new LinkedHashMap<>(parts);
        Document document = Xml.parse(part(DOCUMENT));
        new DocumentFilling(document, content).fill();
        filled.put(DOCUMENT, Xml.bytes(document));
        for (int i = 0; i < content.pictures().size(); i++) {
            filled.put("word/media/loa" + i + ".png", content.pictures().get(i));
        }
        if (!content.pictures().isEmpty()) {
            filled.put(RELATIONS, relations(content.pictures().size()));
            filled.put(TYPES, types());
        }
        return zipped(filled);
    }

    private byte[] relations(int pictures) {
        StringBuilder added = new StringBuilder();
        for (int i = 0; i < pictures; i++) {
            added.append("<Relationship Id=\"loaPicture")
                    .append(i)
                    .append("\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\"")
                    .append(" Target=\"media/loa")
                    .append(i)
                    .append(".png\"/>");
        }
        String none =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
        String known = parts.containsKey(RELATIONS) ? text(RELATIONS) : none;
        return known.replaceFirst(
                        "</Relationships>|(<Relationships[^>]*)/>",
                        known.contains("</Relationships>")
                                ? added + "</Relationships>"
                                : "$1>" + added + "</Relationships>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] types() {
        String known = text(TYPES);
        String type = "<Default Extension=\"png\" ContentType=\"image/png\"/>";
        boolean there = known.contains("Extension=\"png\"");
        return (there ? known : known.replaceFirst("(<Types[^>]*>)", "$1" + type)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private String text(String part) {
        return new String(part(part), StandardCharsets.UTF_8);
    }

    private static byte[] zipped(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
