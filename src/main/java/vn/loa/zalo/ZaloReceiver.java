package vn.loa.zalo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.bot.UpdateReceiver;
import vn.loa.command.NumberedMenus;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.routing.CommandRouter;
import vn.loa.model.HealthIndicator;
import vn.loa.model.OutgoingMessage;
import vn.loa.web.WebRoute;

/** Receives a Zalo bot's updates, routes them to the commands and sends their answers with numbers for buttons. */
public final class ZaloReceiver implements ZaloListener, UpdateReceiver {
    private final String name;
    private final ZaloChannel channel;
    private final CommandRouter router;
    private final NumberedMenus menus;
    private final CountedAnswers answers;
    private final ZaloUpdates updates;
    private final Optional<Endpoint> endpoint;
    private final Optional<ZaloWebhook> webhook;

    /**
     * The address at which Zalo brings updates.
     *
     * @param path at our own server
     * @param address as Zalo reaches it
     */
    public record Endpoint(String path, URI address, String secret) {}

    /**
     * A receiver; it does not listen yet.
     *
     * @param name what the listening is called in the status
     */
    ZaloReceiver(
            String name,
            ZaloChannel channel,
            ZaloBots.Context context,
            CountedAnswers answers,
            Optional<Endpoint> endpoint) {
        this.name = name;
        this.channel = channel;
        this.router = context.router();
        this.menus = context.menus();
        this.answers = answers;
        this.updates = channel.updates(this, context.received());
        this.endpoint = endpoint;
        this.webhook = endpoint.map(each -> channel.webhook(each.secret(), updates));
    }

    @Override
    public void start() {
        endpoint.ifPresentOrElse(at -> updates.startListening(at.address(), at.secret()), updates::startPolling);
    }

    @Override
    public List<WebRoute> routes() {
        return webhook.map(each -> List.<WebRoute>of(
                        new ZaloWebhookRoute(endpoint.orElseThrow().path(), each)))
                .orElse(List.of());
    }

    @Override
    public boolean takeWebhook() {
        return endpoint.isEmpty() && updates.takeWebhook();
    }

    @Override
    public HealthIndicator.OfLoop health() {
        return new HealthIndicator.OfLoop(name, updates.lastPoll(), updates.problem());
    }

    @Override
    public Optional<Duration> longestPoll() {
        return endpoint.isPresent()
                ? Optional.empty()
                : Optional.of(channel.options().times().longestBetweenPolls());
    }

    /** Zalo's links lead to a bot but carry no code. */
    @Override
    public Optional<String> botName() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> groupInvitation() {
        return channel.profile().flatMap(ZaloProfile::groupInvitation);
    }

    @Override
    public boolean mayHear() {
        return answers.maySpeak();
    }

    @Override
    public void said(IncomingCommand incoming) {
        IncomingCommand command = menus.understood(incoming);
        for (OutgoingMessage message : menus.said(
                command,
                router.answer(command),
                channel.messenger().capabilities().hearing())) {
            answers.send(command, message);
        }
    }

    @Override
    public void close() {
        updates.close();
        channel.close();
    }
}
