package vn.loa.command.broadcast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.docx.BrokenTemplateException;
import vn.loa.docx.DocxTemplate;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.text.Folding;

/** Fills the Word templates: those of the operator's folder, else those that ship with Loa. */
public final class Templates {
    private static final Logger log = LoggerFactory.getLogger(Templates.class);
    /** Bytes. */
    private static final long LARGEST = 10_000_000;

    private static final Set<String> ASKED = Set.of("mau", "template");

    private final Path folder;

    /**
     * Configures the folder.
     *
     * @param folder where a clerk may put templates of his own, by the names of the shipped ones
     */
    public Templates(Path folder) {
        this.folder = folder;
    }

    /** Tells whether somebody asks for the template instead of the news. */
    static boolean isAskedFor(String words) {
        return ASKED.contains(Folding.fold(words));
    }

    /** Fills a template; one of the operator's that is broken is told in the log, and the shipped one taken. */
    byte[] fill(String name, DocxTemplate.Content content) {
        Path own = folder.resolve(name);
        if (Files.isRegularFile(own)) {
            try {
                return read(own).fill(content);
            } catch (BrokenTemplateException | IOException e) {
                log.warn("the template {} is not used, the one of Loa is: {}", own, e.getMessage());
            }
        }
        return shipped(name, content);
    }

    /** Returns the template itself, for a clerk to change: the operator's own, else the shipped one. */
    OutgoingMessage toChange(String name, String hint) {
        Path own = folder.resolve(name);
        byte[] file;
        try {
            file = Files.isRegularFile(own) && Files.size(own) <= LARGEST ? Files.readAllBytes(own) : shipped(name);
        } catch (IOException e) {
            log.warn("the template {} cannot be read: {}", own, e.getMessage());
            file = shipped(name);
        }
        return OutgoingMessage.plain(hint).withMedia(new Media.Made(Media.Kept.Form.DOCUMENT, name, file));
    }

    private static DocxTemplate read(Path file) throws IOException, BrokenTemplateException {
        if (Files.size(file) > LARGEST) {
            throw new BrokenTemplateException("it is larger than " + LARGEST + " bytes");
        }
        return DocxTemplate.read(Files.readAllBytes(file));
    }

    private static byte[] shipped(String name) {
        try (InputStream file = Objects.requireNonNull(Templates.class.getResourceAsStream("/docx/" + name), name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] shipped(String name, DocxTemplate.Content content) {
        try {
            return DocxTemplate.read(shipped(name)).fill(content);
        } catch (BrokenTemplateException e) {
            throw new IllegalStateException("the shipped template " + name, e);
        }
    }
}
