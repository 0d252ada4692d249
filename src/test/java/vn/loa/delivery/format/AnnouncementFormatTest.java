package vn.loa.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.document.DocumentReader;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.RichText;
import vn.loa.model.Summary;
import vn.loa.phrases.Phrases;
import vn.loa.store.document.ArticleDocuments;

class AnnouncementFormatTest {
    private static final Capabilities WITH_BUTTONS = channel(4096, 1024, true);
    private static final Capabilities WITHOUT_BUTTONS = channel(2000, 0, false);
    private static final URI ADDRESS =
            URI.create("https://phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi/-/view_content/8125967-tap-huan.html");
    private static final URI IMAGE = URI.create("https://phuxuyen.hanoi.gov.vn/image/journal/article?img_id=1&t=2");
    private static final String TITLE = "Ủy ban MTTQ VN huyện Phú Xuyên: tập huấn công tác mặt trận năm 2023";
    private static final String ONE = "Ngày 13/9/2023, Ủy ban MTTQ Việt Nam huyện khai mạc lớp bồi dưỡng nghiệp vụ.";
    private static final String TWO = "Dự lớp tập huấn có các đồng chí là Chủ tịch MTTQ các xã, thị trấn.";
    private static final String SOURCE = "Phú Xuyên · Văn hóa - Xã hội";

    private final AnnouncementFormat format = new AnnouncementFormat(
            Phrases.vietnamese(), ZoneId.of("Asia/Ho_Chi_Minh"), what -> ButtonData.of("nam", what.key()));

    @Test
    void an_announcement_tells_title_dates_summary_and_source_and_leads_to_the_full_text() {
        OutgoingMessage message = format.format(new Draft().article(), SOURCE, WITH_BUTTONS);
        assertThat(message.text().text()).isEqualTo("""
                Ủy ban MTTQ VN huyện Phú Xuyên: tập huấn công tác mặt trận năm 2023
                Sự kiện: 13/9/2023 · Đăng: 18/9/2023 16:00

                Ngày 13/9/2023, Ủy ban MTTQ Việt Nam huyện khai mạc lớp bồi dưỡng nghiệp vụ. Dự lớp tập huấn có các đồng chí là Chủ tịch MTTQ các xã, thị trấn.

                Nguồn: Phú Xuyên · Văn hóa - Xã hội (phuxuyen.hanoi.gov.vn)""");
        assertThat(message.text().spans().get(0).style()).isEqualTo(RichText.Style.BOLD);
        assertThat(message.text().spans().get(0).text()).isEqualTo(TITLE);
        assertThat(message.buttons()).containsExactly(List.of(new Button.Link("Đọc toàn văn", ADDRESS)));
        assertThat(message.preview()).contains(ADDRESS);
        assertThat(message.photo()).isEmpty();
    }

    @Test
    void a_document_and_a_deadline_are_a_line_each() {
        ArticleDocuments documents = new ArticleDocuments(
                DocumentReader.read("Kế hoạch số 27/KH-MTTQ-BTT ngày 05/09/2023", "", Optional.empty())
                        .cards(),
                List.of(new Deadline(
                        LocalDate.of(2023, 11, 20),
                        Optional.of(LocalTime.of(16, 30)),
                        Recurrence.NONE,
                        "Gửi báo cáo",
                        "Ban Thường trực",
                        "")));
        AnnouncementFormat official = new AnnouncementFormat(
                Phrases.vietnamese(),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                what -> ButtonData.of("nam", what.key()),
                id -> documents);
        String text = official.format(new Draft().article(), SOURCE, WITH_BUTTONS)
                .text()
                .text();
        assertThat(text)
                .contains("16:00\n📄 Kế hoạch 27/KH-MTTQ-BTT ngày 5/9/2023\n⏰ Hạn: 16:30 20/11 – gửi báo cáo về Ban"
                        + " Thường trực\n\nNgày 13/9/2023");
        assertThat(official.format(new Draft().article(), SOURCE, channel(230, 0, true))
                        .text()
                        .text())
                .hasSizeLessThanOrEqualTo(230)
                .contains("⏰ Hạn: 16:30 20/11");
    }

    @Test
    void a_channel_without_buttons_gets_the_bare_address_as_the_last_line() {
        OutgoingMessage message = format.format(new Draft().article(), SOURCE, WITHOUT_BUTTONS);
        assertThat(message.buttons()).isEmpty();
        assertThat(message.text().text())
                .endsWith("Nguồn: Phú Xuyên · Văn hóa - Xã hội (phuxuyen.hanoi.gov.vn)\n" + ADDRESS);
    }

    @Test
    void a_day_without_a_time_is_told_as_a_day() {
        Draft draft = new Draft();
        draft.published = Published.at(Instant.parse("2023-09-17T17:00:00Z"), Precision.DAY);
        assertThat(text(draft)).contains("\nSự kiện: 13/9/2023 · Đăng: 18/9/2023\n");
    }

    @Test
    void what_the_portal_does_not_tell_is_not_told() {
        Draft draft = new Draft();
        draft.published = Published.unknown();
        draft.event = Optional.empty();
        draft.sentences = List.of();
        draft.lead = "";
        draft.category = "";
        assertThat(format.format(draft.article(), "", WITH_BUTTONS).text().text())
                .isEqualTo(TITLE + "\n\nNguồn: phuxuyen.hanoi.gov.vn");
    }

    @Test
    void an_event_on_the_day_of_publishing_is_not_told_twice() {
        Draft draft = new Draft();
        draft.event = Optional.of(LocalDate.of(2023, 9, 18));
        assertThat(text(draft)).doesNotContain("Sự kiện").contains("\nĐăng: 18/9/2023 16:00\n");
    }

    @Test
    void the_day_of_publishing_is_the_one_in_vietnam() {
        Draft draft = new Draft();
        draft.published = Published.at(Instant.parse("2023-09-12T18:30:00Z"), Precision.MINUTE);
        assertThat(text(draft)).contains("\nĐăng: 13/9/2023 01:30\n").doesNotContain("Sự kiện");
    }

    @Test
    void without_a_summary_the_lead_is_told() {
        Draft draft = new Draft();
        draft.sentences = List.of();
        assertThat(text(draft)).contains("\n\nĐoạn dẫn của bài.\n\n");
    }

    @Test
    void a_long_lead_is_told_as_far_as_a_summary_would_go() {
        Draft draft = new Draft();
        draft.sentences = List.of();
        draft.lead = "mặt trận ".repeat(200).strip();
        String told = text(draft).split("\n\n", -1)[1];
        assertThat(told).hasSizeLessThanOrEqualTo(400).endsWith("…").matches("(mặt trận )*mặt( trận)?…");
    }

    @Test
    void three_attachments_are_named_and_the_others_counted() {
        Draft draft = new Draft();
        draft.attachments = List.of("Kế hoạch 12");
        assertThat(text(draft)).contains("\n\nTệp đính kèm: Kế hoạch 12\nNguồn:");
        draft.attachments = List.of("Kế hoạch 12", "Giấy mời", "Danh sách", "Phụ lục 1", "Phụ lục 2");
        assertThat(text(draft)).contains("\n\nTệp đính kèm: Kế hoạch 12; Giấy mời; Danh sách và 2 tệp khác\nNguồn:");
    }

    @Test
    void attachments_and_the_source_are_links_by_their_names() {
        Draft draft = new Draft();
        draft.attachments = List.of("Kế hoạch 12");
        List<RichText.Span> spans =
                format.format(draft.article(), SOURCE, WITH_BUTTONS).text().spans();
        assertThat(spans)
                .filteredOn(span -> span.link().isPresent())
                .extracting(span -> span.text() + " " + span.link().orElseThrow())
                .containsExactly(
                        "Kế hoạch 12 https://phuxuyen.hanoi.gov.vn/documents/1.doc",
                        SOURCE + " https://phuxuyen.hanoi.gov.vn/");
    }

    @Test
    void an_item_of_a_digest_carries_its_source_and_its_date() {
        DigestFormat digest = new DigestFormat(Phrases.vietnamese(), ZoneId.of("Asia/Ho_Chi_Minh"), 10);
        Article article = new Draft().article();
        assertThat(digest.format(List.of(article), 0, article.firstSeen(), WITH_BUTTONS)
                        .message()
                        .text()
                        .text())
                .contains("\nphuxuyen.hanoi.gov.vn · 18/9/2023 16:00 · Đọc toàn văn");
    }

    @Test
    void a_category_that_the_sources_name_does_not_tell_stands_beside_it() {
        assertThat(format.format(new Draft().article(), "Xã Phú Xuyên", WITH_BUTTONS)
                        .text()
                        .text())
                .endsWith("\nNguồn: Xã Phú Xuyên (phuxuyen.hanoi.gov.vn) · VĂN HÓA - XÃ HỘI");
    }

    @Test
    void a_photo_is_sent_only_when_it_is_asked_for_and_its_caption_is_as_short_as_it_must_be() {
        Draft draft = new Draft();
        draft.sentences = IntStream.range(0, 40)
                .mapToObj(i -> "Câu số " + i + " của bài.")
                .toList();
        Article article = draft.article();
        assertThat(format.format(article, SOURCE, WITH_BUTTONS).photo()).isEmpty();
        OutgoingMessage photo = format.formatWithPhoto(article, SOURCE, channel(4096, 400, true));
        assertThat(photo.photo()).contains(IMAGE);
        assertThat(photo.text().length()).isBetween(350, 400);
        assertThat(format.formatWithPhoto(article, SOURCE, WITHOUT_BUTTONS).photo())
                .isEmpty();
        draft.image = Optional.empty();
        assertThat(format.formatWithPhoto(draft.article(), SOURCE, WITH_BUTTONS))
                .isEqualTo(format.format(draft.article(), SOURCE, WITH_BUTTONS));
    }

    @Test
    void whole_sentences_are_dropped_before_one_is_shortened() {
        int all = text(new Draft()).length();
        String shorter = format.format(new Draft().article(), SOURCE, channel(all - 1, 0, true))
                .text()
                .text();
        assertThat(shorter).contains(ONE).doesNotContain("Dự lớp").doesNotContain("…");
    }

    @Test
    void the_title_is_shortened_last_and_the_address_never() {
        Draft draft = new Draft();
        draft.title = "Thông báo về việc tổ chức hội nghị ".repeat(100).strip();
        String text =
                format.format(draft.article(), SOURCE, WITHOUT_BUTTONS).text().text();
        assertThat(text).hasSizeLessThanOrEqualTo(2000).endsWith("\n\n" + ADDRESS);
        assertThat(text.lines().findFirst().orElseThrow())
                .endsWith("…")
                .matches("(Thông báo về việc tổ chức hội nghị )+.*")
                .hasSizeGreaterThan(1500);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 100, 137, 138, 139, 200, 256, 300, 333, 400, 500, 1024, 2000, 4096})
    void no_text_is_longer_than_its_channel_carries_or_ends_in_half_a_character(int limit) {
        Draft draft = new Draft();
        draft.title = "😀 " + TITLE + " 😀😀😀".repeat(30);
        draft.attachments = List.of("Kế hoạch ".repeat(50), "𝔸".repeat(200));
        draft.sentences = List.of("😀".repeat(300), TWO);
        for (boolean buttons : new boolean[] {true, false}) {
            String text = format.format(draft.article(), SOURCE, channel(limit, 0, buttons))
                    .text()
                    .text();
            assertThat(text).hasSizeLessThanOrEqualTo(limit).isNotBlank();
            assertThat(text.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                    .isEmpty();
            assertThat(text)
                    .satisfiesAnyOf(
                            one -> assertThat(one).doesNotContain("https://"),
                            one -> assertThat(one).endsWith(ADDRESS.toString()));
        }
    }

    @Test
    void hostile_words_stay_words() {
        Draft draft = new Draft();
        draft.title = "<b>{0}</b> & 'tên' \n\n%s";
        draft.attachments = List.of("{1} <script>");
        draft.category = "'{0}'";
        assertThat(text(draft))
                .startsWith("<b>{0}</b> & 'tên' %s\n")
                .contains("Tệp đính kèm: {1} <script>\n")
                .endsWith(" · '{0}'");
    }

    @Test
    void an_article_without_a_title_says_so() {
        Draft draft = new Draft();
        draft.title = " ";
        assertThat(text(draft)).startsWith("(Bài viết không có tiêu đề)\n");
    }

    private String text(Draft draft) {
        return format.format(draft.article(), SOURCE, WITH_BUTTONS).text().text();
    }

    private static Capabilities channel(int textLimit, int captionLimit, boolean buttons) {
        return new Capabilities(textLimit, captionLimit, buttons, buttons, buttons, true, Rates.UNLIMITED);
    }

    private static final class Draft {
        private String title = TITLE;
        private Published published = Published.at(Instant.parse("2023-09-18T09:00:00Z"), Precision.MINUTE);
        private String lead = "Đoạn dẫn của bài.";
        private String category = "VĂN HÓA - XÃ HỘI";
        private List<String> sentences = List.of(ONE, TWO);
        private Optional<LocalDate> event = Optional.of(LocalDate.of(2023, 9, 13));
        private Optional<URI> image = Optional.of(IMAGE);
        private List<String> attachments = List.of();

        Article article() {
            List<Attachment> files = attachments.stream()
                    .map(name -> new Attachment(name, URI.create("https://phuxuyen.hanoi.gov.vn/documents/1.doc")))
                    .toList();
            ArticleContent content =
                    new ArticleContent(title, published, lead, List.of(), category, "Hoàng Hương", image, files);
            return new Article(1, "k", "s", ADDRESS, content, new Summary(sentences, event), Instant.EPOCH, 1, false);
        }
    }
}
