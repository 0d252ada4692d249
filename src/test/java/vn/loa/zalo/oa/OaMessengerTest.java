package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.ZaloOaEmulator.Sent;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;

class OaMessengerTest {
    private static final URI PICTURE = URI.create("https://example.org/anh.jpg");

    @TempDir
    private Path folder;

    private OaRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new OaRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private SendResult send(OutgoingMessage message) {
        return rig.send(OaRig.group(), message);
    }

    @Test
    void a_group_gets_the_words_and_the_ledger_their_number() {
        SendResult result = rig.say("Kính gửi các đồng chí");

        assertThat(rig.zalo.sent())
                .containsExactly(new Sent(
                        "group", OaRig.GROUP, "Kính gửi các đồng chí", "", ((SendResult.Sent) result).messageId()));
        assertThat(((SendResult.Sent) result).messageId()).hasSize(20);
    }

    @Test
    void a_person_is_written_to_at_another_place_than_a_group_though_the_ids_look_alike() {
        String likePerson = "24680000000000000012";
        rig.zalo.group(likePerson, "Nhóm", 3, true);

        rig.channel.messenger().send(OaRig.person(), OutgoingMessage.plain("riêng"));
        rig.channel.messenger().send(ChatAddress.of(OaRig.BOT, likePerson), OutgoingMessage.plain("chung"));

        assertThat(rig.zalo.sent())
                .extracting(Sent::method, Sent::to)
                .containsExactly(tuple("cs", OaRig.PERSON), tuple("group", likePerson));
    }

    @Test
    void it_declares_what_zalo_cannot_do() {
        Capabilities can = rig.channel.messenger().capabilities();

        assertThat(can.textLimit()).isEqualTo(2000);
        assertThat(can.captionLimit()).isEqualTo(2000);
        assertThat(can.buttons() || can.editing() || can.formatting()).isFalse();
        assertThat(new OaMessenger(rig.account, OaRig.options(false), null, null, () -> {})
                        .capabilities()
                        .captionLimit())
                .isZero();
        assertThat(rig.channel.messenger().bot()).isEqualTo(OaRig.BOT);
    }

    @Test
    void styles_are_left_out_and_hidden_links_are_shown() {
        send(OutgoingMessage.of(RichText.builder()
                        .bold("Tin mới")
                        .plain("\n1. ")
                        .link("Tập huấn", URI.create("https://example.org/tin/tập"))
                        .newline()
                        .link("https://example.org/2", URI.create("https://example.org/2"))
                        .build())
                .withButtons(List.of(List.of(
                        new Button.Link("Đọc toàn văn", URI.create("https://example.org/1")),
                        new Button.Action("Cho nhận tin", "duyet:12:1")))));

        assertThat(rig.heard())
                .isEqualTo("Tin mới\n1. Tập huấn https://example.org/tin/t%E1%BA%ADp\nhttps://example.org/2"
                        + "\nĐọc toàn văn: https://example.org/1\nCho nhận tin 12");
    }

    @Test
    void words_are_composed_and_of_what_is_unseen_only_breaks_stay() {
        rig.say("Ho\u0302\u0323i\u0000 nghi\u0323\u202e\r\ndòng 2\u2028dòng 3 \ud800");

        assertThat(rig.heard()).isEqualTo("Hội nghị\ndòng 2\ndòng 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mời [@f414c8f76fa586fb0001] họp",
                "Mời [\u200b@f414c8f76fa586fb0001] họp",
                "Mời [\u202e@f414c8f76fa586fb0001] họp",
                "Mời [\u0000@f414c8f76fa586fb0001] họp"
            })
    void nobody_is_called_by_what_a_portal_wrote(String words) {
        rig.say(words);

        assertThat(rig.heard())
                .isEqualTo("Mời [ " + words.substring(words.indexOf('[') + 1).replaceAll("[\0\u202e]", ""));
    }

    @Test
    void nobody_is_called_by_two_halves_or_by_a_link() {
        send(OutgoingMessage.of(RichText.builder().bold("[").plain("@1]").build())
                .withButtons(List.of(List.of(new Button.Link("[@2]", URI.create("https://example.org/?q=[@3]"))))));

        assertThat(rig.heard()).isEqualTo("[ @1]\n[ @2]: https://example.org/?q=%5B@3]");
    }

    private List<String> texts() {
        return rig.zalo.sent().stream().map(Sent::text).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1999, 2000, 2001, 10_000})
    void a_text_of_any_length_arrives_whole_in_pieces_within_the_limit(int length) {
        assertThat(rig.say("ề".repeat(length))).isInstanceOf(SendResult.Sent.class);

        assertThat(texts()).allSatisfy(piece -> assertThat(piece).hasSizeLessThanOrEqualTo(2000));
        assertThat(String.join("", texts())).hasSize(length);
    }

    @Test
    void no_pair_of_surrogates_is_split() {
        rig.say("x" + "😀".repeat(1200));

        assertThat(texts())
                .hasSize(2)
                .allSatisfy(piece -> assertThat(piece.codePoints().filter(c -> c >= 0xd800 && c <= 0xdfff))
                        .isEmpty());
    }

    @Test
    void a_picture_stays_away_from_words_too_many_for_one_message_and_the_link_comes_last() {
        String link = "https://example.org/tin/1";
        send(OutgoingMessage.plain("Tin ".repeat(600).strip())
                .withPhoto(URI.create("https://example.org/a.jpg"))
                .withButtons(List.of(List.of(new Button.Link("Đọc", URI.create(link))))));

        assertThat(rig.zalo.sent())
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.picture()).isEmpty());
        assertThat(texts().get(1)).endsWith("Tin\nĐọc: " + link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "\u0000\u202e"})
    void nothing_is_not_sent(String nothing) {
        assertThat(rig.say(nothing)).isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.zalo.calls()).isEmpty();
    }

    @Test
    void a_picture_from_the_web_goes_with_the_words() {
        assertThat(send(OutgoingMessage.plain("Hội nghị").withPhoto(PICTURE))).isInstanceOf(SendResult.Sent.class);

        assertThat(rig.zalo.sent()).singleElement().satisfies(sent -> {
            assertThat(sent.text()).isEqualTo("Hội nghị");
            assertThat(sent.picture()).isEqualTo(PICTURE.toString());
        });
    }

    @Test
    void pictures_that_are_off_or_not_on_the_web_leave_the_words() {
        OaHttp http = new OaHttp(OaRig.QUICK);
        OaTokens tokens = new OaTokens(rig.account, new OaRefresh(rig.account, http, rig), rig.store, rig);
        OaMessenger wordy =
                new OaMessenger(rig.account, OaRig.options(false), new OaCalls(http, tokens), null, () -> {});

        wordy.send(OaRig.group(), OutgoingMessage.plain("x").withPhoto(PICTURE));
        send(OutgoingMessage.plain("x").withPhoto(URI.create("ftp://example.org/anh.jpg")));
        send(OutgoingMessage.plain("x").withMedia(new Media.Made(Media.Kept.Form.PHOTO, "tuần.png", new byte[] {1})));

        assertThat(rig.zalo.sent()).hasSize(3).allMatch(sent -> sent.picture().isEmpty());
    }

    @Test
    void nothing_can_be_changed_and_nothing_is_asked() {
        assertThat(rig.channel.messenger().edit(OaRig.group(), "1", OutgoingMessage.plain("x")))
                .isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.zalo.calls()).isEmpty();
    }

    @Test
    void a_ping_is_answered_while_the_token_is_taken() {
        assertThat(rig.channel.messenger().ping()).isInstanceOf(SendResult.Sent.class);
        rig.zalo.faults().on("groups").refuse(-224, "plan");
        assertThat(rig.channel.messenger().ping())
                .as("an account without groups is well")
                .isInstanceOf(SendResult.Sent.class);
        rig.zalo.faults().on("groups").refuse(-223, "consent");
        assertThat(rig.channel.messenger().ping()).isInstanceOf(SendResult.ChannelDown.class);
    }
}
