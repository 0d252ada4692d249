package vn.loa.app;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.web.Metrics;

/** Counts and times the calls of a channel by their results. */
final class MeasuredMessenger implements Messenger {
    private final Messenger inner;
    private final Metrics metrics;

    MeasuredMessenger(Messenger inner, Metrics metrics) {
        this.inner = inner;
        this.metrics = metrics;
    }

    private SendResult measured(String call, Supplier<SendResult> work) {
        long before = System.nanoTime();
        SendResult result = work.get();
        metrics.took(
                "loa.sends",
                "Calls to a platform by what became of them",
                Map.of(
                        "bot",
                        bot().key(),
                        "call",
                        call,
                        "result",
                        MetricsCollector.word(result.getClass().getSimpleName())),
                Duration.ofNanos(System.nanoTime() - before));
        return result;
    }

    @Override
    public Bot bot() {
        return inner.bot();
    }

    @Override
    public Capabilities capabilities() {
        return inner.capabilities();
    }

    @Override
    public boolean maySpeak() {
        return inner.maySpeak();
    }

    @Override
    public List<OutgoingMessage> pieces(OutgoingMessage message) {
        return inner.pieces(message);
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        return measured("send", () -> inner.send(to, message));
    }

    @Override
    public SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return measured("edit", () -> inner.edit(to, messageId, message));
    }

    @Override
    public SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        return measured("relabel", () -> inner.relabel(to, messageId, buttons));
    }

    @Override
    public SendResult delete(ChatAddress to, String messageId) {
        return measured("delete", () -> inner.delete(to, messageId));
    }

    @Override
    public boolean confirms(ChatAddress chat) {
        return inner.confirms(chat);
    }

    @Override
    public SendResult ping() {
        return measured("ping", inner::ping);
    }
}
