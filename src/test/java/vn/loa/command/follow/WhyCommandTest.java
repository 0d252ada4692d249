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
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Cadence;
import vn.loa.model.Delivery;
import vn.loa.model.Headline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.Source;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.SourceStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.message.NoticeStore;
import vn.loa.text.Folding;

class WhyCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice admin;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        admin = desk.admin("8", "-100");
        new SourceStore(desk.database)
                .syncConfigured(List.of(new Source(
                        "px",
                        "Phú Xuyên · Văn hóa",
                        URI.create("https://x.gov.vn/tin"),
                        "",
                        new Cadence.Every(Duration.ofMinutes(10)),
                        Map.of(),
                        Set.of())));
        admin.says("/theodoi +tập huấn");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_article_that_was_sent_is_explained_from_its_list_to_the_platform() {
        Article article = article("Tập huấn công tác Mặt trận");
        enter(article);
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        desk.now = desk.now.plusSeconds(60);
        Delivery claimed = deliveries
                .claim(CommandHarness.BOT, 1, desk.now, Duration.ofMinutes(1))
                .get(0);
        deliveries.sent(claimed, "77", 1, desk.now);
        String told = text(admin.says("/visao"));
        assertThat(told)
                .contains("Tập huấn công tác Mặt trận")
                .contains("Loa tìm thấy lúc", "Phú Xuyên · Văn hóa")
                .contains("Đọc xong bài lúc")
                .contains("Nơi này đang theo dõi: tập huấn (từ khóa)")
                .contains("Gửi tới nơi lúc");
        assertThat(text(admin.answers("77", "/visao"))).isEqualTo(told);
        assertThat(text(admin.says("/visao https://x.gov.vn/1"))).isEqualTo(told);
        assertThat(text(admin.says("/visao tap huan cong tac"))).isEqualTo(told);
        assertThat(text(desk.member("7", "-100").says("/visao")))
                .contains("Nơi này đang theo dõi: tập huấn (từ khóa)")
                .doesNotContain("Gửi tới nơi lúc");
    }

    @Test
    void an_article_that_fits_nothing_or_is_not_wanted_is_said_to() {
        article("Khai mạc giải bóng đá");
        assertThat(text(admin.says("/visao bóng đá"))).contains("Tin không hợp với nội dung nào");
        admin.says("/theodoi -bóng đá");
        assertThat(text(admin.says("/visao bóng đá"))).contains("không muốn nhận: bóng đá");
    }

    @Test
    void the_button_under_an_announcement_answers_the_asker_alone() {
        Article article = article("Tập huấn công tác Mặt trận");
        enter(article);
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        Delivery claimed = deliveries
                .claim(CommandHarness.BOT, 1, desk.now, Duration.ofMinutes(1))
                .get(0);
        deliveries.sent(claimed, "m1", 1, desk.now);
        for (String data : List.of("visao:" + article.id(), "visao:m")) {
            Reply pressed = desk.member("7", "-100").presses(data);
            assertThat(pressed.messages()).isEmpty();
            assertThat(pressed.toast())
                    .hasValueSatisfying(toast -> assertThat(toast)
                            .contains("Nơi này đang theo dõi: tập huấn", "/visao")
                            .hasSizeLessThanOrEqualTo(200));
        }
        assertThat(text(desk.alone("7").presses("visao:" + article.id())))
                .contains("Tập huấn công tác Mặt trận", "Loa tìm thấy lúc");
        assertThat(text(admin.presses("visao:999"))).contains("không còn hiệu lực");
        assertThat(text(admin.presses("visao:zz"))).contains("không còn hiệu lực");
    }

    @Test
    void an_article_that_waits_tells_until_when_and_why() {
        admin.says("/lich tamdung 3 ngày");
        enter(article("Tập huấn công tác Mặt trận"));
        assertThat(text(admin.says("/visao tập huấn"))).contains("tạm dừng nhận tin đến", "/lich chay");
    }

    @Test
    void an_article_that_could_not_be_delivered_tells_the_answer_and_operators_its_words() {
        enter(article("Tập huấn công tác Mặt trận"));
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        Delivery claimed = deliveries
                .claim(CommandHarness.BOT, 1, desk.now, Duration.ofMinutes(1))
                .get(0);
        deliveries.dead(claimed, "not enough rights to send text messages to the chat", desk.now);
        assertThat(text(admin.says("/visao tập huấn"))).contains("Không gửi được", "Loa không còn quyền gửi tin");
        assertThat(text(desk.member("1", "-100").says("/visao tập huấn"))).contains("not enough rights");
    }

    @Test
    void an_article_that_came_before_the_chat_followed_it_says_so() {
        article("Tiếp xúc cử tri");
        desk.now = desk.now.plusSeconds(3_600);
        admin.says("/theodoi +cử tri");
        assertThat(text(admin.says("/visao cử tri"))).contains("bắt đầu theo dõi lúc");
    }

    @Test
    void an_item_that_is_not_read_yet_is_known_all_the_same() {
        Headline headline = new Headline(
                "k9",
                URI.create("https://x.gov.vn/9"),
                "Thông báo tuyển quân",
                Published.unknown(),
                "",
                "",
                Optional.empty());
        new HeadlineStore(desk.database).add("px", List.of(headline), false, desk.now);
        assertThat(text(admin.says("/visao tuyển quân"))).contains("Chưa đọc được bài", "Phú Xuyên · Văn hóa");
        assertThat(text(admin.says("/visao https://x.gov.vn/9"))).contains("Thông báo tuyển quân");
    }

    @Test
    void several_articles_are_offered_and_an_unknown_one_is_no_dead_end() {
        article("Tập huấn thôn Thượng");
        article("Tập huấn thôn Hạ");
        Reply reply = admin.says("/visao tập huấn");
        assertThat(text(reply)).contains("Đồng chí muốn hỏi về tin nào?");
        String data = CommandHarness.buttons(reply.messages().get(0)).get(0).data();
        assertThat(text(admin.presses(data))).contains("Tập huấn thôn Hạ", "Đọc xong bài lúc");
        Reply unknown = admin.says("/visao ruộng bậc thang");
        assertThat(text(unknown)).contains("chưa từng thấy tin nào");
        assertThat(CommandHarness.buttons(unknown.messages().get(0))).isNotEmpty();
        assertThat(text(desk.alone("7").says("vì sao tôi nhận được tin này"))).contains("/visao");
    }

    @Test
    void the_whole_article_is_sent_to_whoever_asks_and_in_a_group_to_the_asker_alone() {
        Article article = article("Tập huấn công tác Mặt trận");
        CommandHarness.Voice asker = desk.member("7", "-100");
        String data = ReadCommand.button(article.id()).text();
        assertThat(text(asker.presses(data))).contains("xin đồng chí mở @loa_thu_bot, chọn Bắt đầu");
        desk.alone("7").says("/start");
        Reply pressed = asker.presses(data);
        assertThat(pressed.messages()).isEmpty();
        assertThat(text(pressed)).contains("Đã gửi toàn văn vào cuộc trò chuyện riêng");
        Delivery waiting = new DeliveryStore(desk.database)
                .claim(CommandHarness.BOT, 1, desk.now, Duration.ofMinutes(1))
                .get(0);
        assertThat(waiting.chat().id()).isEqualTo(desk.alone("7").chat().id());
        assertThat(new NoticeStore(desk.database)
                        .message(waiting.noticeId().orElseThrow())
                        .text()
                        .text())
                .startsWith("Tập huấn công tác Mặt trận\n\n" + BODY.substring(0, 100));
        List<OutgoingMessage> whole = desk.alone("7").says("/doc tập huấn").messages();
        assertThat(whole)
                .hasSizeGreaterThan(1)
                .allMatch(message -> message.text().length() <= 2_000);
        assertThat(text(desk.alone("7").says("/doc tập huấn")))
                .contains("Câu 199.")
                .doesNotContain("0912");
        String why = CommandHarness.buttons(whole.get(whole.size() - 1)).get(0).data();
        assertThat(text(desk.alone("7").presses(why))).contains("Tin không hợp với nội dung nào");
        assertThat(text(asker.presses("doc:zz"))).contains("không còn hiệu lực");
        assertThat(text(desk.alone("7").says("/doc ruộng bậc thang"))).contains("/tim");
    }

    private static final String BODY = IntStream.range(0, 200)
            .mapToObj(number -> "Đây là một câu dài vừa phải của bài. Câu " + number + ".")
            .collect(Collectors.joining(" "));

    private void enter(Article article) {
        new DeliveryStore(desk.database).enqueueArticle(article.id(), Priority.ORDINARY, desk.now);
    }

    private int articles;

    private Article article(String title) {
        String key = Integer.toString(++articles);
        desk.now = desk.now.plusSeconds(1);
        ArticleContent content =
                new ArticleContent(title, Published.unknown(), "", List.of(BODY), "", "", Optional.empty(), List.of());
        ArticleStore store = new ArticleStore(desk.database);
        store.add(
                new NewArticle(
                        key,
                        "px",
                        title,
                        URI.create("https://x.gov.vn/" + key),
                        content,
                        new Summary(List.of(), Optional.empty()),
                        Folding.fold(title),
                        ""),
                desk.now);
        return store.latest(1).get(0);
    }
}
