package vn.loa.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import vn.loa.app.DeliveryWorkers;
import vn.loa.command.setting.ReceiptCommand;
import vn.loa.delivery.BotConnection;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.DeliveryState;
import vn.loa.model.QuietHours;
import vn.loa.phrases.Phrases;
import vn.loa.telegram.TelegramChannel;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;

/**
 * Measures the delivery of one article to all chats of a stage.
 *
 * @param took the time from the first claim until the last delivery was recorded as sent
 * @param refused the number of messages that the platform refused
 */
record Broadcast(Duration took, int refused) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** No quiet hours: figures must not depend on the time of day. */
    private static final QuietHours NEVER_QUIET =
            new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 0), QuietHours.Mode.OFF);

    /**
     * Sends an article to so many chats, at these rates, to a platform that strictly keeps the same limit.
     *
     * @throws IllegalStateException when not everything arrived exactly once
     */
    static Broadcast run(Stage stage, int chats, Rates rates) throws IOException {
        stage.seat(chats);
        stage.announce();
        try (LoopbackApi api = new LoopbackApi(rates.botPerSecond());
                TelegramChannel channel = channel(api, rates, stage);
                BotConnection connection = workers(stage).connect(channel.messenger())) {
            Duration took = send(workers(stage).dispatcher(connection, Optional.empty()));
            verify(stage, api, chats);
            return new Broadcast(took, api.refused());
        }
    }

    private static TelegramChannel channel(LoopbackApi api, Rates rates, Stage stage) {
        TelegramAccount account = new TelegramAccount(Stage.BOT, "1:bench", api.url(), Optional.empty());
        TelegramOptions options = new TelegramOptions(rates, false, TelegramOptions.Times.STANDARD);
        return new TelegramChannel(account, options, stage.clock());
    }

    private static DeliveryWorkers workers(Stage stage) {
        return new DeliveryWorkers(
                stage.storage(),
                Phrases.vietnamese(),
                MessageFormats.of(Phrases.vietnamese(), ZONE, ReceiptCommand.Acknowledging::button, 10),
                new SendCalendar.Rules(NEVER_QUIET, ZONE),
                RetryPolicy.USUAL,
                stage.clock());
    }

    private static Duration send(Dispatcher dispatcher) {
        long start = System.nanoTime();
        dispatcher.run();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        dispatcher.stop();
        return took;
    }

    private static void verify(Stage stage, LoopbackApi api, int chats) {
        int sent = stage.storage().deliveries().count(DeliveryState.SENT);
        if (sent != chats || api.taken() != chats) {
            throw new IllegalStateException(
                    chats + " messages were to be sent, " + sent + " were, and " + api.taken() + " arrived");
        }
    }
}
