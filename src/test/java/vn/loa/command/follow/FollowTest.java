package vn.loa.command.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.ArticleContent;
import vn.loa.model.Button;
import vn.loa.model.Cadence;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Published;
import vn.loa.model.Source;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.text.Folding;

class FollowTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice an;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        an = desk.alone("7");
        sources(
                source("px-vhxh", "Phú Xuyên · Văn hóa"),
                source("px-kt", "Phú Xuyên · Kinh tế"),
                source("cm", "Chuyên Mỹ"));
        article("1", "px-vhxh", "Tập huấn công tác Mặt trận", "Văn hóa - Xã hội");
        article("2", "px-vhxh", "Khai mạc giải bóng đá thanh niên", "Văn hóa - Xã hội");
        article("3", "px-kt", "Tập huấn trọng tài bóng đá", "Kinh tế");
        article("4", "cm", "Diễn tập phòng cháy tại xã Phú Xuyên", "An ninh");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_line_of_keywords_is_followed_and_answered_with_a_preview() {
        Reply reply = an.says("/theodoi +tập huấn -bóng đá \"phòng cháy\"");
        assertThat(text(reply)).isEqualTo("""
            Sẽ gửi tin có: tập huấn, phòng cháy.
            Sẽ không gửi tin có: bóng đá.
            Trong 4 tin gần nhất đồng chí sẽ nhận được 2 tin.\
            """);
        assertThat(followed()).containsExactly("EXCLUDE bong da", "KEYWORD phong chay", "KEYWORD tap huan");
        assertThat(text(an.says("/tinmoi")))
                .contains("Diễn tập phòng cháy", "Tập huấn công tác")
                .doesNotContain("trọng tài", "Khai mạc giải");
    }

    @Test
    void what_is_followed_may_stand_behind_its_kind_and_any_blank() {
        for (String blank : List.of(" ", "\u00a0", "\u2003", "\u3000", " \u00a0 ", "\u200b")) {
            assertThat(text(an.says("/theodoi nguồn" + blank + "Chuyên Mỹ"))).isNotBlank();
        }
        assertThat(text(an.says("/theodoi nguồn\u00a0Chuyên Mỹ"))).contains("Chuyên Mỹ");
        assertThat(followed()).contains("SOURCE cm");
    }

    @Test
    void keywords_are_said_as_people_speak_with_or_without_marks_and_in_any_form() {
        for (String words : List.of(
                "theo dõi +tập huấn",
                "theo doi \"tap huan\"",
                "THEO DÕI “Tập Huấn”",
                Normalizer.normalize("theo dõi +tập huấn", Normalizer.Form.NFD))) {
            assertThat(text(an.says(words))).as(words).contains("Trong 4 tin gần nhất đồng chí sẽ nhận được 2 tin");
        }
        assertThat(followed()).containsExactly("KEYWORD tap huan");
    }

    @Test
    void a_keyword_that_is_there_already_is_said_to_be_and_kept_once() {
        an.says("/theodoi +tập huấn");
        assertThat(text(an.says("/theodoi +TAP HUAN"))).startsWith("Đã có từ trước: TAP HUAN.");
        assertThat(followed()).hasSize(1);
    }

    @Test
    void what_is_unwanted_keeps_articles_away_whatever_brought_them() {
        an.says("/theodoi tất cả");
        assertThat(text(an.says("/theodoi -bóng đá")))
                .isEqualTo(
                        "Sẽ không gửi tin có: bóng đá.\nTrong 4 tin gần nhất có 2 tin như vậy; với mọi nội dung đang theo dõi,"
                                + " đồng chí sẽ nhận được 2 tin.");
        assertThat(text(an.says("/tinmoi"))).contains("công tác Mặt trận").doesNotContain("bóng đá");
        assertThat(text(an.says("/danhsach")))
                .isEqualTo("Đang theo dõi:\n• Tất cả các nguồn tin (mọi nguồn)\nKhông gửi tin có: bóng đá");
    }

    @Test
    void whoever_gets_everything_is_told_that_a_keyword_changes_nothing_and_can_choose() {
        an.says("/theodoi tất cả");
        Reply reply = an.says("/theodoi +tập huấn");
        assertThat(text(reply)).isEqualTo("""
            Sẽ gửi tin có: tập huấn.
            Đồng chí đang theo dõi tất cả các nguồn tin nên vẫn nhận mọi tin.
            Trong 4 tin gần nhất có 2 tin như vậy; với mọi nội dung đang theo dõi, đồng chí sẽ nhận được 4 tin.\
            """);
        List<Button.Action> buttons = CommandHarness.buttons(reply.messages().get(0));
        assertThat(buttons.stream().map(Button.Action::label).toList())
                .startsWith("Chỉ nhận tin có \"tập huấn\"", "Giữ cả hai");
        assertThat(text(an.presses(buttons.get(1).data())))
                .contains("Giữ nguyên, đang theo dõi: Tất cả các nguồn tin, tập huấn.");
        assertThat(followed()).containsExactly("ALL ", "KEYWORD tap huan");
        assertThat(text(an.presses(buttons.get(0).data())))
                .contains("Từ nay chỉ nhận tin có \"tập huấn\". Đã thôi theo dõi: Tất cả các nguồn tin")
                .contains("Trong 4 tin gần nhất đồng chí sẽ nhận được 2 tin.");
        assertThat(followed()).containsExactly("KEYWORD tap huan");
        assertThat(text(an.presses(buttons.get(0).data()))).contains("Cài đặt đã thay đổi");
    }

    @Test
    void the_preview_counts_what_the_chat_gets_from_all_it_follows() {
        an.says("/theodoi Chuyên Mỹ");
        assertThat(text(an.says("/theodoi +tập huấn"))).isEqualTo("""
            Sẽ gửi tin có: tập huấn.
            Đồng chí vẫn nhận mọi tin của: Chuyên Mỹ.
            Trong 4 tin gần nhất có 2 tin như vậy; với mọi nội dung đang theo dõi, đồng chí sẽ nhận được 3 tin.\
            """);
    }

    @Test
    void what_was_found_is_shown_page_by_page_and_can_be_followed() {
        for (int number = 10; number < 22; number++) {
            article("t" + number, "cm", "Tập huấn lớp " + number, "");
        }
        Reply reply = an.says("/tim tập huấn");
        List<Button.Action> buttons = CommandHarness.buttons(reply.messages().get(0));
        assertThat(text(reply)).contains("10. ").doesNotContain("11. ");
        assertThat(buttons)
                .extracting(Button.Action::label)
                .containsExactly("⬇️ Xem tiếp (còn 4 tin)", "➕ Theo dõi \"tập huấn\"");
        Reply rest = an.presses(buttons.get(0).data());
        assertThat(text(rest)).contains("11. ", "14. ").doesNotContain("10. ");
        an.presses(buttons.get(1).data());
        assertThat(followed()).containsExactly("KEYWORD tap huan");
        Reply latest = an.says("/tinmoi 8");
        List<Button.Action> more = CommandHarness.buttons(latest.messages().get(0));
        assertThat(more).extracting(Button.Action::label).containsExactly("⬇️ Xem tiếp (còn 6 tin)");
        assertThat(text(an.presses(more.get(0).data()))).contains("9. ", "14. ");
        assertThat(text(an.presses("tim:p99:10:tập huấn"))).contains("không còn hiệu lực");
        assertThat(text(an.presses("tim:p:99:10:tập huấn"))).contains("Đã hết tin");
    }

    @Test
    void somebody_who_only_leaves_out_is_told_that_nothing_will_come() {
        assertThat(text(an.says("/theodoi -bóng đá"))).endsWith("xin gõ /theodoi để chọn.");
        assertThat(text(an.says("/tinmoi"))).contains("công tác Mặt trận").doesNotContain("bóng đá");
    }

    @Test
    void the_last_word_counts() {
        an.says("/theodoi -tập huấn");
        an.says("/theodoi +tập huấn");
        assertThat(followed()).containsExactly("KEYWORD tap huan");
        assertThat(text(an.says("/theodoi +bóng đá -bong da")))
                .isEqualTo("\"bóng đá\" vừa được chọn vừa bị loại. Xin đồng chí viết lại.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/theodoi +a", "/theodoi +!!!", "/theodoi -\"?\""})
    void a_keyword_of_less_than_two_letters_is_refused(String words) {
        assertThat(text(an.says(words))).contains("ngắn quá");
        assertThat(an.chat()).isNotNull();
        assertThat(followed()).isEmpty();
    }

    @Test
    void keywords_have_limits_that_are_said() {
        assertThat(text(an.says("/theodoi +" + "x".repeat(101)))).contains("dài quá 100 ký tự");
        assertThat(text(an.says("/theodoi +aa,bb,cc,dd,ee,ff,gg,hh,ii,jj,kk"))).contains("nhiều nhất 10 từ khóa");
        for (String letter : List.of("b", "c", "d", "đđ")) {
            an.says("/theodoi +" + String.join(",", numbered(letter)));
        }
        assertThat(followed()).hasSize(40);
        assertThat(text(an.says("/theodoi +thêm nữa"))).contains("nhiều nhất 40");
        assertThat(text(an.says("/theodoi xã Phú Xuyên"))).contains("nhiều nhất 40");
        assertThat(text(an.says("/theodoi +B10"))).startsWith("Đã có từ trước");
        assertThat(text(an.says("/theodoi +"))).contains("/theodoi +tập huấn");
        assertThat(followed()).hasSize(40);
    }

    private static List<String> numbered(String letter) {
        List<String> words = new ArrayList<>();
        for (int i = 10; i < 20; i++) {
            words.add(letter + i);
        }
        return words;
    }

    @Test
    void patterns_are_for_operators_and_bad_ones_are_refused() {
        assertThat(text(an.says("/theodoi /bóng (đá|chuyền)/"))).contains("người vận hành");
        CommandHarness.Voice operator = desk.alone("1");
        assertThat(text(operator.says("/theodoi /bóng (đá|chuyền)/"))).contains("sẽ nhận được 2 tin");
        assertThat(text(operator.says("/theodoi /(((a{100}){100}){100}){100}/")))
                .contains("quá phức tạp");
        assertThat(text(operator.says("/theodoi /(/"))).contains("sai cú pháp");
        assertThat(text(operator.says("/botheodoi /bóng (đá|chuyền)/"))).contains("Đã thôi theo dõi");
    }

    @Test
    void a_topic_is_followed_by_its_name() {
        assertThat(text(an.says("/theodoi tập huấn")))
                .isEqualTo("Đã theo dõi: Tập huấn.\nTrong 4 tin gần nhất đồng chí sẽ nhận được 2 tin.");
        assertThat(text(an.says("theo doi dai doan ket")))
                .isEqualTo(
                        "Đã theo dõi: Đại đoàn kết.\nTrong 4 tin gần nhất có 0 tin như vậy; với mọi nội dung đang theo dõi,"
                                + " đồng chí sẽ nhận được 2 tin.");
        assertThat(text(an.says("/danhsach"))).contains("• Tập huấn (chủ đề)", "• Đại đoàn kết (chủ đề)");
        assertThat(text(an.says("/tinmoi")))
                .contains("công tác Mặt trận", "trọng tài")
                .doesNotContain("phòng cháy");
    }

    @Test
    void a_category_is_known_by_its_words_however_its_dash_is_typed() {
        for (String words : List.of("Văn hóa -Xã hội", "van hoa xa hoi", "Văn hóa – xã hội")) {
            an.says("/theodoi " + words);
            assertThat(followed()).as(words).containsExactly("CATEGORY van hoa - xa hoi");
        }
    }

    @Test
    void a_commune_named_in_the_text_is_followed() {
        assertThat(text(an.says("/theodoi xã phú xuyên")))
                .isEqualTo("Đã theo dõi: xã Phú Xuyên.\nTrong 4 tin gần nhất đồng chí sẽ nhận được 1 tin.");
        assertThat(text(an.says("/danhsach"))).contains("• xã Phú Xuyên (tin có nhắc tới)");
        assertThat(text(an.says("/tinmoi"))).contains("Diễn tập phòng cháy").doesNotContain("Tập huấn");
    }

    @Test
    void a_name_may_stand_behind_what_it_is() {
        assertThat(text(an.says("/theodoi nguồn Phú Xuyên · Kinh tế"))).startsWith("Đã theo dõi: Phú Xuyên · Kinh tế.");
        assertThat(text(an.says("/theodoi chủ đề Bầu cử"))).startsWith("Đã theo dõi: Bầu cử.");
        assertThat(text(an.says("/theodoi nguồn Bầu cử"))).startsWith("Không có nguồn tin");
    }

    @Test
    void all_sources_of_a_commune_are_followed_also_those_that_come_later() {
        Button.Action all = button(an.says("/theodoi Phú Xuyên"), "Mọi nguồn tin của Phú Xuyên");
        assertThat(text(an.presses(all.data()))).isEqualTo("Đã theo dõi: Mọi nguồn tin của Phú Xuyên.");
        sources(
                source("px-vhxh", "Phú Xuyên · Văn hóa"),
                source("px-kt", "Phú Xuyên · Kinh tế"),
                source("px-tb", "Phú Xuyên · Thông báo"));
        article("5", "px-tb", "Thông báo tuyển dụng", "Thông báo");
        assertThat(text(an.says("/tinmoi"))).contains("tuyển dụng", "trọng tài").doesNotContain("phòng cháy");
    }

    @Test
    void words_that_name_nothing_are_offered_as_a_keyword() {
        Reply reply = an.says("/theodoi giải thanh niên");
        assertThat(text(reply)).contains("\"giải thanh niên\"");
        Button.Action keyword = button(reply, "giải thanh niên (từ khóa)");
        assertThat(text(an.presses(keyword.data())))
                .isEqualTo(
                        "Đã theo dõi: giải thanh niên.\nTrong 4 tin gần nhất chưa có tin nào như vậy; khi có, tôi sẽ gửi.");
        assertThat(followed()).containsExactly("KEYWORD giai thanh nien");
    }

    @Test
    void after_subscribing_the_newest_three_are_offered_and_come_when_they_are_wanted() {
        article("5", "px-vhxh", "Lễ hội làng", "Văn hóa - Xã hội");
        article("6", "px-vhxh", "Hội nghị tổng kết", "Văn hóa - Xã hội");
        Button.Action offer = button(an.says("/theodoi px-vhxh"), "Gửi 3 tin mới nhất");
        assertThat(text(an.presses(offer.data())))
                .contains("1. Hội nghị tổng kết", "2. Lễ hội làng", "3. Khai mạc giải bóng đá")
                .doesNotContain("Tập huấn", "phòng cháy");
        an.says("/theodoi -bóng đá");
        assertThat(text(an.presses(offer.data())))
                .contains("3. Tập huấn công tác")
                .doesNotContain("bóng đá");
    }

    @Test
    void an_offer_of_what_is_followed_no_more_or_of_yesterday_does_nothing() {
        Button.Action offer = button(an.says("/theodoi px-vhxh"), "Gửi 3 tin mới nhất");
        assertThat(desk.alone("8").presses(offer.data()).toast()).contains(STALE);
        an.says("/botheodoi px-vhxh");
        assertThat(an.presses(offer.data()).toast()).contains(STALE);
        an.says("/theodoi px-vhxh");
        desk.now = desk.now.plus(Duration.ofHours(25));
        assertThat(an.presses(offer.data()).toast()).contains(STALE);
    }

    @Test
    void the_menu_leads_from_kinds_to_ticks_and_back_and_closes() {
        Reply home = an.says("/theodoi");
        assertThat(labels(home.messages().get(0)))
                .containsExactly("📰 Nguồn tin", "🏷 Chủ đề", "🗂 Chuyên mục", "🔎 Từ khóa", "Đóng");
        Reply sources = an.presses(button(home, "📰 Nguồn tin").data());
        assertThat(labels(sources.edit().orElseThrow()))
                .containsExactly(
                        "Tất cả các nguồn tin",
                        "Mọi nguồn tin của Phú Xuyên",
                        "Chuyên Mỹ",
                        "Phú Xuyên · Kinh tế",
                        "Phú Xuyên · Văn hóa",
                        "‹ Quay lại",
                        "Đóng");
        Reply ticked = an.presses(button(sources, "Phú Xuyên · Kinh tế").data());
        assertThat(ticked.toast()).contains("Đã theo dõi: Phú Xuyên · Kinh tế.");
        assertThat(labels(ticked.edit().orElseThrow())).contains("✅ Phú Xuyên · Kinh tế", "Gửi 3 tin mới nhất");
        assertThat(followed()).containsExactly("SOURCE px-kt");
        Reply unticked = an.presses(button(ticked, "✅ Phú Xuyên · Kinh tế").data());
        assertThat(unticked.toast()).contains("Đã thôi theo dõi: Phú Xuyên · Kinh tế.");
        assertThat(followed()).isEmpty();
        Reply back = an.presses(button(unticked, "‹ Quay lại").data());
        Reply how = an.presses(button(back, "🔎 Từ khóa").data());
        assertThat(text(how)).contains("/theodoi +tập huấn -bóng đá");
        Reply closed = an.presses(button(how, "Đóng").data());
        assertThat(closed.edit().orElseThrow().buttons()).isEmpty();
        assertThat(closed.toast()).contains("Đã đóng.");
    }

    @Test
    void topics_and_categories_are_ticked_in_pages_of_eight() {
        Reply home = an.says("/theodoi");
        Reply first = an.presses(button(home, "🏷 Chủ đề").data());
        assertThat(text(first)).contains("trang 1/2");
        assertThat(labels(first.edit().orElseThrow()))
                .hasSize(11)
                .endsWith("Sau ›", "‹ Quay lại", "Đóng")
                .doesNotContain("‹ Trước");
        Reply second = an.presses(button(first, "Sau ›").data());
        assertThat(labels(second.edit().orElseThrow()))
                .hasSize(7)
                .contains("‹ Trước")
                .doesNotContain("Sau ›");
        Reply ticked = an.presses(button(second, "Lễ hội - văn hóa").data());
        assertThat(text(ticked)).contains("trang 2/2");
        assertThat(labels(ticked.edit().orElseThrow())).contains("✅ Lễ hội - văn hóa");
        Reply categories = an.presses(button(home, "🗂 Chuyên mục").data());
        an.presses(button(categories, "An ninh").data());
        assertThat(followed()).containsExactly("CATEGORY an ninh", "TOPIC le-hoi-van-hoa");
    }

    @Test
    void a_menu_from_the_day_before_yesterday_does_nothing_and_says_so() {
        Button.Action sources = button(an.says("/theodoi"), "📰 Nguồn tin");
        desk.now = desk.now.plus(Duration.ofHours(25));
        assertThat(an.presses(sources.data()).toast()).contains(STALE);
    }

    @Test
    void a_button_for_a_source_that_is_gone_or_that_was_never_shown_does_nothing_and_says_so() {
        Reply sources = an.presses(button(an.says("/theodoi"), "📰 Nguồn tin").data());
        Button.Action gone = button(sources, "Chuyên Mỹ");
        sources(source("px-kt", "Phú Xuyên · Kinh tế"));
        assertThat(an.presses(gone.data()).toast()).contains(STALE);
        String stamp = gone.data().split(":")[1];
        for (String data : List.of(
                "s0:S:none",
                "s0:K:tập huấn",
                "s9999",
                "z0",
                "t0:T:none",
                "f0:P:hà nội",
                "f0:K:a",
                "f0:K:/a/",
                "f0:X",
                "n0:!",
                "n0:zzzzzzzzz",
                "n0:",
                "f",
                "s0:E:bong da",
                "f0:E:bong da")) {
            assertThat(an.presses("theodoi:" + stamp + ":" + data).toast())
                    .as(data)
                    .contains(STALE);
        }
        for (String data :
                List.of("theodoi:", "theodoi:A:", "theodoi::s0", "theodoi:zzzzzz:s0", "botheodoi:" + stamp + ":z")) {
            assertThat(an.presses(data).toast()).as(data).contains(STALE);
        }
        assertThat(followed()).isEmpty();
    }

    @Test
    void a_page_that_is_gone_meanwhile_is_the_last_there_is() {
        String stamp = button(an.says("/theodoi"), "📰 Nguồn tin").data().split(":")[1];
        assertThat(text(an.presses("theodoi:" + stamp + ":t999"))).contains("trang 2/2");
    }

    @Test
    void rights_are_asked_again_at_each_press() {
        CommandHarness.Voice admin = desk.admin("8", "-100");
        Reply sources =
                admin.presses(button(admin.says("/theodoi"), "📰 Nguồn tin").data());
        Button.Action tick = button(sources, "Chuyên Mỹ");
        assertThat(text(desk.member("9", "-100").presses(tick.data()))).contains("chỉ quản trị viên");
        assertThat(new SubscriptionStore(desk.database).of(admin.chat().id())).isEmpty();
        admin.presses(tick.data());
        Button.Action untick = button(admin.says("/botheodoi"), "❌ Chuyên Mỹ");
        assertThat(text(desk.member("9", "-100").presses(untick.data()))).contains("chỉ quản trị viên");
        assertThat(new SubscriptionStore(desk.database).of(admin.chat().id())).hasSize(1);
    }

    @Test
    void what_is_dropped_is_chosen_from_pages_too() {
        for (String topic : List.of("bầu cử", "tập huấn", "đại đoàn kết", "chuyển đổi số", "phòng chống thiên tai")) {
            an.says("/theodoi " + topic);
        }
        desk.now = desk.now.plusSeconds(1);
        an.says("/theodoi +một hai +ba bốn -năm sáu +bảy tám");
        Reply first = an.says("/botheodoi");
        assertThat(labels(first.messages().get(0)))
                .hasSize(12)
                .endsWith("Sau ›", "❌ Thôi nhận tất cả (9 mục)", "Chỉ tạm dừng 1 tuần", "Đóng");
        Reply second = an.presses(button(first, "Sau ›").data());
        Reply dropped = an.presses(button(second, "❌ một hai (từ khóa)").data());
        assertThat(dropped.toast()).contains("Đã thôi theo dõi: một hai.");
        assertThat(labels(dropped.edit().orElseThrow())).doesNotContain("Sau ›");
        assertThat(followed()).hasSize(8);
        Reply closed = an.presses(button(dropped, "Đóng").data());
        assertThat(closed.edit().orElseThrow().buttons()).isEmpty();
        assertThat(text(closed)).contains("Đang theo dõi 8 mục");
        assertThat(an.presses(button(second, "❌ một hai (từ khóa)").data()).toast())
                .contains(STALE);
    }

    @Test
    void keywords_are_dropped_by_the_line_that_was_written_and_parts_of_names_ask() {
        an.says("/theodoi +tập huấn -bóng đá \"phòng cháy\"");
        assertThat(text(an.says("/botheodoi +tập huấn -bóng đá"))).contains("bóng đá", "tập huấn");
        assertThat(followed()).containsExactly("KEYWORD phong chay");
        an.says("/theodoi px-vhxh");
        an.says("/theodoi px-kt");
        Reply which = an.says("/botheodoi phú xuyên");
        assertThat(labels(which.messages().get(0)))
                .containsExactly(
                        "❌ Phú Xuyên · Kinh tế",
                        "❌ Phú Xuyên · Văn hóa",
                        "❌ Thôi nhận tất cả (3 mục)",
                        "Chỉ tạm dừng 1 tuần",
                        "Đóng");
        assertThat(followed()).hasSize(3);
        assertThat(text(an.says("/botheodoi -chưa có"))).contains("Không theo dõi mục nào");
    }

    @Test
    void every_button_fits_into_what_the_platform_takes() {
        String longest = "Chuyên mục có tên rất dài ".repeat(20);
        article("9", "cm", "Tin", longest);
        sources(source("s".repeat(60), "Nguồn " + "ờ".repeat(200)), source("ngắn", "Xã Ngắn"));
        List<OutgoingMessage> shown = new ArrayList<>();
        Reply home = an.says("/theodoi");
        for (String shelf : List.of("📰 Nguồn tin", "🗂 Chuyên mục")) {
            Reply page = an.presses(button(home, shelf).data());
            shown.add(page.edit().orElseThrow());
            CommandHarness.buttons(page.edit().orElseThrow()).stream()
                    .filter(button -> !List.of("‹ Quay lại", "Đóng").contains(button.label()))
                    .forEach(button -> assertThat(an.presses(button.data()).edit())
                            .as(button.label())
                            .isPresent());
        }
        an.says("/theodoi +" + "ờ".repeat(100));
        shown.add(an.says("/botheodoi").messages().get(0));
        shown.add(an.says("/theodoi " + "ờ ".repeat(60)).messages().get(0));
        assertThat(shown).flatExtracting(CommandHarness::buttons).allSatisfy(button -> {
            assertThat(button.data().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(64);
            assertThat(button.label().length()).isLessThanOrEqualTo(100);
        });
    }

    private static final String STALE = "Lựa chọn này không còn hiệu lực. Xin đồng chí gõ lại lệnh.";

    private List<String> followed() {
        return new SubscriptionStore(desk.database)
                .of(an.chat().id()).stream()
                        .map(each -> each.kind() + " " + each.value())
                        .sorted()
                        .toList();
    }

    private static List<String> labels(OutgoingMessage message) {
        return CommandHarness.buttons(message).stream()
                .map(Button.Action::label)
                .toList();
    }

    private static Button.Action button(Reply reply, String label) {
        OutgoingMessage message = reply.edit().orElseGet(() -> reply.messages().get(0));
        return CommandHarness.buttons(message).stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + labels(message)));
    }

    private void sources(Source... sources) {
        new SourceStore(desk.database).syncConfigured(List.of(sources));
    }

    private static Source source(String id, String name) {
        return new Source(
                id,
                name,
                URI.create("https://x.gov.vn/" + id.length()),
                "",
                new Cadence.Every(Duration.ofMinutes(10)),
                Map.of(),
                Set.of());
    }

    private void article(String key, String sourceId, String title, String category) {
        ArticleContent content = new ArticleContent(
                title, Published.unknown(), "", List.of(), category, "", Optional.empty(), List.of());
        desk.now = desk.now.plusSeconds(1);
        new ArticleStore(desk.database)
                .add(
                        new NewArticle(
                                key,
                                sourceId,
                                title,
                                URI.create("https://x.gov.vn/" + key),
                                content,
                                new Summary(List.of(), Optional.empty()),
                                Folding.fold(title),
                                Folding.fold(category)),
                        desk.now);
    }
}
