package vn.loa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.document.DocumentReader;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.story.StoryFingerprint;
import vn.loa.story.StoryText;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.Clauses;
import vn.loa.text.EventPlace;
import vn.loa.text.PlainText;
import vn.loa.text.Sentences;
import vn.loa.text.WordText;
import vn.loa.text.date.EventDates;
import vn.loa.text.date.GluedDates;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.privacy.PrivateData;
import vn.loa.text.speech.ShortSentences;
import vn.loa.text.speech.SpeechNormalizer;
import vn.loa.waiting.CpuTime;

/** Reads long rows of one thing on a stack as small as that of a worker, where a pattern that recurs overflows. */
@Order(2)
class SmallStackTest {
    private static final int STACK_BYTES = 512 * 1024;
    private static final int LENGTH = 12_000;
    private static final Duration LONGEST = Duration.ofMillis(1_500);
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Optional<LocalDate> PUBLISHED = Optional.of(LocalDate.of(2026, 11, 10));
    private static final PrivateData.Masks MASKS =
            new PrivateData.Masks("[ĐT]", "[TK]", "[GT]", "[THƯ]", "[TÊN]", "[SỐ]");

    private static final Map<String, Consumer<String>> READERS = readers();

    private static Map<String, Consumer<String>> readers() {
        SpeechNormalizer speech = SpeechNormalizer.standard();
        Summarizer summarizer = new Summarizer(SummaryLimits.ofAnnouncement(), MASKS);
        VietnameseDates dates = VietnameseDates.in(VIETNAM);
        Map<String, Consumer<String>> readers = new TreeMap<>();
        readers.put("sentences", Sentences::of);
        readers.put("clauses", Clauses::ends);
        readers.put("place", EventPlace::of);
        readers.put("tidy text", PlainText::tidy);
        readers.put("words", WordText::words);
        readers.put("glued dates", GluedDates::parted);
        readers.put("date", dates::read);
        readers.put("event", text -> EventDates.of(List.of(text), PUBLISHED));
        readers.put("private data", text -> PrivateData.mask(text, MASKS));
        readers.put("short sentences", ShortSentences::of);
        readers.put("speech", speech::normalize);
        readers.put("document", text -> DocumentReader.read(text, text, PUBLISHED));
        readers.put("file name", DocumentReader::ofFileName);
        readers.put("story", text -> StoryFingerprint.of(StoryText.of(content(text))));
        readers.put("summary", text -> summarizer.summarize(content(text), VIETNAM));
        return readers;
    }

    private static ArticleContent content(String text) {
        Published published = Published.at(Instant.parse("2026-11-10T09:00:00Z"), Precision.MINUTE);
        return new ArticleContent("Tin", published, text, List.of(text), "", "", Optional.empty(), List.of());
    }

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
                ".pdf",
                "1, ",
                "2-7, ",
                "- A?\n"
            })
    void a_long_row_of_one_thing_is_read(String part) throws Exception {
        String text = "Trước ngày " + part.repeat(LENGTH / part.length()) + " 15/3, điện thoại 0912345678";
        for (Map.Entry<String, Consumer<String>> reader : READERS.entrySet()) {
            assertThat(onSmallStack(() -> reader.getValue().accept(text)))
                    .as(reader.getKey())
                    .isLessThan(LONGEST);
        }
    }

    @Test
    void a_name_of_many_extensions_is_read() throws Exception {
        String name = "27-KH" + ".pdf".repeat(20_000);
        assertThat(onSmallStack(() -> DocumentReader.ofFileName(name))).isLessThan(LONGEST);
    }

    private static Duration onSmallStack(Runnable reading) throws Exception {
        FutureTask<Duration> measured = new FutureTask<>(() -> CpuTime.of(reading));
        new Thread(null, measured, "small stack", STACK_BYTES).start();
        return measured.get();
    }
}
