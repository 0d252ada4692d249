package vn.loa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.document.DocumentReader;
import vn.loa.model.ArticleContent;
import vn.loa.model.Published;
import vn.loa.story.StoryFingerprint;
import vn.loa.story.StoryText;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.PlainText;
import vn.loa.text.Sentences;
import vn.loa.text.date.EventDates;
import vn.loa.text.privacy.PrivateData;

/** Reads long runs of one thing with the small stacks of the shipped program. */
class SmallStackTest {
    private static final long STACK = 512 * 1024L;
    private static final int LENGTH = 20_000;
    private static final PrivateData.Masks MASKS = new PrivateData.Masks("…", "…", "…", "…", "…", "…");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "-",
                "_",
                "–",
                "…",
                "7",
                " ",
                "\u00a0",
                "\n",
                "A",
                "á",
                "a, ",
                "A, ",
                "a. ",
                "A. ",
                "1.",
                "1. ",
                "1/",
                "12/3 ",
                "12/3, ",
                "1.000 ",
                "- ",
                ": ",
                "; ",
                "(",
                ")",
                "“",
                "\"",
                "và ",
                "của ",
                "ngày ",
                "Sáng ngày ",
                "là ",
                "số ",
                "Trước ngày ",
                "trước ",
                "vào lúc ",
                "Trong và ",
                "cuộc ",
                "tài khoản số ",
                "Nguyễn ",
                "ông Nguyễn Văn A, ",
                "Số 1/KH-UBND, ",
                "Điều 1. ",
                "a\n",
                "A: ",
                ".pdf"
            })
    void no_run_of_anything_needs_a_deep_stack(String piece) throws InterruptedException {
        String run = piece.repeat(LENGTH / piece.length());
        for (String text : List.of(
                run, "Trước ngày " + run + " 12/3.", "Sáng " + run + " 15/3, điện thoại " + run + "0912345678")) {
            read(text);
        }
    }

    private static void read(String text) throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = new Thread(null, () -> readAll(text), "small stack", STACK);
        reader.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
        reader.start();
        reader.join();
        assertThat(failure.get()).isNull();
    }

    private static void readAll(String text) {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 3, 1));
        ArticleContent content = new ArticleContent(
                "Thông báo", Published.unknown(), "", List.of(text), "", "", Optional.empty(), List.of());
        PlainText.tidy(text);
        Sentences.of(text);
        EventDates.of(List.of(text), day);
        PrivateData.mask(text, MASKS);
        new Summarizer(SummaryLimits.ofAnnouncement(), MASKS).summarize(content, ZoneOffset.UTC);
        StoryFingerprint.of(StoryText.of(content));
        DocumentReader.read("Công văn", text, day);
        DocumentReader.ofDocument(text);
        DocumentReader.ofFileName(text);
    }
}
