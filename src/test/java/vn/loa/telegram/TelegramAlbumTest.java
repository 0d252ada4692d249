package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.Media;
import vn.loa.model.Media.Kept.Form;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.ReplyTarget;
import vn.loa.model.RichText;

/** Several pictures or files in one message. */
class TelegramAlbumTest {
    private static final RichText WORDS =
            RichText.builder().bold("Thông báo").plain("\nSơ đồ").build();

    private TelegramRig rig;
    private EmulatedChat group;
    private Messenger messenger;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
        group = rig.telegram.supergroup("Thôn Đông");
        messenger = rig.channel.messenger();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static Media.Kept file(Form form, String id) {
        return new Media.Kept(TelegramRig.BOT, form, id);
    }

    private static Media.Album photos(String... ids) {
        return new Media.Album(Stream.of(ids).map(id -> file(Form.PHOTO, id)).toList());
    }

    private SendResult send(Media album) {
        return messenger.send(TelegramRig.at(group), OutgoingMessage.of(WORDS).withMedia(album));
    }

    private static String ids(List<ShownMessage> messages) {
        return String.join(
                " ", messages.stream().map(each -> Long.toString(each.id())).toList());
    }

    private long calls(String method) {
        return rig.telegram.history().of(method).size();
    }

    @Test
    void pictures_go_as_one_album_with_the_words_under_the_first() {
        SendResult result = send(photos("photo-1", "photo-2", "photo-3"));
        assertThat(group.messages()).extracting(ShownMessage::text).containsExactly("Thông báo\nSơ đồ", "", "");
        assertThat(group.messages())
                .extracting(each -> each.media().orElseThrow())
                .containsExactly("photo-1", "photo-2", "photo-3");
        assertThat(result).isEqualTo(new SendResult.Sent(ids(group.messages())));
        assertThat(calls("sendMediaGroup")).isEqualTo(1);
        assertThat(calls("sendPhoto")).isZero();
    }

    @Test
    void documents_are_an_album_of_their_own() {
        send(new Media.Album(List.of(file(Form.DOCUMENT, "document-1"), file(Form.DOCUMENT, "document-2"))));
        assertThat(calls("sendMediaGroup")).isEqualTo(1);
        assertThat(group.messages()).hasSize(2);
    }

    @Test
    void a_refused_album_sends_nothing_and_says_that_its_files_were_refused() {
        assertThat(send(photos("unknown", "photo-2")))
                .isInstanceOfSatisfying(
                        SendResult.PartRefused.class,
                        refused -> assertThat(refused.part()).isEqualTo(Part.PHOTO));
        assertThat(group.messages()).isEmpty();
    }

    @Test
    void what_is_no_fault_of_the_files_is_told_as_it_is() {
        rig.telegram.faults().on("sendMediaGroup").flood(7);
        assertThat(send(photos("photo-1", "photo-2"))).isInstanceOf(SendResult.RetryAfter.class);
        rig.telegram.faults().on("sendMediaGroup").cutAfter();
        assertThat(send(photos("photo-1", "photo-2"))).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void an_album_may_answer_words_and_its_caption_can_be_changed_and_all_be_deleted() {
        SendResult.Sent words = (SendResult.Sent) messenger.send(TelegramRig.at(group), OutgoingMessage.of(WORDS));
        OutgoingMessage files = OutgoingMessage.of(RichText.plain(""))
                .withMedia(photos("photo-1", "photo-2"))
                .inReplyTo(ReplyTarget.to(words.messageId()));
        SendResult.Sent album = (SendResult.Sent) messenger.send(TelegramRig.at(group), files);
        assertThat(rig.telegram
                        .history()
                        .of("sendMediaGroup")
                        .get(0)
                        .parameters()
                        .get("reply_parameters"))
                .contains(words.messageId());
        OutgoingMessage other = OutgoingMessage.plain("Sơ đồ mới").withMedia(photos("photo-1", "photo-2"));
        assertThat(messenger.edit(TelegramRig.at(group), album.messageId().split(" ")[0], other))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(group.messages().get(1).text()).isEqualTo("Sơ đồ mới");
        assertThat(messenger.edit(TelegramRig.at(group), words.messageId(), other))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(group.messages().get(0).text()).isEqualTo("Sơ đồ mới");
        assertThat(messenger.delete(TelegramRig.at(group), words.messageId() + " " + album.messageId()))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(group.messages()).isEmpty();
    }
}
