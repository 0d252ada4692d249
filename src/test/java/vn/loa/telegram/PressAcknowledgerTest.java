package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.telegram.incoming.Origin;

class PressAcknowledgerTest {
    private TelegramRig rig;
    private EmulatedChat group;
    private Person an;
    private PressAcknowledger presses;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.polling();
        an = rig.telegram.person("An");
        group = rig.telegram.supergroup("Thôn Đông").admin(an);
        presses = rig.channel.presses();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Somebody presses a button under a menu. */
    private void pressed() {
        OutgoingMessage menu = OutgoingMessage.plain("Chọn nguồn tin")
                .withButtons(List.of(List.of(new Button.Action("Văn hóa", "nguon:1"))));
        rig.channel.messenger().send(TelegramRig.at(group), menu);
        ShownMessage shown = group.lastMessage();
        group.press(an, shown, "Văn hóa");
        rig.awaitSaid(1);
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
    void who_pressed_sees_a_short_line() {
        pressed();

        presses.acknowledge(origin(), Optional.of("Đã theo dõi"));

        assertThat(toasts())
                .singleElement()
                .satisfies(call -> assertThat(call.parameters()).containsEntry("text", "Đã theo dõi"));
    }

    @Test
    void a_press_is_acknowledged_even_when_there_is_nothing_to_say() {
        pressed();

        presses.acknowledge(origin(), Optional.empty());

        assertThat(toasts())
                .singleElement()
                .satisfies(call -> assertThat(call.parameters()).doesNotContainKey("text"));
    }

    @Test
    void words_need_no_acknowledgement() {
        presses.acknowledge(words(), Optional.of("Dạ, đã ghi nhận"));

        assertThat(toasts()).isEmpty();
    }

    @Test
    void a_press_too_old_to_be_acknowledged_is_let_be() {
        pressed();
        rig.telegram.expirePresses();

        presses.acknowledge(origin(), Optional.of("Xong"));

        assertThat(toasts())
                .singleElement()
                .satisfies(call -> assertThat(call.outcome()).isNotEqualTo(Call.Outcome.OK));
    }

    @Test
    void a_long_toast_is_shortened_without_breaking_a_sign() {
        pressed();

        presses.acknowledge(origin(), Optional.of("x".repeat(198) + "😀😀"));

        assertThat(toasts()).singleElement().satisfies(call -> {
            assertThat(call.outcome()).isEqualTo(Call.Outcome.OK);
            assertThat(call.parameters().get("text")).isEqualTo("x".repeat(198) + "…");
        });
    }
}
