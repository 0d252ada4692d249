package vn.loa.command.broadcast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.docx.BrokenTemplateException;
import vn.loa.docx.DocxTemplate;

/** Fills the Word templates: those of the operator's folder, else those that ship with Loa. */
public final class Templates {
    private static final Logger log = LoggerFactory.getLogger(Templates.class);
    /** Bytes. */
    private static final long LARGEST = 10_000_000;

    private final Path folder;

    /**
     * Configures the folder.
     *
     * @param folder where a clerk may put templates of his own, by the names of the shipped ones
     */
    public Templates(Path folder) {
        this.folder = folder;
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

    private static DocxTemplate read(Path file) throws IOException, BrokenTemplateException {
        if (Files.size(file) > LARGEST) {
            throw new BrokenTemplateException("it is larger than " + LARGEST + " bytes");
        }
        return DocxTemplate.read(Files.readAllBytes(file));
    }

    private static byte[] shipped(String name, DocxTemplate.Content content) {
        try (InputStream file = Objects.requireNonNull(Templates.class.getResourceAsStream("/docx/" + name), name)) {
            return DocxTemplate.read(file.readAllBytes()).fill(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BrokenTemplateException e) {
            throw new IllegalStateException("the shipped template " + name, e);
        }
    }
}
