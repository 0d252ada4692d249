package vn.loa.command.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Cadence;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Published;
import vn.loa.model.RichText;
import vn.loa.model.Source;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.SourceStore;
import vn.loa.text.Folding;

/** The whole article in the chat, split where it is longer than a message. */
class ReadCommandTest {
    private static final URI ADDRESS = URI.create("https://x.gov.vn/1");

    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        new SourceStore(desk.database)
                .syncConfigured(List.of(new Source(
                        "px",
                        "Phú Xuyên",
                        URI.create("https://x.gov.vn/tin"),
                        "",
                        new Cadence.Every(Duration.ofMinutes(10)),
                        Map.of(),
                        Set.of())));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Article article(String lead, String... paragraphs) {
        ArticleContent content = new ArticleContent(
                "Tập huấn công tác Mặt trận",
                Published.unknown(),
                lead,
                List.of(paragraphs),
                "",
                "",
                Optional.empty(),
                List.of());
        return new ArticleStore(desk.database)
                .add(
                        new NewArticle(
                                "1",
                                "px",
                                content.title(),
                                ADDRESS,
                                content,
                                new Summary(List.of("Câu một."), Optional.empty()),
                                Folding.fold(content.title()),
                                ""),
                        desk.now);
    }

    private static String paragraph(int number) {
        return IntStream.range(0, 12)
                .mapToObj(each -> "Đoạn " + number + " câu " + each + " nói về việc của thôn.")
                .collect(Collectors.joining(" "));
    }

    private static String[] paragraphs(int count) {
        return IntStream.range(0, count).mapToObj(ReadCommandTest::paragraph).toArray(String[]::new);
    }

    private List<OutgoingMessage> read(String user) {
        return desk.alone(user).says("/doc tập huấn").messages();
    }

    @Test
    void a_long_article_comes_whole_and_in_order_in_messages_that_every_channel_carries() {
        article("", paragraphs(10));
        List<OutgoingMessage> messages = read("7");
        assertThat(messages).hasSizeGreaterThan(2).allMatch(each -> each.text().length() <= 2_000);
        String whole = messages.stream().map(each -> each.text().text()).collect(Collectors.joining("\n\n"));
        assertThat(whole.replaceAll("\\s+", " "))
                .isEqualTo(
                        "Tập huấn công tác Mặt trận " + String.join(" ", paragraphs(10)) + " Xem trên cổng thông tin");
        assertThat(messages.subList(0, messages.size() - 1))
                .as("pieces end with a sentence")
                .allMatch(each -> each.text().text().endsWith("."));
    }

    @Test
    void the_title_stands_over_the_first_the_address_and_the_button_under_the_last() {
        article("", paragraphs(6));
        List<OutgoingMessage> messages = read("7");
        OutgoingMessage last = messages.get(messages.size() - 1);
        assertThat(messages.get(0).text().spans().get(0).style()).isEqualTo(RichText.Style.BOLD);
        assertThat(links(last)).containsExactly(ADDRESS);
        assertThat(CommandHarness.buttons(last)).hasSize(1);
        messages.subList(0, messages.size() - 1).forEach(each -> {
            assertThat(links(each)).isEmpty();
            assertThat(each.buttons()).isEmpty();
        });
    }

    private static List<URI> links(OutgoingMessage message) {
        return message.text().spans().stream()
                .flatMap(span -> span.link().stream())
                .toList();
    }

    @Test
    void of_an_endless_article_twelve_messages_come_and_the_rest_stands_on_the_portal() {
        article("", paragraphs(80));
        List<OutgoingMessage> messages = read("7");
        assertThat(messages).hasSize(12);
        assertThat(messages.get(11).text().text()).endsWith("Bài còn dài, xin xem tiếp trên cổng thông tin");
    }

    @Test
    void a_text_without_any_seam_is_split_between_characters() {
        article("", "😀".repeat(2_500));
        List<OutgoingMessage> messages = read("7");
        assertThat(messages)
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.text().text())
                        .satisfies(text -> assertThat(text.codePoints().noneMatch(ReadCommandTest::isSurrogate))
                                .isTrue()));
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    @Test
    void a_lead_that_is_also_the_first_paragraph_is_told_once() {
        article("Đoạn dẫn.", "Đoạn dẫn.", "Đoạn hai.");
        assertThat(text(desk.alone("7").says("/doc tập huấn"))).containsOnlyOnce("Đoạn dẫn.");
    }

    @Test
    void an_article_of_pictures_says_so_and_leads_to_the_portal() {
        article("");
        OutgoingMessage only = read("7").get(0);
        assertThat(only.text().text()).contains("Tôi không đọc được chữ nào");
        assertThat(links(only)).containsExactly(ADDRESS);
    }

    @Test
    void asked_in_a_group_the_pieces_go_to_the_askers_own_chat_the_first_first() {
        article("", paragraphs(10));
        desk.alone("7").says("/start");
        assertThat(text(desk.member("7", "-100").tells("/doc tập huấn"))).contains("cuộc trò chuyện riêng");
        assertThat(desk.waitingNotices())
                .first()
                .satisfies(first ->
                        assertThat(first.text()).isEqualTo(read("7").get(0).text()));
    }
}
