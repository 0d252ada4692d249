package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.follow.LatestCommand;
import vn.loa.command.follow.WhyCommand;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.menu.MenuEntry;
import vn.loa.model.Access;
import vn.loa.model.ArticleContent;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Cadence;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.text.Folding;

class CommandsTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        new SourceStore(desk.database)
                .syncConfigured(
                        List.of(source("px-vhxh", "Phú Xuyên · Văn hóa"), source("px-kt", "Phú Xuyên · Kinh tế")));
        article("1", "Tập huấn công tác Mặt trận", "Văn hóa - Xã hội");
        article("2", "Tap huan khong dau", "Văn hóa - Xã hội");
        article("3", "Đại hội xã", "Đảng - Đoàn thể");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_source_is_followed_by_its_id_its_name_or_a_part_of_it_with_or_without_marks() {
        for (String words : List.of("px-vhxh", "Phú Xuyên · Văn hóa", "phu xuyen · van hoa", "PHÚ XUYÊN · VĂN")) {
            CommandHarness.Voice voice = desk.alone(String.valueOf(100 + words.length()));
            assertThat(text(voice.says("/theodoi " + words))).contains("Phú Xuyên · Văn hóa");
            assertThat(followed(voice)).as(words).containsExactly("px-vhxh");
        }
    }

    @Test
    void a_category_of_the_archive_is_followed_by_its_name() {
        CommandHarness.Voice voice = desk.alone("7");
        assertThat(text(voice.says("/theodoi đảng - đoàn thể")))
                .isEqualTo("Đã theo dõi: Đảng - Đoàn thể.\nTrong 3 tin gần nhất đồng chí sẽ nhận được 1 tin.");
        assertThat(followed(voice)).containsExactly("dang - doan the");
    }

    @Test
    void words_that_fit_several_sources_are_answered_with_a_choice() {
        Reply reply = desk.alone("7").says("/theodoi phú xuyên");
        assertThat(CommandHarness.buttons(reply.messages().get(0)))
                .extracting(Button.Action::label)
                .containsExactly("Mọi nguồn tin của Phú Xuyên", "Phú Xuyên · Kinh tế", "Phú Xuyên · Văn hóa", "Đóng");
        assertThat(followed(desk.alone("7"))).isEmpty();
    }

    @Test
    void an_unknown_source_is_said_back_as_it_was_typed() {
        assertThat(text(desk.alone("7").says("/theodoi <b>xyz</b> {0}"))).contains("\"<b>xyz</b> {0}\"");
    }

    @Test
    void a_forged_or_stale_button_does_nothing_and_says_so() {
        CommandHarness.Voice voice = desk.alone("7");
        for (String data : List.of("theodoi:S:none", "nothing", "theodoi", "duyet:x", "tinmoi:1", ":::")) {
            Reply reply = voice.presses(data);
            assertThat(text(reply)).as(data).containsAnyOf("không còn hiệu lực", "chỉ người vận hành");
            assertThat(reply.toast()).as(data).isPresent();
        }
        assertThat(followed(voice)).isEmpty();
    }

    @Test
    void what_is_followed_is_listed_and_can_be_dropped_one_by_one_or_all_at_once() {
        CommandHarness.Voice voice = desk.alone("7");
        voice.says("/theodoi px-vhxh");
        voice.says("/theodoi tất cả");
        assertThat(text(voice.says("/danhsach")))
                .isEqualTo("Đang theo dõi:\n• Tất cả các nguồn tin (mọi nguồn)\n• Phú Xuyên · Văn hóa (nguồn tin)");
        assertThat(text(voice.says("/botheodoi văn hóa"))).isEqualTo("Đã thôi theo dõi: Phú Xuyên · Văn hóa.");
        assertThat(text(voice.says("/botheodoi tat ca"))).isEqualTo("Đã thôi theo dõi: Tất cả các nguồn tin.");
        assertThat(text(voice.says("/danhsach"))).contains("chưa theo dõi nguồn tin nào");
    }

    @Test
    void a_digest_that_is_not_written_down_yet_is_not_said_to_be_at_its_end() {
        CommandHarness.Voice voice = desk.alone("7");
        voice.says("/theodoi tất cả");
        for (ButtonData data : List.of(LatestCommand.others(2), WhyCommand.buttonTogether())) {
            assertThat(text(voice.presses(data.text()))).contains("chọn lại sau ít giây", "/tinmoi");
        }
    }

    @Test
    void dropping_by_button_leaves_the_others() {
        CommandHarness.Voice voice = desk.alone("7");
        voice.says("/theodoi px-vhxh");
        voice.says("/theodoi px-kt");
        List<Button.Action> buttons =
                CommandHarness.buttons(voice.says("/botheodoi").messages().get(0));
        voice.presses(buttons.stream()
                .filter(button -> button.label().contains("Văn hóa"))
                .findFirst()
                .orElseThrow()
                .data());
        assertThat(followed(voice)).containsExactly("px-kt");
    }

    @Test
    void the_newest_articles_come_with_date_and_source_and_only_of_what_is_followed() {
        CommandHarness.Voice voice = desk.alone("7");
        assertThat(text(voice.says("/tinmoi 1")))
                .isEqualTo("Tin mới nhất:\n1. Đại hội xã\n   18/9/2023 16:00 · Phú Xuyên · Văn hóa");
        voice.says("/theodoi văn hóa - xã hội");
        assertThat(text(voice.says("/tinmoi")))
                .contains("1. Tap huan khong dau", "2. Tập huấn công tác Mặt trận")
                .doesNotContain("Đại hội xã");
    }

    @Test
    void a_number_of_articles_that_is_none_is_explained() {
        for (String words : List.of("/tinmoi mười", "/tinmoi 0", "/tinmoi -3", "/tinmoi 99999999999999")) {
            assertThat(text(desk.alone("7").says(words))).as(words).contains("ví dụ: /tinmoi 5");
        }
    }

    @Test
    void a_search_ignores_marks_unless_they_were_typed() {
        CommandHarness.Voice voice = desk.alone("7");
        assertThat(text(voice.says("/tim tap huan"))).contains("Tập huấn công tác", "Tap huan khong dau");
        assertThat(text(voice.says("/tim tập huấn")))
                .contains("Tập huấn công tác")
                .doesNotContain("Tap huan");
        assertThat(text(voice.says("/tim dai hoi"))).contains("Đại hội xã");
        assertThat(text(voice.says("/tim bóng đá"))).startsWith("Không tìm thấy tin nào có \"bóng đá\".");
        assertThat(text(voice.says("/tim"))).contains("/tim tập huấn");
    }

    @Test
    void commands_have_english_aliases_and_plain_words_in_any_form() {
        CommandHarness.Voice voice = desk.alone("7");
        String nfd = Normalizer.normalize("Tìm tập huấn", Normalizer.Form.NFD);
        for (String words : List.of("/search tập huấn", "tìm tập huấn", "TIM tập huấn", nfd)) {
            assertThat(text(voice.says(words))).as(words).contains("Tập huấn công tác");
        }
        assertThat(text(voice.says("tin mới 1"))).contains("Đại hội xã");
        assertThat(text(voice.says("theo dõi px-kt"))).contains("Kinh tế");
        assertThat(text(voice.says("bỏ theo dõi px-kt"))).contains("Đã thôi theo dõi");
    }

    @Test
    void a_near_miss_is_offered_back_and_nonsense_points_to_the_help() {
        CommandHarness.Voice voice = desk.alone("7");
        assertThat(text(voice.says("/theodoii"))).contains("Đồng chí muốn dùng /theodoi?");
        assertThat(text(voice.says("chào buổi sáng cả nhà"))).contains("/trogiup");
    }

    @Test
    void in_a_group_only_known_commands_and_words_to_the_bot_are_answered() {
        CommandHarness.Voice voice = desk.member("7", "-100");
        assertThat(voice.says("/lenhcuabotkhac").messages()).isEmpty();
        assertThat(voice.says("tin mới đâu rồi").messages()).isEmpty();
        assertThat(voice.says("/tinmoi").messages()).isNotEmpty();
        assertThat(voice.tells("tin mới").messages()).isNotEmpty();
    }

    @Test
    void a_long_text_is_refused_politely() {
        assertThat(text(desk.alone("7").says("/tim " + "x".repeat(1000)))).contains("viết gọn");
    }

    @Test
    void the_status_tells_sources_ledger_chats_and_loops() {
        assertThat(text(desk.alone("1").says("/trangthai")))
                .contains("🟢 Phú Xuyên · Văn hóa: 3 bài", "0 đã tới", "1 đang hoạt động", "telegram/main");
    }

    @Test
    void every_command_in_the_menu_has_a_description_that_the_platform_takes() {
        assertThat(desk.router.menus().alone(Role.OPERATOR, false))
                .hasSizeBetween(20, 100)
                .hasSameSizeAs(desk.router.menus().alone(Role.OPERATOR, true))
                .allSatisfy(entry -> {
                    assertThat(entry.name()).matches("[a-z0-9_]{1,32}");
                    assertThat(entry.description()).hasSizeBetween(1, 256);
                });
    }

    @Test
    void every_command_in_the_menu_is_described_in_english_and_no_other() throws IOException {
        List<MenuEntry> english = desk.router.menus().alone(Role.OPERATOR, true);
        assertThat(english)
                .doesNotContainAnyElementsOf(desk.router.menus().alone(Role.OPERATOR, false))
                .allSatisfy(entry -> {
                    assertThat(entry.description()).hasSizeBetween(1, 256).matches("\\p{ASCII}+");
                });
        assertThat(english)
                .extracting(entry -> "command." + entry.name() + ".menu")
                .containsExactlyInAnyOrderElementsOf(englishMenu().stringPropertyNames());
    }

    private static Properties englishMenu() throws IOException {
        Properties menu = new Properties();
        try (InputStream in = CommandsTest.class.getResourceAsStream("/phrases/menu_en.properties")) {
            menu.load(in);
        }
        return menu;
    }

    @Test
    void who_comes_back_to_a_private_chat_on_telegram_is_greeted_once() {
        ChatAddress place = ChatAddress.of(CommandHarness.BOT, "7");
        assertThat(text(desk.alone("7").says("/start"))).startsWith("Kính chào đồng chí!");
        for (ChatEvent.Change change : List.of(ChatEvent.Change.LEFT, ChatEvent.Change.RETURNED)) {
            Reply reply = desk.admission.on(new ChatEvent(place, ChatKind.PRIVATE, "", change, "", Optional.empty()));
            assertThat(reply).isEqualTo(Reply.none());
        }
        assertThat(desk.alone("7").chat().active()).isTrue();
        Reply channel = desk.admission.on(new ChatEvent(
                ChatAddress.of(CommandHarness.BOT, "-500"),
                ChatKind.CHANNEL,
                "Tin xã",
                ChatEvent.Change.JOINED,
                "",
                Optional.empty()));
        assertThat(channel).isEqualTo(Reply.none());
    }

    @Test
    void a_right_is_granted_even_when_telling_of_it_fails() {
        List<String> told = new ArrayList<>();
        desk.roles.onChange(() -> {
            throw new IllegalStateException("hỏng");
        });
        desk.roles.onChange(() -> told.add("told"));
        assertThat(text(desk.alone("1").says("/quantri them 7 vận hành"))).contains("từ nay là người vận hành");
        assertThat(told).hasSize(1);
    }

    private List<String> followed(CommandHarness.Voice voice) {
        return desk
                .chats
                .find(ChatAddress.of(CommandHarness.BOT, voice.chat().address().chatId()))
                .map(chat -> new SubscriptionStore(desk.database).of(chat.id()))
                .orElse(List.of())
                .stream()
                .map(Subscription::value)
                .toList();
    }

    private static Source source(String id, String name) {
        return new Source(
                id,
                name,
                URI.create("http://phuxuyen.hanoi.gov.vn/" + id),
                "hanoi62",
                new Cadence.Every(Duration.ofMinutes(10)),
                Map.of(),
                Set.of());
    }

    private void article(String key, String title, String category) {
        ArticleContent content = new ArticleContent(
                title,
                Published.at(java.time.Instant.parse("2023-09-18T09:00:00Z"), Precision.MINUTE),
                "",
                List.of(),
                category,
                "",
                Optional.empty(),
                List.of());
        new ArticleStore(desk.database)
                .add(
                        new NewArticle(
                                key,
                                "px-vhxh",
                                title,
                                URI.create("http://x/" + key),
                                content,
                                new Summary(List.of(), Optional.empty()),
                                Folding.fold(title),
                                Folding.fold(category)),
                        CommandHarness.NOW);
    }
}
