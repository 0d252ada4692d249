package vn.loa.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.RetryAfter;
import vn.loa.model.ChatKind;
import vn.loa.model.DeliveryState;

/** A broadcast in real time against a channel that counts, and refuses what is over the limit in any second. */
class BroadcastTest extends DeliveryFixture {
    private static final int A_SECOND = 300;

    private final Deque<Long> lastSecond = new ArrayDeque<>();
    private int refused;

    @Test
    void a_broadcast_at_the_limit_is_never_refused_and_reaches_everybody_once() {
        use(new ScriptedMessenger(new Capabilities(4096, 0, true, true, true, true, new Rates(A_SECOND, 1, 20))));
        stores.database().transaction(() -> {
            for (int i = 1; i <= 900; i++) {
                chat("-" + i, i % 2 == 0 ? ChatKind.SUPERGROUP : ChatKind.PRIVATE);
            }
        });
        channel.always(this::counted);
        announce("Một");
        long start = System.nanoTime();
        dispatcher.run();
        assertThat(refused).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(2));
        assertThat(stores.deliveries().count(DeliveryState.SENT)).isEqualTo(900);
        assertThat(channel.said()).extracting(said -> said.to().chatId()).doesNotHaveDuplicates();
    }

    private synchronized SendResult counted() {
        long now = System.nanoTime();
        while (!lastSecond.isEmpty()
                && now - lastSecond.getFirst() > Duration.ofSeconds(1).toNanos()) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() >= A_SECOND) {
            refused++;
            return new RetryAfter(Duration.ofSeconds(1), RetryAfter.Scope.BOT);
        }
        lastSecond.addLast(now);
        return new SendResult.Sent("1");
    }
}
