package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.command.Reply;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.EmulatedTopic;
import vn.loa.emulator.Person;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;

class TelegramRepliesTest {
    private TelegramRig rig;
    private EmulatedChat group;
    private Person an;
    private TelegramReplies replies;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.polling();
        an = rig.telegram.person("An");
        group = rig.telegram.supergroup("Thôn Đông").admin(an);
        replies = rig.channel.replies(rig.channel.messenger());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Somebody presses a button under a menu; gives the menu. */
    private ShownMessage pressed() {
        OutgoingMessage menu = OutgoingMessage.plain("Chọn nguồn tin")
                .withButtons(List.of(List.of(new Button.Action("Văn hóa", "nguon:1"))));
        rig.channel.messenger().send(TelegramRig.at(group), menu);
        ShownMessage shown = group.lastMessage();
        group.press(an, shown, "Văn hóa");
        rig.awaitSaid(1);
        return shown;
    }

    private Origin origin() {
        return rig.origins.get(rig.origins.size() - 1);
    }

    private Origin words() {
        return new Origin(TelegramRig.at(group), Optional.empty(), Optional.empty());
    }

    private List<Call> toasts() {
        return rig.telegram.history().of("answerCallbackQuery");
    }

    @Test
    void a_press_is_acknowledged_its_message_changed_and_more_said() {
        ShownMessage menu = pressed();
        Reply reply = new Reply(
                List.of(OutgoingMessage.plain("Mời đồng chí xem ba tin mới nhất")),
                Optional.of(OutgoingMessage.plain("Đã theo dõi: Văn hóa")),
                Optional.of("Đã theo dõi"));

        List<SendResult> results = replies.answer(origin(), reply);

        assertThat(results).hasSize(2).allSatisfy(result -> assertThat(result).isInstanceOf(SendResult.Sent.class));
        assertThat(toasts())
                .singleElement()
                .satisfies(call -> assertThat(call.parameters()).containsEntry("text", "Đã theo dõi"));
        assertThat(group.messages())
                .extracting(ShownMessage::text)
                .containsExactly("Đã theo dõi: Văn hóa", "Mời đồng chí xem ba tin mới nhất");
        assertThat(group.messages().get(0).id()).isEqualTo(menu.id());
    }

    @Test
    void a_press_is_acknowledged_even_when_there_is_nothing_to_say() {
        pressed();

        replies.answer(origin(), Reply.silence());

        assertThat(toasts())
                .singleElement()
                .satisfies(call -> assertThat(call.parameters()).doesNotContainKey("text"));
    }

    @Test
    void words_need_no_acknowledgement() {
        replies.answer(words(), Reply.plain("Dạ, đã ghi nhận"));

        assertThat(toasts()).isEmpty();
        assertThat(group.lastMessage().text()).isEqualTo("Dạ, đã ghi nhận");
    }

    @Test
    void a_press_too_old_to_be_acknowledged_does_not_stop_the_answer() {
        pressed();
        rig.telegram.expirePresses();

        replies.answer(origin(), Reply.edit(OutgoingMessage.plain("Xong"), "Xong"));

        assertThat(group.lastMessage().text()).isEqualTo("Xong");
    }

    @Test
    void a_long_toast_is_shortened_without_breaking_a_sign() {
        pressed();

        replies.answer(origin(), Reply.toast("x".repeat(198) + "😀😀"));

        assertThat(toasts()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(Call.Outcome.OK);
            assertThat(call.parameters().get("text")).isEqualTo("x".repeat(198) + "…");
        });
    }

    @Test
    void when_the_pressed_message_is_gone_its_text_comes_as_a_new_one() {
        ShownMessage menu = pressed();
        group.delete(menu);

        List<SendResult> results = replies.answer(origin(), Reply.edit(OutgoingMessage.plain("Đã theo dõi"), ""));

        assertThat(results).singleElement().isInstanceOf(SendResult.Sent.class);
        assertThat(group.lastMessage().text()).isEqualTo("Đã theo dõi");
    }

    @Test
    void what_telegram_refuses_because_of_a_part_is_said_without_it() {
        EmulatedTopic topic = group.topic();
        topic.close();
        ChatAddress there = new ChatAddress(TelegramRig.BOT, Long.toString(group.id()), Long.toString(topic.id()));
        rig.telegram.faults().on("sendPhoto").refuse(400, "Bad Request: WEBPAGE_CURL_FAILED");
        rig.telegram.faults().on("sendMessage").refuse(400, "Bad Request: can't parse entities: alas");
        OutgoingMessage message = OutgoingMessage.of(
                        RichText.builder().bold("Tin mới").build())
                .withPhoto(URI.create("https://example.org/a.jpg"));

        List<SendResult> results =
                replies.answer(new Origin(there, Optional.empty(), Optional.empty()), Reply.of(message));

        assertThat(results).singleElement().isInstanceOf(SendResult.Sent.class);
        assertThat(group.lastMessage().text()).isEqualTo("Tin mới");
        assertThat(group.lastMessage().body().entities()).isEmpty();
        assertThat(group.lastMessage().topicId()).isZero();
    }

    @Test
    void an_answer_follows_a_group_that_has_moved() {
        EmulatedChat old = rig.telegram.group("Tổ 5");
        EmulatedChat upgraded = old.upgradeSilently();
        Origin origin = new Origin(TelegramRig.at(old), Optional.empty(), Optional.empty());

        replies.answer(origin, Reply.plain("Dạ, đã ghi nhận"));

        assertThat(upgraded.lastMessage().text()).isEqualTo("Dạ, đã ghi nhận");
    }

    @Test
    void what_may_have_arrived_is_not_said_twice() {
        rig.telegram.faults().on("sendMessage").cutAfter();

        List<SendResult> results = replies.answer(words(), Reply.plain("Dạ, đã ghi nhận"));

        assertThat(results).singleElement().isInstanceOf(SendResult.Unknown.class);
        assertThat(group.messages()).hasSize(1);
    }
}
