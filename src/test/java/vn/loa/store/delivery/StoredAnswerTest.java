package vn.loa.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.model.ReplyTarget;
import vn.loa.model.RichText;

class StoredAnswerTest {
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final URI PAGE = URI.create("https://xa.vn/tin?a=1&b=%C3%A1");

    static Stream<OutgoingMessage> messages() {
        RichText text = RichText.builder()
                .bold("Tin \"mới\"\n")
                .italic("𝔛 ạ")
                .link("đây", PAGE)
                .code("/tim <x>")
                .build();
        OutgoingMessage full = OutgoingMessage.of(text)
                .withButtons(List.of(
                        List.of(new Button.Link("Đọc", PAGE), new Button.Action("Thôi", "thoi:1:á")), List.of()))
                .withPreview(PAGE);
        return Stream.of(
                OutgoingMessage.plain(""),
                full,
                full.withPhoto(PAGE).inReplyTo(ReplyTarget.to("17")),
                full.withMedia(new Media.Kept(BOT, Media.Kept.Form.DOCUMENT, "f-1")),
                full.withMedia(new Media.Made(Media.Kept.Form.PHOTO, "tuần.png", new byte[] {0, -1, 7}))
                        .inReplyTo(new ReplyTarget(Optional.empty(), Optional.of("7"), Optional.of("p"))));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_comes_back_as_it_was(OutgoingMessage message) {
        assertThat(StoredAnswer.read(StoredAnswer.write(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"message\":{\"spans\":[{\"text\":\"a\",\"style\":\"LOUD\"}]}}"})
    void what_is_no_message_is_told(String json) {
        assertThatThrownBy(() -> StoredAnswer.read(json)).isInstanceOf(RuntimeException.class);
    }
}
