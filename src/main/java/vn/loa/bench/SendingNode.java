package vn.loa.bench;

import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import vn.loa.app.DeliveryWorkers;
import vn.loa.command.setting.AcknowledgeCommand;
import vn.loa.delivery.Dispatcher;
import vn.loa.delivery.FileResender;
import vn.loa.delivery.RetryPolicy;
import vn.loa.delivery.SendCalendar;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.QuietHours;
import vn.loa.phrases.Phrases;
import vn.loa.telegram.TelegramChannel;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;

/** Sends for the bot of one stage, to a platform of its own that strictly keeps the same limit. */
final class SendingNode implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    /** No quiet hours: figures must not depend on the time of day. */
    private static final QuietHours NEVER_QUIET =
            new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 0), QuietHours.Mode.OFF);

    private final LoopbackApi api;
    private final TelegramChannel channel;
    private final BotConnection connection;
    private final Dispatcher dispatcher;

    /**
     * Connects the bot; nothing is sent yet.
     *
     * @throws IOException when there is no port for the platform on loopback
     */
    SendingNode(Stage stage, Rates rates) throws IOException {
        api = new LoopbackApi(rates.botPerSecond());
        TelegramAccount account = new TelegramAccount(stage.bot(), "1:bench", api.url(), Optional.empty());
        TelegramOptions options = new TelegramOptions(rates, false, TelegramOptions.Times.STANDARD);
        channel = new TelegramChannel(account, options, stage.clock());
        DeliveryWorkers workers = workers(stage);
        connection = workers.connect(channel.messenger());
        dispatcher = workers.dispatcher(connection, Optional.empty());
    }

    private static DeliveryWorkers workers(Stage stage) {
        return new DeliveryWorkers(
                stage.storage(),
                Phrases.vietnamese(),
                MessageFormats.of(Phrases.vietnamese(), ZONE, AcknowledgeCommand::button, 10),
                new SendCalendar.Rules(NEVER_QUIET, ZONE),
                RetryPolicy.USUAL,
                FileResender.PATIENCE,
                stage.clock());
    }

    /** Sends all that is due. */
    void send() {
        dispatcher.run();
    }

    /** Returns how many messages its platform took. */
    int taken() {
        return api.taken();
    }

    /** Returns how many messages its platform refused. */
    int refused() {
        return api.refused();
    }

    @Override
    public void close() {
        dispatcher.stop();
        connection.close();
        channel.close();
        api.close();
    }
}
