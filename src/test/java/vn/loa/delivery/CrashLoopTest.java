package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;

/** A program that is killed again and again during one broadcast, always while some of its messages are on their way. */
class CrashLoopTest extends DeliveryFixture {
    private static final int CHATS = 1_000;
    private static final int KILLS = 16;
    private static final int CLAIMED = 30;
    private static final int SENDING = 8;

    @Test
    void sixteen_kills_give_nobody_more_than_two_copies_and_leave_nobody_out() {
        stores.database().transaction(() -> {
            for (int i = 1; i <= CHATS; i++) {
                chat("-" + i);
            }
        });
        announce("Một");
        Map<Long, Integer> copies = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int lost = 0;
            for (Delivery delivery : claim()) {
                if (copies.size() + lost < CHATS && lost < SENDING) {
                    stores.deliveries().begin(List.of(delivery));
                    copies.merge(delivery.chat().id(), 1, Integer::sum);
                    lost++;
                }
            }
            assertThat(stores.deliveries().reclaimAll(clock.instant(), RETRIES.first()))
                    .isEqualTo(lost);
            clock.pass(Duration.ofSeconds(2));
        }
        assertThat(copies).hasSize(KILLS * SENDING);
        pass(Duration.ofMinutes(3), Duration.ofSeconds(5));
        channel.said().forEach(said -> copies.merge(chatId(said.to().chatId()), 1, Integer::sum));
        assertThat(copies).hasSize(CHATS);
        assertThat(copies.values()).allMatch(count -> count <= 2);
        assertThat(stores.deliveries().count(DeliveryState.SENT)).isEqualTo(CHATS);
    }

    private List<Delivery> claim() {
        return stores.deliveries().claim(ScriptedMessenger.BOT, CLAIMED, clock.instant(), Duration.ofMinutes(2));
    }

    private long chatId(String external) {
        return stores.chats().at(ScriptedMessenger.BOT, external).get(0).id();
    }
}
