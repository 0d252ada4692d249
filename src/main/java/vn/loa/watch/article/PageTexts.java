package vn.loa.watch.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.loa.attachment.DocumentType;
import vn.loa.model.Attachment;
import vn.loa.store.document.AttachmentText;
import vn.loa.store.document.StoredAttachment;

/** Joins the texts of pictures, which are the pages of one document. */
final class PageTexts {
    private PageTexts() {}

    /** The text of a document under the name of its first file. */
    record Named(String name, String text) {}

    /** Returns whether a text was read in a picture of a page. */
    static boolean isPage(AttachmentText text) {
        return text.type().equals(DocumentType.IMAGE.name());
    }

    /** Returns the documents that were read, in their order, pages that follow each other as one. */
    static List<Named> named(List<StoredAttachment> attachments) {
        List<Map.Entry<Attachment, AttachmentText>> read = new ArrayList<>();
        attachments.forEach(each -> each.text().ifPresent(text -> read.add(Map.entry(each.attachment(), text))));
        return joined(read);
    }

    /** Returns documents in their order, pages that follow each other as one. */
    static List<Named> joined(Iterable<Map.Entry<Attachment, AttachmentText>> read) {
        List<Named> joined = new ArrayList<>();
        boolean page = false;
        for (Map.Entry<Attachment, AttachmentText> each : read) {
            AttachmentText text = each.getValue();
            if (page && isPage(text)) {
                Named before = joined.remove(joined.size() - 1);
                joined.add(new Named(before.name(), before.text() + "\n\n" + text.text()));
            } else {
                joined.add(new Named(each.getKey().name(), text.text()));
            }
            page = isPage(text);
        }
        return joined;
    }
}
