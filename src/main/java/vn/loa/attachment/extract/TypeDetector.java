package vn.loa.attachment.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.loa.attachment.DocumentType;

/** Tells the form of a document by its first bytes and, for folders of parts, by the names of the parts. */
final class TypeDetector {
    /** PDF 32000-1, annex H: readers accept the mark within the first 1,024 bytes. */
    private static final int HEAD_BYTES = 1024;

    private static final int MOST_ENTRIES = 10_000;
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private static final List<byte[]> PICTURES = List.of(
            new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff},
            new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
            new byte[] {'I', 'I', 42, 0},
            new byte[] {'M', 'M', 0, 42});

    private TypeDetector() {}

    /**
     * Returns the form of a document; empty when it is none of those that are read.
     *
     * @throws IOException when a file of parts is damaged
     */
    static Optional<DocumentType> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.contains("%PDF-")) {
            return Optional.of(DocumentType.PDF);
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return zipped(file);
        }
        if (startsWith(head, OLE)) {
            return compound(file);
        }
        if (PICTURES.stream().anyMatch(mark -> startsWith(head, mark))
                || WebpHeader.of(head).isPresent()) {
            return Optional.of(DocumentType.IMAGE);
        }
        return text.startsWith("{\\rtf") ? Optional.of(DocumentType.RTF) : written(head, text);
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static Optional<DocumentType> zipped(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new ZipException("more than " + MOST_ENTRIES + " parts");
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                String name = entries.nextElement().getName();
                if (name.startsWith("word/document")) {
                    return Optional.of(DocumentType.DOCX);
                }
                if (name.startsWith("xl/workbook")) {
                    return Optional.of(DocumentType.XLSX);
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<DocumentType> compound(Path file) throws IOException {
        try (POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = parts.getRoot();
            if (root.hasEntry("EncryptionInfo") || root.hasEntry("EncryptedPackage")) {
                throw new EncryptedDocumentException("encrypted");
            }
            if (root.hasEntry("WordDocument")) {
                return Optional.of(DocumentType.DOC);
            }
            return root.hasEntry("Workbook") || root.hasEntry("Book")
                    ? Optional.of(DocumentType.XLS)
                    : Optional.empty();
        }
    }

    /** Text has no zero bytes, but for UTF-16 with its mark. */
    private static Optional<DocumentType> written(byte[] head, String text) {
        boolean wide = text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff");
        long controls = text.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                .count();
        if (head.length == 0 || (!wide && controls > 0)) {
            return Optional.empty();
        }
        return Optional.of(isMarkup(text) ? DocumentType.HTML : DocumentType.TEXT);
    }

    private static boolean isMarkup(String text) {
        String start = text.replaceAll("^[\\s\u00ef\u00bb\u00bf]+", "").toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || start.contains("<body")
                || (start.startsWith("<")
                        && (start.contains("<p") || start.contains("<div") || start.contains("<head")));
    }
}
