package vn.loa.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Published;
import vn.loa.model.RichText;
import vn.loa.model.Summary;
import vn.loa.phrases.Phrases;

/** A digest's buttons, and its sentences folded where they are long. */
class DigestFormatTest {
    private static final Instant NOW = Instant.parse("2026-03-09T00:00:00Z");
    private static final Capabilities FULL =
            new Capabilities(4096, 1024, true, true, true, true, Capabilities.Rates.UNLIMITED);
    private static final Capabilities BARE =
            new Capabilities(4096, 0, false, true, false, true, Capabilities.Rates.UNLIMITED);

    private final DigestFormat format = new DigestFormat(Phrases.vietnamese(), ZoneId.of("Asia/Ho_Chi_Minh"), 3)
            .offering(new ArticleButtons() {
                @Override
                public Optional<ButtonData> whyTogether() {
                    return Optional.of(ButtonData.of("visao", "m"));
                }

                @Override
                public Optional<ButtonData> others(int listed) {
                    return Optional.of(ButtonData.of("tinmoi", listed));
                }
            });

    private static List<Article> articles(int count, String sentence) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> article(number, sentence))
                .toList();
    }

    private static Article article(int number, String sentence) {
        String title = "Tin " + number;
        return new Article(
                number,
                "k" + number,
                "px",
                URI.create("https://x.gov.vn/" + number),
                new ArticleContent(title, Published.unknown(), "", List.of(), "", "", Optional.empty(), List.of()),
                new Summary(List.of(sentence), Optional.empty()),
                NOW,
                1,
                false);
    }

    private OutgoingMessage told(List<Article> articles, Capabilities channel) {
        return format.format(articles, 0, NOW, channel).message();
    }

    @Test
    void what_is_only_counted_is_opened_by_a_button_that_knows_where_it_begins() {
        OutgoingMessage message = told(articles(5, "Một câu."), FULL);
        assertThat(message.text().text()).endsWith("\n\nvà 2 tin khác");
        assertThat(message.buttons())
                .containsExactly(List.of(
                        new Button.Action("Xem 2 tin khác", "tinmoi:3"), new Button.Action("Vì sao?", "visao:m")));
    }

    @Test
    void a_digest_that_tells_all_has_no_such_button_and_a_channel_without_buttons_has_words() {
        assertThat(told(articles(3, "Một câu."), FULL).buttons())
                .containsExactly(List.of(new Button.Action("Vì sao?", "visao:m")));
        OutgoingMessage bare = told(articles(5, "Một câu."), BARE);
        assertThat(bare.buttons()).isEmpty();
        assertThat(bare.text().text()).endsWith("và 2 tin khác: /tinmoi");
    }

    @Test
    void a_long_sentence_is_folded_and_a_short_one_is_not() {
        String sentence =
                "Ủy ban Mặt trận Tổ quốc xã tổ chức hội nghị. ".repeat(5).strip();
        assertThat(folded(told(articles(1, sentence), FULL))).containsExactly(sentence);
        assertThat(folded(told(articles(1, "Một câu."), FULL))).isEmpty();
        assertThat(folded(told(articles(1, sentence), BARE))).isEmpty();
        assertThat(told(articles(1, sentence), FULL).text().text()).contains("Tin 1\n" + sentence + "\nx.gov.vn");
    }

    @Test
    void a_digest_of_long_sentences_keeps_to_what_a_message_carries_and_folds_only_whole_sentences() {
        String sentence = "Hội nghị nghe báo cáo kết quả công tác Mặt trận sáu tháng đầu năm tại các thôn. "
                .repeat(3)
                .strip();
        DigestFormat long40 = new DigestFormat(Phrases.vietnamese(), ZoneId.of("Asia/Ho_Chi_Minh"), 40);
        OutgoingMessage message =
                long40.format(articles(40, sentence), 0, NOW, FULL).message();
        assertThat(message.text().length()).isLessThanOrEqualTo(4096);
        assertThat(folded(message)).hasSizeGreaterThan(5).containsOnly(sentence);
        assertThat(message.text().spans().stream()
                        .filter(span -> span.style() != RichText.Style.PLAIN
                                || span.link().isPresent())
                        .count())
                .as("Telegram shows 100 styled runs")
                .isLessThanOrEqualTo(100);
    }

    private static List<String> folded(OutgoingMessage message) {
        return message.text().spans().stream()
                .filter(span -> span.style() == RichText.Style.FOLDED)
                .map(RichText.Span::text)
                .toList();
    }
}
