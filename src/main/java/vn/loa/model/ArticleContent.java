package vn.loa.model;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The content of an article, as read from its page. All text is NFC plain text without markup.
 *
 * @param title one line
 * @param published when the portal says it was published
 * @param lead the introducing paragraph, an empty string when there is none
 * @param paragraphs the body, without captions that repeat the title, related links, counters and CMS user names
 * @param category the portal's section, an empty string when unknown
 * @param author the byline, an empty string when unknown
 * @param image the main picture
 * @param attachments documents offered for download
 */
public record ArticleContent(
        String title,
        Published published,
        String lead,
        List<String> paragraphs,
        String category,
        String author,
        Optional<URI> image,
        List<Attachment> attachments) {
    public ArticleContent {
        Objects.requireNonNull(title);
        Objects.requireNonNull(published);
        Objects.requireNonNull(lead);
        paragraphs = List.copyOf(paragraphs);
        Objects.requireNonNull(category);
        Objects.requireNonNull(author);
        Objects.requireNonNull(image);
        attachments = List.copyOf(attachments);
    }
}
