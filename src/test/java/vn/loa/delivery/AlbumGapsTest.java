package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.store.message.AlbumGap;

/** Authors learn once of pictures that did not arrive, or that still stand after they were taken back. */
class AlbumGapsTest extends AlbumFixture {
    private static SendResult refused() {
        return new SendResult.PartRefused(SendResult.PartRefused.Part.PHOTO, "wrong file identifier");
    }

    private List<AlbumGap> gaps(long notice) {
        return stores.albums().gaps(notice);
    }

    @Test
    void an_author_is_told_of_a_broadcast_when_none_of_its_messages_is_under_way() {
        Chat held = chat("-2");
        channel.then("-1", new SendResult.Sent("m1"));
        IntStream.range(0, 3).forEach(each -> channel.then("-1", refused()));
        channel.then("-2", new SendResult.RetryAfter(Duration.ofMinutes(5), SendResult.RetryAfter.Scope.RECIPIENT));
        long notice = announced(true);
        stores.deliveries().enqueueNotice(notice, List.of(held.id()), Priority.ORDINARY, clock.instant());
        dispatcher.run();
        assertThat(stores.albums().takeUntold(clock.instant())).isEmpty();
        channel.then("-2", new SendResult.Sent("m2"));
        IntStream.range(0, 3).forEach(each -> channel.then("-2", refused()));
        pass(Duration.ofMinutes(6), Duration.ofMinutes(1));
        assertThat(stores.albums().takeUntold(clock.instant())).containsExactly(notice);
        assertThat(stores.albums().takeUntold(clock.instant())).isEmpty();
    }

    @Test
    void the_preview_of_an_album_names_the_files_that_were_refused() {
        channel.then("-1", refused()).then("-1", refused()).then("-1", new SendResult.Sent("a2"));
        try (Answers answers = workers.answers(line)) {
            answers.send(chat.address(), OutgoingMessage.plain("Sơ đồ").withMedia(ALBUM))
                    .join();
        }
        assertThat(channel.saidTo("-1")).last().asString().contains("tệp thứ 1 ", "gửi lại");
    }

    @Test
    void nobody_misses_a_file_of_what_was_taken_back() {
        channel.deletes(true);
        channel.then("-1", new SendResult.Sent("m1"));
        IntStream.range(0, 3).forEach(each -> channel.then("-1", refused()));
        long notice = announced(true);
        dispatcher.run();
        assertThat(gaps(notice)).isNotEmpty();
        stores.amendments().recall(notice, clock.instant());
        assertThat(stores.albums().takeUntold(clock.instant())).isEmpty();
        corrector().run();
        assertThat(gaps(notice)).isEmpty();
        assertThat(stores.albums().takeUntold(clock.instant())).isEmpty();
    }

    @Test
    void parts_that_remain_are_told_once_all_was_tried() {
        channel.then("-1", new SendResult.Sent("m1")).then("-1", new SendResult.Sent("a1 a2"));
        long notice = announced(true);
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        sql(
                "INSERT INTO delivery_remaining (delivery_id, external_id, file, reason) SELECT id, 'a1', 0, 'x' FROM delivery");
        assertThat(stores.albums().takeUntold(clock.instant()))
                .as("the rest is still being deleted")
                .isEmpty();
        corrector().run();
        assertThat(stores.albums().takeUntold(clock.instant())).containsExactly(notice);
    }

    @Test
    void a_picture_alone_that_cannot_be_deleted_is_named() {
        channel.then("-1", new SendResult.Sent("m1"));
        long notice =
                stores.notices().add("test", OutgoingMessage.plain("Sơ đồ").withMedia(photo("1")), clock.instant());
        stores.deliveries().enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, clock.instant());
        dispatcher.run();
        stores.amendments().recall(notice, clock.instant());
        corrector().run();
        assertThat(gaps(notice))
                .extracting(AlbumGap::kind, each -> each.file().orElse(-1), AlbumGap::photo)
                .containsExactly(tuple(AlbumGap.Kind.REMAINING, 0, true));
    }
}
