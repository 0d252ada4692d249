package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.model.Article;
import vn.loa.model.Chat;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;

/** A chat that wants no pictures gets the words alone, and all else as before. */
class PicturesTest extends DeliveryFixture {
    private static final URI IMAGE = URI.create("https://x.gov.vn/anh.jpg");

    private Article announceWithPicture(String title) {
        Article article = stores.articles().add(article(title, Optional.of(IMAGE)), clock.instant());
        stores.deliveries().enqueueArticle(article.id(), Priority.ORDINARY, clock.instant());
        return article;
    }

    private OutgoingMessage saidTo(String chatId) {
        return channel.said().stream()
                .filter(said -> said.to().chatId().equals(chatId))
                .reduce((first, last) -> last)
                .orElseThrow()
                .message();
    }

    @Test
    void only_chats_that_want_pictures_get_them() {
        chat("-1");
        Chat plain = chat("-2");
        stores.pictures().want(plain.id(), false);
        announceWithPicture("Một");
        dispatcher.run();
        assertThat(saidTo("-1").photo()).contains(IMAGE);
        assertThat(saidTo("-2").photo()).isEmpty();
        assertThat(saidTo("-2").text()).isEqualTo(saidTo("-1").text());
        assertThat(saidTo("-2").buttons()).isEqualTo(saidTo("-1").buttons());

        stores.pictures().want(plain.id(), true);
        announceWithPicture("Hai");
        dispatcher.run();
        assertThat(saidTo("-2").photo()).contains(IMAGE);
    }

    @Test
    void receipts_are_asked_for_without_a_picture_too() {
        Chat plain = chat("-2");
        stores.pictures().want(plain.id(), false);
        stores.receipts().want(plain.id(), true, clock.instant());
        announceWithPicture("Một");
        dispatcher.run();
        assertThat(saidTo("-2").photo()).isEmpty();
        assertThat(saidTo("-2").buttons()).hasSize(2);
    }

    @Test
    void what_an_operator_announces_keeps_its_picture() {
        Chat plain = chat("-2");
        stores.pictures().want(plain.id(), false);
        Media.Kept poster = new Media.Kept(ScriptedMessenger.BOT, Media.Kept.Form.PHOTO, "file-1");
        long notice = stores.notices()
                .add("announcement", OutgoingMessage.plain("Họp").withMedia(poster), clock.instant());
        stores.deliveries().enqueueNotice(notice, List.of(plain.id()), Priority.NOTICE, clock.instant());
        dispatcher.run();
        assertThat(saidTo("-2").media()).contains(poster);
    }
}
