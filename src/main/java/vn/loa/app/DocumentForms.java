package vn.loa.app;

import vn.loa.attachment.OcrCheck;
import vn.loa.config.AttachmentConfig;

/** Tells which documents would be read on this machine. */
public final class DocumentForms {
    private DocumentForms() {}

    /** Returns a line for people who set Loa up. */
    public static String of(AttachmentConfig config) {
        if (!config.read()) {
            return "not read (attachments.read is false)";
        }
        OcrCheck ocr = AttachmentWork.ocr(config);
        String scans = ocr.command().isPresent()
                ? "scans and pictures by " + ocr.detail()
                : "scans and pictures not read: " + ocr.detail();
        return "PDF, Word, Excel, RTF, web pages, text; " + scans;
    }
}
