package vn.loa.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.command.Reply;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;

class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<IncomingCommand> heard = new ArrayList<>();

    private ConsoleMessenger messenger(int width, boolean styled) {
        return messenger(width, styled, "› ");
    }

    private ConsoleMessenger messenger(int width, boolean styled, String prompt) {
        return new ConsoleMessenger(
                new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), width, styled, prompt),
                Phrases.vietnamese(),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                InstantSource.fixed(Instant.parse("2026-03-09T10:00:05Z")));
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final OutgoingMessage NEWS = OutgoingMessage.of(RichText.builder()
                    .bold("Tập huấn công tác Mặt trận năm 2026")
                    .plain("\nSáng 9/3, xã mở lớp.")
                    .build())
            .withButtons(List.of(List.of(new Button.Link("Đọc toàn văn", URI.create("https://x.gov.vn/1")))));

    @Test
    void a_message_stands_in_a_frame_with_its_time_and_its_link() {
        messenger(30, false).send(ConsoleMessenger.CHAT, NEWS);
        assertThat(shown()).isEqualTo("""
                        \r┌─ Loa 17:00:05
                        │ Tập huấn công tác Mặt trận
                        │ năm 2026
                        │ Sáng 9/3, xã mở lớp.
                        │ → Đọc toàn văn: https://x.gov.vn/1
                        └─
                        ›\s""");
    }

    @Test
    void in_a_pipe_there_is_no_prompt() {
        ConsoleMessenger messenger = messenger(30, false, "");
        messenger.line("Đã kiểm tra");
        messenger.send(ConsoleMessenger.CHAT, OutgoingMessage.plain("Chào đồng chí"));
        assertThat(shown()).isEqualTo("""
                        Đã kiểm tra
                        ┌─ Loa 17:00:05
                        │ Chào đồng chí
                        └─
                        """);
    }

    @Test
    void styles_are_shown_only_where_the_terminal_can() {
        messenger(80, true).send(ConsoleMessenger.CHAT, NEWS);
        assertThat(shown()).contains("\u001B[1mnăm \u001B[0m");
    }

    @Test
    void a_portal_cannot_send_control_characters_to_the_terminal() {
        messenger(80, true).send(ConsoleMessenger.CHAT, OutgoingMessage.plain("a\u001B[2Jb\u0007c"));
        assertThat(shown()).contains("a[2Jbc");
    }

    @Test
    void a_typed_number_presses_the_button_shown_last() {
        ConsoleMessenger messenger = messenger(80, false);
        messenger.send(
                ConsoleMessenger.CHAT,
                OutgoingMessage.plain("Chọn:")
                        .withButtons(List.of(List.of(new Button.Action("Văn hóa", "theodoi:S:a")))));
        listen(messenger, "1\n2\n/tinmoi\n\n   \n");
        assertThat(shown()).contains("[1] Văn hóa", "Gõ số để chọn");
        assertThat(heard).extracting(IncomingCommand::words).containsExactly("theodoi:S:a", "2", "/tinmoi");
        assertThat(heard.get(0).press()).isPresent();
        assertThat(heard.get(1).press()).isEmpty();
        assertThat(heard).allMatch(IncomingCommand::addressed);
    }

    @Test
    void the_end_of_the_input_ends_the_listening_and_a_failing_answer_does_not() {
        ConsoleMessenger messenger = messenger(80, false);
        List<String> words = new ArrayList<>();
        new ConsoleInput(new BufferedReader(new StringReader("a\nb")), messenger, incoming -> {
                    words.add(incoming.words());
                    throw new IllegalStateException("on purpose");
                })
                .listen();
        assertThat(words).containsExactly("a", "b");
    }

    @Test
    void an_answer_is_shown_with_its_toast() {
        ConsoleMessenger messenger = messenger(80, false);
        new ConsoleInput(
                        new BufferedReader(new StringReader("a")),
                        messenger,
                        incoming -> Reply.edit(OutgoingMessage.plain("Mới"), "Xong"))
                .listen();
        assertThat(shown()).contains("Xong\n", "(đã sửa)", "│ Mới");
    }

    private void listen(ConsoleMessenger messenger, String typed) {
        new ConsoleInput(new BufferedReader(new StringReader(typed)), messenger, incoming -> {
                    heard.add(incoming);
                    return Reply.none();
                })
                .listen();
    }
}
