package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.incoming.Press;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.ReplyTarget;

/** Answers in groups are replies, and what concerns one person is seen by that person alone where it can be. */
class EphemeralMessagesTest {
    private TelegramRig rig;
    private EmulatedChat group;
    private Person an;
    private Messenger messenger;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
        group = rig.telegram.supergroup("Thôn Đông");
        an = rig.telegram.person("An");
        group.member(an);
        messenger = rig.channel.messenger();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private OutgoingMessage aside(String text) {
        return OutgoingMessage.plain(text)
                .inReplyTo(new ReplyTarget(Optional.of("17"), Optional.of(Long.toString(an.id())), Optional.empty()));
    }

    @Test
    void an_answer_is_a_reply_that_needs_no_question_any_more() {
        messenger.send(TelegramRig.at(group), OutgoingMessage.plain("Chào").inReplyTo(ReplyTarget.to("17")));

        assertThat(rig.telegram.history().of("sendMessage").get(0).parameters())
                .hasEntrySatisfying(
                        "reply_parameters",
                        json -> assertThat(json).contains("\"message_id\":17", "\"allow_sending_without_reply\":true"));
    }

    @Test
    void where_the_bot_is_an_administrator_the_asker_alone_sees_the_answer_and_its_changes() {
        group.rights().set(rig.telegram.bot().id(), "administrator");

        SendResult sent = messenger.send(TelegramRig.at(group), aside("Một"));
        String id = ((SendResult.Sent) sent).messageId();
        SendResult edited = messenger.edit(TelegramRig.at(group), id, aside("Hai"));

        assertThat(group.messages()).isEmpty();
        assertThat(group.whispersTo(an)).extracting(ShownMessage::text).containsExactly("Hai");
        assertThat(edited).isEqualTo(new SendResult.Sent(id));
    }

    @Test
    void where_it_is_refused_all_see_the_answer_and_the_next_is_not_tried_in_vain() {
        messenger.send(TelegramRig.at(group), aside("Một"));
        messenger.send(TelegramRig.at(group), aside("Hai"));

        assertThat(group.messages()).extracting(ShownMessage::text).containsExactly("Một", "Hai");
        assertThat(rig.telegram.history().of("sendMessage")).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: MESSAGE_NOT_COMMAND",
                "Bad Request: user not found",
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
                "Bad Request: BUTTON_DATA_INVALID",
                "Bad Request: ephemeral message is too long"
            })
    void a_refusal_of_one_message_hurts_that_message_alone(String refusal) {
        group.rights().set(rig.telegram.bot().id(), "administrator");
        rig.telegram.faults().on("sendMessage").refuse(400, refusal);
        messenger.send(TelegramRig.at(group), aside("Một"));
        messenger.send(TelegramRig.at(group), aside("Hai"));

        assertThat(group.messages()).extracting(ShownMessage::text).containsExactly("Một");
        assertThat(group.whispersTo(an)).extracting(ShownMessage::text).containsExactly("Hai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bad Request: ephemeral messages aren't supported in the chat",
                "Bad Request: EPHEMERAL_NOT_ALLOWED",
                "Bad Request: CHAT_ADMIN_REQUIRED",
                "Bad Request: the bot must be an administrator of the chat"
            })
    void a_refusal_of_the_group_holds_for_the_next_messages(String refusal) {
        group.rights().set(rig.telegram.bot().id(), "administrator");
        rig.telegram.faults().on("sendMessage").refuse(400, refusal);
        messenger.send(TelegramRig.at(group), aside("Một"));
        messenger.send(TelegramRig.at(group), aside("Hai"));

        assertThat(group.messages()).extracting(ShownMessage::text).containsExactly("Một", "Hai");
        assertThat(group.whispersTo(an)).isEmpty();
    }

    @Test
    void three_refusals_in_a_row_for_no_known_reason_are_the_groups() {
        group.rights().set(rig.telegram.bot().id(), "administrator");
        for (int i = 0; i < 3; i++) {
            rig.telegram.faults().on("sendMessage").refuse(400, "Bad Request: SOMETHING_NEW");
            messenger.send(TelegramRig.at(group), aside("Một"));
        }
        messenger.send(TelegramRig.at(group), aside("Hai"));

        assertThat(group.messages()).hasSize(4);
        assertThat(group.whispersTo(an)).isEmpty();
    }

    @Test
    void an_answer_for_one_person_of_which_nothing_is_known_is_not_shown_to_all() {
        group.rights().set(rig.telegram.bot().id(), "administrator");
        rig.telegram.faults().on("sendMessage").page(502);

        assertThat(messenger.send(TelegramRig.at(group), aside("Một"))).isInstanceOf(SendResult.Unknown.class);
        assertThat(group.messages()).isEmpty();
    }

    @Test
    void a_press_on_such_a_message_leads_back_to_it() throws IOException {
        group.rights().set(rig.telegram.bot().id(), "administrator");
        OutgoingMessage menu = aside("Chọn").withButtons(List.of(List.of(new Button.Action("Mở", "mo"))));
        String id = ((SendResult.Sent) messenger.send(TelegramRig.at(group), menu)).messageId();
        rig.updates.start();
        group.pressWhisper(an, group.whispersTo(an).get(0), "mo");

        assertThat(rig.awaitSaid(1).press()).contains(new Press.OfButton(id));
        assertThat(rig.origins.get(0).messageId()).contains(id);
        assertThat(rig.origins.get(0).target(true).flatMap(ReplyTarget::onlyFor))
                .contains(Long.toString(an.id()));
    }

    @Test
    void words_in_a_group_are_answered_as_words_and_in_private_plainly() {
        rig.updates.start();
        int number = group.says(an, "/tinmoi");
        assertThat(rig.awaitSaid(1).words()).isEqualTo("/tinmoi");
        assertThat(number).isPositive();
        Optional<ReplyTarget> target = rig.origins.get(0).target(false);
        assertThat(target.flatMap(ReplyTarget::messageId)).isPresent();
        assertThat(target.flatMap(ReplyTarget::onlyFor)).isEmpty();

        rig.telegram.privateChat(an).says(an, "/tinmoi");
        rig.awaitSaid(2);
        assertThat(rig.origins.get(1).target(true)).isEmpty();
    }
}
