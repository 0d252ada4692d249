package vn.loa.attachment;

import java.util.Objects;

/**
 * A command that reads the text in a picture, called as Tesseract is (tesseract(1)): {@code tesseract stdin stdout -l
 * vie}.
 *
 * @param path its name on the PATH, or its file
 * @param language the language whose model it uses
 */
public record OcrCommand(String path, String language) {
    public OcrCommand {
        Objects.requireNonNull(path);
        Objects.requireNonNull(language);
    }
}
