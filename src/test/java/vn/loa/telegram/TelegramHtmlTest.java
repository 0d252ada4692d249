package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Entity;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;

/** What our HTML looks like after Telegram has read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelegramHtmlTest {
    private TelegramRig rig;
    private EmulatedChat group;

    @BeforeAll
    void start() throws IOException {
        rig = TelegramRig.start();
        group = rig.telegram.group("Thôn Đông");
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    private ShownMessage shown(RichText text) {
        SendResult result = rig.channel.messenger().send(TelegramRig.at(group), OutgoingMessage.of(text));
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return group.lastMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xã A <b>khai mạc</b> hội thi",
                "</b></a></pre> kết thúc",
                "5 < 7 & 7 > 5 &amp; &lt;b&gt; &nbsp; &#60;",
                "<a href=\"javascript:alert(1)\">bấm vào đây</a>",
                "Nghị quyết \"số 1\" 'và' <script>alert('x')</script>",
                "<",
                "&",
                "&#x26;lt;",
                "a<b>c</i>d<tg-spoiler>e",
                "Tiếng Việt tổ hợp: Ho\u0301a; biểu tượng 😀👩‍👩‍👧 <3"
            })
    void a_hostile_title_is_shown_as_it_is(String title) {
        ShownMessage message =
                shown(RichText.builder().bold(title).plain(" | " + title).build());

        assertThat(message.text()).isEqualTo(title + " | " + title);
        assertThat(message.body().entities()).containsExactly(new Entity("bold", 0, title.length(), ""));
    }

    @Test
    void each_style_and_link_is_its_own_entity() {
        ShownMessage message = shown(RichText.builder()
                .bold("đậm")
                .italic("nghiêng")
                .strike("gạch")
                .code("mã")
                .link("liên kết", URI.create("https://example.org/?a=1&b=%22x%22"))
                .build());

        assertThat(message.text()).isEqualTo("đậmnghiênggạchmãliên kết");
        assertThat(message.body().entities())
                .containsExactly(
                        new Entity("bold", 0, 3, ""),
                        new Entity("italic", 3, 7, ""),
                        new Entity("strikethrough", 10, 4, ""),
                        new Entity("code", 14, 2, ""),
                        new Entity("text_link", 16, 8, "https://example.org/?a=1&b=%22x%22"));
    }

    @Test
    void a_link_that_is_no_link_is_only_its_words() {
        ShownMessage message = shown(RichText.builder()
                .bold("Chú ý: ")
                .link("bấm", URI.create("javascript:alert(1)"))
                .build());

        assertThat(message.text()).isEqualTo("Chú ý: bấm");
        assertThat(message.body().entities()).extracting(Entity::type).containsExactly("bold");
    }

    @Test
    void what_telegram_refuses_or_what_turns_the_writing_round_is_left_out() {
        String title = "Thông\u0000 báo\u202e nguy\ud83d hiểm\ufffe\u2066!\r\nDòng\u2028hai\u0007";

        assertThat(TelegramHtml.clean(title)).isEqualTo("Thông báo nguy hiểm!\nDòng\nhai");
        assertThat(shown(RichText.builder().bold(title).build()).text()).isEqualTo("Thông báo nguy hiểm!\nDòng\nhai");
    }

    @Test
    void text_without_style_needs_no_markup() {
        shown(RichText.plain("1 < 2 & 3"));

        assertThat(group.lastMessage().text()).isEqualTo("1 < 2 & 3");
        assertThat(rig.telegram.history().of("sendMessage"))
                .last()
                .satisfies(call -> assertThat(call.parameters()).doesNotContainKey("parse_mode"));
    }

    @Test
    void any_heap_of_odd_characters_gets_through_the_strict_reader() {
        Random random = new Random(20260918);
        List<String> odd = List.of("<", ">", "&", "\"", "</b>", "<b", "&lt", ";", "\n", "đ", "😀", "\ud83d", "/", "=");
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = 0; i < 12; i++) {
                text.append(odd.get(random.nextInt(odd.size())));
            }
            String seen = shown(RichText.builder()
                            .italic(text.append('x').toString())
                            .build())
                    .text();
            assertThat(seen).isEqualTo(TelegramHtml.clean(text.toString()));
        }
    }
}
