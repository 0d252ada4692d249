package vn.loa.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.attachment.ExtractionResult.Extracted;
import vn.loa.attachment.ExtractionResult.NotExtracted;

/** Documents made to do harm cost themselves: each has its reason, within its time, and the next one is read. */
@Order(1)
@Tag("slow")
class HostileDocumentTest {
    /** For what ends by itself. */
    private static final Duration TIME = ExtractionLimits.USUAL.time();
    /** For what only the clock ends; shorter than in earnest, for the tests' sake. */
    private static final Duration SHORT = Duration.ofSeconds(3);
    /** The start and the end of a process beside its reading, on a busy machine. */
    private static final Duration AROUND = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private SampleDocuments documents;
    private DocumentExtractor extractor;

    @BeforeEach
    void makeExtractor() {
        documents = new SampleDocuments(folder);
        extractor = within(TIME);
    }

    @AfterEach
    void everyOtherDocumentIsStillRead() throws IOException {
        Path innocent = documents.file("next.txt", "Kế hoạch".getBytes(StandardCharsets.UTF_8));
        extractor.close();
        try (DocumentExtractor patient = new DocumentExtractor(ExtractionLimits.USUAL, Optional.empty(), folder)) {
            assertThat(patient.extract(innocent)).isInstanceOf(Extracted.class);
        }
    }

    private DocumentExtractor within(Duration time) {
        return new DocumentExtractor(ExtractionLimits.USUAL.within(time), Optional.empty(), folder);
    }

    private NotExtracted refused(Path file) {
        return refused(file, extractor, TIME);
    }

    /** Refused, if by nothing else then by the clock. */
    private NotExtracted refusedSoon(Path file) {
        try (DocumentExtractor hurried = within(SHORT)) {
            return refused(file, hurried, SHORT);
        }
    }

    private static NotExtracted refused(Path file, DocumentExtractor extractor, Duration time) {
        long started = System.nanoTime();
        ExtractionResult result = extractor.extract(file);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(time.plus(AROUND));
        assertThat(result).isInstanceOf(NotExtracted.class);
        NotExtracted not = (NotExtracted) result;
        assertThat(not.failure().isLasting()).as(not.toString()).isTrue();
        return not;
    }

    @Test
    void a_truncated_pdf() throws IOException {
        byte[] whole = Files.readAllBytes(documents.pdf(List.of("Một hai ba")));
        assertThat(refused(documents.file("cut.pdf", Arrays.copyOf(whole, 300))).failure())
                .isIn(ReadingFailure.BROKEN, ReadingFailure.NO_TEXT);
    }

    @Test
    void a_pdf_whose_page_unpacks_to_hundreds_of_mebibytes() throws IOException {
        assertThat(refusedSoon(documents.streamBomb(300)).failure())
                .isIn(ReadingFailure.TOO_LARGE, ReadingFailure.TIMED_OUT, ReadingFailure.NO_TEXT);
    }

    @Test
    void a_pdf_nested_a_million_deep() throws IOException {
        assertThat(refusedSoon(documents.nested(1_000_000)).failure())
                .isIn(
                        ReadingFailure.BROKEN,
                        ReadingFailure.TOO_LARGE,
                        ReadingFailure.NO_TEXT,
                        ReadingFailure.TIMED_OUT);
    }

    @Test
    void a_pdf_of_a_million_pages() throws IOException {
        assertThat(refusedSoon(documents.manyPages(1_000_000)).failure())
                .isIn(ReadingFailure.NO_TEXT, ReadingFailure.TOO_LARGE, ReadingFailure.TIMED_OUT);
    }

    @Test
    void a_pdf_that_says_to_be_longer_than_it_is() throws IOException {
        assertThat(refused(documents.hugeStream()).failure())
                .isIn(ReadingFailure.BROKEN, ReadingFailure.TOO_LARGE, ReadingFailure.NO_TEXT);
    }

    @Test
    void a_pdf_of_object_streams_that_lie_in_each_other() throws IOException {
        assertThat(refused(documents.recursiveStreams()).failure()).isIn(ReadingFailure.BROKEN, ReadingFailure.NO_TEXT);
    }

    @Test
    void a_workbook_of_a_million_cells_costs_its_reader_alone() throws IOException {
        Path cells = documents.cells(10_000);
        // Of this thread: other tests fill and empty the heap meanwhile. The one that takes the answer grows its array
        // to what is allowed at most.
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long started = System.nanoTime();
        Extracted read = (Extracted) extractor.extract(cells);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(TIME.plus(AROUND));
        assertThat(read.document().cut()).isTrue();
        assertThat(read.document().text()).startsWith("Cột").contains("Ô 0.99").hasSizeLessThanOrEqualTo(200_000);
        long answer = 2L * ExtractionAnswer.mostBytes(ExtractionLimits.USUAL.characters());
        assertThat(allocated + answer).isLessThan(8L << 20);
    }

    @Test
    void a_picture_of_a_billion_points_is_never_unpacked() throws IOException {
        Path bomb = documents.pictureBomb(40_000, 25_000);
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(refused(bomb).failure()).isEqualTo(ReadingFailure.TOO_LARGE);
    }

    @Test
    void a_picture_that_breaks_off_and_one_that_is_none() throws IOException {
        byte[] whole = Files.readAllBytes(documents.photograph("trang.jpg", 800, List.of("Một hai ba")));
        byte[] mark = Arrays.copyOf(whole, 4);
        assertThat(refused(documents.file("mark.jpg", mark)).failure())
                .isIn(ReadingFailure.BROKEN, ReadingFailure.NO_TEXT);
    }

    @Test
    void a_word_document_that_unpacks_to_two_hundred_mebibytes() throws IOException {
        Path bomb = documents.zipBomb(200);
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertThat(refusedSoon(bomb).failure())
                .isIn(ReadingFailure.BROKEN, ReadingFailure.TOO_LARGE, ReadingFailure.TIMED_OUT);
    }

    @Test
    void a_word_document_that_names_a_file_of_this_machine() throws IOException {
        Path secret = documents.file("secret", "mật khẩu".getBytes(StandardCharsets.UTF_8));
        String xml = "<!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + SampleDocuments.wordXml("<w:p><w:r><w:t>Kế hoạch &x; số 27</w:t></w:r></w:p>");
        ExtractionResult result = extractor.extract(documents.docxOf(xml));
        assertThat(result.toString()).doesNotContain("mật khẩu");
    }

    @Test
    void a_word_document_whose_entities_grow_to_millions() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE d [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY e")
                    .append(i)
                    .append(" \"&e")
                    .append(i - 1)
                    .append(";&e")
                    .append(i - 1)
                    .append(";\">");
        }
        String xml = entities + "]>" + SampleDocuments.wordXml("<w:p><w:r><w:t>&e29;</w:t></w:r></w:p>");
        assertThat(refusedSoon(documents.docxOf(xml)).failure())
                .isIn(ReadingFailure.BROKEN, ReadingFailure.TOO_LARGE, ReadingFailure.TIMED_OUT);
    }

    @Test
    void a_web_page_nested_a_million_deep() throws IOException {
        byte[] page = ("<html><body>" + "<div>".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
        refusedSoon(documents.file("page.html", page));
    }

    @Test
    void rich_text_nested_a_million_deep() throws IOException {
        byte[] text = ("{\\rtf1" + "{".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
        assertThat(refused(documents.file("text.rtf", text)).failure())
                .isIn(ReadingFailure.NO_TEXT, ReadingFailure.BROKEN);
    }

    @Test
    void noise_behind_the_mark_of_each_form() throws IOException {
        for (String mark : List.of("%PDF-1.7\n", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "{\\rtf1 ")) {
            byte[] noise = new byte[100_000];
            new Random(7).nextBytes(noise);
            byte[] start = mark.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(start, 0, noise, 0, start.length);
            ExtractionResult result = extractor.extract(documents.file("noise", noise));
            assertThat(result.toString()).doesNotContain("CRASHED");
        }
    }
}
