package vn.loa.watch.article;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.attachment.AttachmentReader;
import vn.loa.attachment.AttachmentReading;
import vn.loa.attachment.AttachmentReading.Read;
import vn.loa.attachment.AttachmentReading.Validators;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Source;
import vn.loa.portal.generic.attachment.AttachmentFinder;
import vn.loa.store.document.AttachmentStore;
import vn.loa.store.document.AttachmentText;
import vn.loa.store.document.StoredAttachment;
import vn.loa.summary.DocumentBody;
import vn.loa.text.Folding;

/**
 * Enters the attachments of articles, to be read when nothing else waits; of an article that says nothing itself, they
 * are read before it is announced. For the threads of the checks.
 */
public final class ArticleAttachments {
    private static final Logger log = LoggerFactory.getLogger(ArticleAttachments.class);
    /** More are not read: an article with dozens of files is a library. */
    static final int MOST = 3;
    /** Of pictures, for they are the pages of one notice. */
    private static final int MOST_PAGES = 10;

    /** A body with fewer letters says no more than the title. */
    private static final int FEWEST_LETTERS = 150;

    private static final int FEWEST_LETTERS_BESIDE_HINT = 500;
    private static final List<String> HINTS =
            List.of("dinh kem", "tai ve", "tai file", "tai tep", "xem file", "xem tep");
    /** What was listed before us is read when the news have been. */
    private static final Duration ARCHIVE_LATER = Duration.ofHours(1);

    private final AttachmentStore store;
    private final Optional<AttachmentReader> reader;
    private final InstantSource clock;

    public ArticleAttachments(AttachmentStore store, Optional<AttachmentReader> reader, InstantSource clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    /** Returns whether an article says so little that its attachments speak for it. */
    static boolean speakFor(ArticleContent content) {
        if (content.attachments().isEmpty()) {
            return false;
        }
        String body = content.lead() + " " + String.join(" ", content.paragraphs());
        long letters = body.chars().filter(Character::isLetter).count();
        String folded = Folding.fold(body.substring(0, Math.min(body.length(), 2 * FEWEST_LETTERS_BESIDE_HINT)));
        return letters < FEWEST_LETTERS
                || (letters < FEWEST_LETTERS_BESIDE_HINT && HINTS.stream().anyMatch(folded::contains));
    }

    /** Returns whether an article has to wait for its attachments. */
    public boolean isAwaited(ArticleContent content) {
        return reader.isPresent() && speakFor(content);
    }

    /**
     * Reads the attachments of an article that is not in the archive yet, until one speaks for it, or all its pages do,
     * or the time is up.
     *
     * @param patience after so long no other attachment is begun
     */
    public Map<Attachment, AttachmentText> readAhead(Source source, ArticleContent content, Duration patience) {
        Map<Attachment, AttachmentText> texts = new LinkedHashMap<>();
        int unread = 0;
        long end = System.nanoTime() + patience.toNanos();
        for (Attachment attachment : readable(content)) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (reader.isEmpty() || left.isNegative() || speaks(texts) || (texts.isEmpty() && unread == MOST)) {
                break;
            }
            AttachmentReading reading = reader.get().read(attachment.url(), source.options(), Optional.empty(), left);
            if (reading instanceof Read read) {
                texts.put(attachment, text(read));
            } else {
                unread++;
                log.info("{} cannot be read before its article is announced: {}", attachment.url(), reading);
            }
        }
        return texts;
    }

    /** The first page of a notice does not speak for the others. */
    private static boolean speaks(Map<Attachment, AttachmentText> texts) {
        return texts.values().stream().anyMatch(text -> !PageTexts.isPage(text));
    }

    /** Enters the attachments of an article. To be called in the transaction that enters the article. */
    public void enter(long articleId, ArticleContent content, Map<Attachment, AttachmentText> read, boolean baseline) {
        Instant now = clock.instant();
        store.list(articleId, readable(content), baseline, baseline ? now.plus(ARCHIVE_LATER) : now);
        for (StoredAttachment each : store.of(articleId)) {
            AttachmentText text = read.get(each.attachment());
            if (text != null) {
                store.read(each, text, now, Optional.of(now.plus(ARCHIVE_LATER)));
            }
        }
    }

    /**
     * Enters what an edited article shows. Only an article that was announced with attachments is announced for what
     * they say; of any other it is not known that it was announced at all.
     */
    public void follow(long articleId, ArticleContent content) {
        List<StoredAttachment> before = store.of(articleId);
        boolean quiet = before.isEmpty() || before.stream().anyMatch(StoredAttachment::quiet);
        store.list(articleId, readable(content), quiet, clock.instant());
    }

    /** Marks the attachments of an article that is not told, so that changes of them are not either. */
    public void keepQuiet(long articleId) {
        store.keepQuiet(articleId);
    }

    private static List<Attachment> readable(ArticleContent content) {
        List<Attachment> all = content.attachments().stream().distinct().toList();
        boolean pages = all.stream().allMatch(each -> AttachmentFinder.isPicture(each.url()));
        return all.subList(0, Math.min(all.size(), pages ? MOST_PAGES : MOST));
    }

    /** Returns the paragraphs of an article's attachments that speak for it; none where it speaks for itself. */
    public List<String> body(long articleId, ArticleContent content) {
        return speakFor(content) ? body(PageTexts.named(store.of(articleId))) : List.of();
    }

    /** Returns the paragraphs of what was read, in the order of the attachments. */
    public static List<String> body(Map<Attachment, AttachmentText> read) {
        return body(PageTexts.joined(read.entrySet()));
    }

    private static List<String> body(List<PageTexts.Named> texts) {
        return texts.stream()
                .findFirst()
                .map(first -> DocumentBody.paragraphs(first.text()))
                .orElse(List.of());
    }

    /** Returns the text of what was read, as it is kept. */
    public static AttachmentText text(Read read) {
        Validators validators = read.validators();
        return new AttachmentText(
                read.document().type().name(),
                read.document().text(),
                Folding.fold(read.document().text()),
                read.document().ocr(),
                read.document().cut(),
                read.document().pages(),
                validators.sha256(),
                validators.etag(),
                validators.lastModified());
    }

    /** Returns what a server may be asked with whether the file has changed. */
    public static Validators validators(AttachmentText text) {
        return new Validators(text.sha256(), text.etag(), text.lastModified());
    }
}
