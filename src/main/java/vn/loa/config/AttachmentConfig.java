package vn.loa.config;

import java.util.Optional;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * Configures the reading of articles' attachments.
 *
 * @param read whether they are read at all
 * @param ocr the command that reads scans, called as Tesseract is; empty for none
 * @param maxSize the largest file, in bytes
 * @param keepFiles whether the files are kept beside the database
 */
public record AttachmentConfig(boolean read, Optional<String> ocr, long maxSize, boolean keepFiles) {
    private static final long MIB = 1024 * 1024;
    private static final String OFF = "off";
    private static final int LONGEST_COMMAND = 200;

    static AttachmentConfig read(Section attachments) {
        String ocr = attachments.value("ocr", ValueTypes.line(LONGEST_COMMAND), "tesseract");
        return new AttachmentConfig(
                attachments.value("read", ValueTypes.flag(), true),
                ocr.equals(OFF) ? Optional.empty() : Optional.of(ocr),
                attachments.value("max-size", ValueTypes.size(64 * 1024, 100 * MIB), 20 * MIB),
                attachments.value("keep-files", ValueTypes.flag(), false));
    }
}
