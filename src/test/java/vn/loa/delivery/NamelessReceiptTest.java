package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReceiptStore;

/** Acknowledgements of people whose names the platform tells only later, for many answer at once. */
class NamelessReceiptTest extends AlbumFixture {
    private static final PersonId LAN = new PersonId(Platform.ZALO, "12");

    private void acknowledged(Instant at) {
        long notice = announced(true);
        dispatcher.run();
        assertThat(stores.receipts()
                        .acknowledge(AnnouncementRef.notice(notice), chat.id(), LAN, "", ReceiptStore.How.BUTTON, at))
                .isPresent();
    }

    private int named(String name) {
        return stores.database()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM receipt WHERE name = ?")
                        .bind(0, name)
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void a_name_that_is_told_later_fills_the_receipts_of_the_day_and_none_whose_name_was_to_be_forgotten() {
        stores.roles().seen(LAN, "", clock.instant());
        acknowledged(clock.instant());
        acknowledged(clock.instant().minus(Duration.ofDays(400)));
        stores.roles().told(LAN, "Lan", clock.instant());
        assertThat(named("Lan")).isEqualTo(1);
        assertThat(named("")).isEqualTo(1);
    }

    @Test
    void a_receipt_that_is_written_after_the_name_was_told_bears_it() {
        stores.roles().seen(LAN, "", clock.instant());
        stores.roles().told(LAN, "Lan", clock.instant());
        acknowledged(clock.instant());
        assertThat(named("Lan")).isEqualTo(1);
    }
}
