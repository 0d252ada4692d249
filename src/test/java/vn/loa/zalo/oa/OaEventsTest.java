package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.delivery.ReceiptStore;

class OaEventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AN = OaRig.PERSON;
    private static final String GROUP = OaRig.GROUP;

    private final OaEvents events = new OaEvents(OaRig.BOT, "Loa xã", new OaListener() {
        @Override
        public void said(IncomingCommand command) {}

        @Override
        public void acknowledged(Acknowledgement sign) {}

        @Override
        public void happened(ChatEvent event) {}

        @Override
        public boolean administers(ChatAddress group, PersonId person) {
            return person.userId().equals("7") && group.chatId().equals(GROUP);
        }
    });

    private OaUpdate read(ZaloOaEvent event) {
        try {
            return events.read(JSON.readTree(event.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private IncomingCommand heard(ZaloOaEvent event) {
        return ((OaUpdate.Said) read(event)).command();
    }

    private ChatEvent happened(ObjectNode event) {
        return ((OaUpdate.Happened) read(ZaloOaEvent.of(event))).event();
    }

    @Test
    void a_private_text_is_for_the_bot_and_its_writer_administers_the_chat() {
        IncomingCommand command = heard(ZaloOaEvent.privateText(AN, " xin chào ", "m1"));

        assertThat(command.chat()).isEqualTo(OaRig.person());
        assertThat(command.kind()).isEqualTo(ChatKind.PRIVATE);
        assertThat(command.words()).isEqualTo("xin chào");
        assertThat(command.addressed()).isTrue();
        assertThat(command.chatTitle()).isEmpty();
        assertThat(command.sender().person()).isEqualTo(new PersonId(Platform.ZALO, AN));
        assertThat(command.sender().chatAdmin().getAsBoolean()).isTrue();
    }

    @Test
    void a_group_text_is_heard_in_its_group_and_its_writers_rights_are_asked() {
        IncomingCommand command = heard(ZaloOaEvent.groupText(GROUP, AN, "/theodoi", "m1"));

        assertThat(command.chat()).isEqualTo(OaRig.group());
        assertThat(command.kind()).isEqualTo(ChatKind.GROUP);
        assertThat(command.sender().chatAdmin().getAsBoolean()).isFalse();
        assertThat(heard(ZaloOaEvent.groupText(GROUP, "7", "/theodoi", "m2"))
                        .sender()
                        .chatAdmin()
                        .getAsBoolean())
                .isTrue();
    }

    @Test
    void a_code_alone_in_a_group_is_meant_for_the_account() {
        assertThat(heard(ZaloOaEvent.groupText(GROUP, AN, "Q7RT2K9XPB", "m1")).addressed())
                .isTrue();
        assertThat(heard(ZaloOaEvent.groupText(GROUP, AN, "mã là Q7RT2K9XPB", "m2"))
                        .addressed())
                .isFalse();
    }

    private static ObjectNode sent(String name, String address) {
        ObjectNode event = ZaloOaEvent.named(name);
        event.putObject("sender").put("id", AN);
        event.putObject("recipient").put("id", ZaloOaEmulator.OA_ID);
        event.putObject("message")
                .put("msg_id", "m1")
                .putArray("attachments")
                .addObject()
                .putObject("payload")
                .put("url", address);
        return event;
    }

    @Test
    void a_picture_in_private_comes_with_its_public_address() {
        IncomingCommand command = heard(ZaloOaEvent.of(sent("user_send_image", "https://photo.example/a.jpg")));

        assertThat(command.attachment().photo()).isPresent();
        assertThat(command.words()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_send_file",
                "user_send_audio",
                "user_send_video",
                "user_send_gif",
                "user_send_location",
                "user_send_business_card",
                "user_send_something_new"
            })
    void whatever_else_a_person_sends_in_private_is_answered(String name) {
        assertThat(heard(ZaloOaEvent.of(sent(name, "https://x.example/a")))
                        .attachment()
                        .unsendable())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_send_sticker",
                "user_reacted_message",
                "user_seen_message",
                "user_received_message",
                "oa_send_text",
                "user_send_group_image",
                "user_send_group_sticker"
            })
    void gestures_and_what_groups_send_is_left_alone(String name) {
        assertThat(read(ZaloOaEvent.of(sent(name, "https://x.example/a")))).isInstanceOf(OaUpdate.Nothing.class);
    }

    @Test
    void a_sticker_in_private_opens_the_window_and_a_group_or_a_receipt_does_not() {
        for (String name : List.of("user_send_sticker", "user_send_image", "user_reacted_message", "follow")) {
            assertThat(events.interaction(sent(name, ""))).as(name).contains(OaRig.person());
        }
        for (String name : List.of(
                "user_send_group_text", "user_seen_message", "user_received_message", "oa_send_text", "unfollow")) {
            assertThat(events.interaction(sent(name, ""))).as(name).isEmpty();
        }
    }

    @Test
    void a_name_that_zalo_told_later_is_known_in_mentions() {
        OaEvents nameless = new OaEvents(OaRig.BOT, "", new OaListener() {
            @Override
            public void said(IncomingCommand command) {}

            @Override
            public void acknowledged(Acknowledgement sign) {}

            @Override
            public void happened(ChatEvent event) {}

            @Override
            public boolean administers(ChatAddress group, PersonId person) {
                return false;
            }
        });
        ObjectNode event = ZaloOaEvent.named("user_send_group_text");
        event.putObject("sender").put("id", AN);
        event.putObject("recipient").put("id", GROUP);
        event.putObject("message").put("text", "@Loa xã tin mới").put("msg_id", "m1");
        assertThat(((OaUpdate.Said) nameless.read(event)).command().addressed()).isFalse();
        nameless.called("Loa xã");
        assertThat(((OaUpdate.Said) nameless.read(event)).command())
                .satisfies(command -> assertThat(command.words()).isEqualTo("tin mới"))
                .satisfies(command -> assertThat(command.addressed()).isTrue());
    }

    @Test
    void the_group_may_stand_at_either_place() {
        ObjectNode event = ZaloOaEvent.named("user_send_group_text");
        event.putObject("sender").put("id", AN);
        event.putObject("recipient").put("id", ZaloOaEmulator.OA_ID).put("group_id", GROUP);
        event.putObject("message").put("text", "/trogiup").put("msg_id", "m1");

        assertThat(heard(ZaloOaEvent.of(event)).chat()).isEqualTo(OaRig.group());
    }

    @ParameterizedTest
    @CsvSource({
        "/theodoi xã An Bình, /theodoi xã An Bình, true",
        "@Loa xã /theodoi, /theodoi, true",
        "@LOA XÃ: /theodoi 1, /theodoi 1, true",
        "nhờ @Loa xã /tim tập huấn, /tim tập huấn, true",
        "@Loa xã xin chào, xin chào, true",
        "@\u200bLoa\u00a0xã /theodoi, /theodoi, true",
        "@Loa xãhội /theodoi, @Loa xãhội /theodoi, false",
        "mai họp lúc 8h, mai họp lúc 8h, false",
        "họp ngày 1/2, họp ngày 1/2, false",
        "ban@loa xã /x, ban@loa xã /x, false"
    })
    void in_a_group_only_commands_and_mentions_are_for_the_bot(String text, String words, boolean addressed) {
        IncomingCommand command = heard(ZaloOaEvent.groupText(GROUP, AN, text, "m1"));

        assertThat(command.words()).isEqualTo(words);
        assertThat(command.addressed()).isEqualTo(addressed);
    }

    @Test
    void a_longer_name_that_begins_as_the_accounts_is_taken_for_it_and_costs_no_command() {
        assertThat(OaSpokenText.read("@Loa xã hội /theodoi", "Loa xã")).isEqualTo(new OaSpokenText("/theodoi", true));
    }

    @ParameterizedTest
    @CsvSource({
        "@Ai đó /theodoi 1, /theodoi 1, true",
        "@Ai đó xin chào, @Ai đó xin chào, false",
        "@Ai đó 1/2 ngày, @Ai đó 1/2 ngày, false",
        "/theodoi, /theodoi, true"
    })
    void without_the_accounts_name_a_command_after_any_mention_is_for_the_bot(
            String text, String words, boolean addressed) {
        OaSpokenText spoken = OaSpokenText.read(text, "");

        assertThat(spoken).isEqualTo(new OaSpokenText(words, addressed));
    }

    @Test
    void an_answer_in_the_known_words_acknowledges_the_message_that_it_quotes() {
        ObjectNode event = ZaloOaEvent.named("user_send_group_text");
        event.putObject("sender").put("id", AN);
        event.putObject("recipient").put("id", GROUP);
        ObjectNode message =
                event.putObject("message").put("text", "Dạ, đã nắm ạ.").put("msg_id", "m1");
        message.putObject("quote_msg").put("msg_id", "705efa85665a00000001");

        assertThat(read(ZaloOaEvent.of(event)))
                .isEqualTo(new OaUpdate.Acknowledged(new Acknowledgement(
                        OaRig.BOT,
                        GROUP,
                        "705efa85665a00000001",
                        new PersonId(Platform.ZALO, AN),
                        "",
                        ReceiptStore.How.REPLY)));
    }

    @Test
    void an_answer_to_the_accounts_own_message_is_for_the_bot_and_one_to_anothers_is_not() {
        for (String author : List.of(ZaloOaEmulator.OA_ID, "99")) {
            ObjectNode event = ZaloOaEvent.named("user_send_group_text");
            event.putObject("sender").put("id", AN);
            event.putObject("recipient").put("id", GROUP);
            ObjectNode message = event.putObject("message").put("text", "2").put("msg_id", "m" + author);
            message.putObject("quote_msg")
                    .put("msg_id", "q")
                    .putObject("sender")
                    .put("id", author);

            assertThat(heard(ZaloOaEvent.of(event)).addressed()).isEqualTo(author.equals(ZaloOaEmulator.OA_ID));
        }
    }

    @Test
    void groups_come_and_go_and_so_do_followers() {
        ObjectNode deleted = ZaloOaEvent.named("delete_group");
        deleted.putObject("recipient").put("id", GROUP);
        ObjectNode follow = ZaloOaEvent.named("follow");
        follow.putObject("follower").put("id", AN);
        ObjectNode unfollow = ZaloOaEvent.named("unfollow");
        unfollow.putObject("follower").put("id", AN);

        assertThat(List.of(
                        happened(ZaloOaEvent.named("create_group").put("group_id", GROUP)),
                        happened(deleted),
                        happened(follow),
                        happened(unfollow)))
                .extracting(ChatEvent::chat, ChatEvent::kind, ChatEvent::change)
                .containsExactly(
                        tuple(OaRig.group(), ChatKind.GROUP, ChatEvent.Change.JOINED),
                        tuple(OaRig.group(), ChatKind.GROUP, ChatEvent.Change.LEFT),
                        tuple(OaRig.person(), ChatKind.PRIVATE, ChatEvent.Change.JOINED),
                        tuple(OaRig.person(), ChatKind.PRIVATE, ChatEvent.Change.LEFT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_send_image",
                "user_join_group",
                "oa_send_group_text",
                "user_send_text",
                "user_send_group_text",
                "create_group",
                "follow",
                ""
            })
    void other_events_and_those_without_their_parts_are_nothing(String name) {
        assertThat(read(ZaloOaEvent.of(ZaloOaEvent.named(name)))).isEqualTo(new OaUpdate.Nothing());
    }
}
