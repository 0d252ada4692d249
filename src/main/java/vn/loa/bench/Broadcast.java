package vn.loa.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.loa.delivery.channel.Capabilities.Rates;
import vn.loa.model.DeliveryState;

/**
 * Measures the delivery of one article to all chats of one or more bots, each on a node of its own.
 *
 * @param took the time from the first claim until the last delivery was recorded as sent
 * @param refused the number of messages that the platform refused
 */
record Broadcast(Duration took, int refused) {
    /**
     * Sends an article to so many chats of each stage's bot, at these rates, to platforms that strictly keep the same
     * limit.
     *
     * @param stages the same database, opened by each node; each has a bot of its own
     * @throws IllegalStateException when not everything arrived exactly once
     */
    static Broadcast run(List<Stage> stages, int chats, Rates rates) throws IOException {
        stages.forEach(stage -> stage.seat(chats));
        stages.get(0).announce();
        List<SendingNode> nodes = new ArrayList<>();
        try {
            for (Stage stage : stages) {
                nodes.add(new SendingNode(stage, rates));
            }
            Duration took = send(nodes);
            verify(stages.get(0), nodes, chats * stages.size());
            return new Broadcast(
                    took, nodes.stream().mapToInt(SendingNode::refused).sum());
        } finally {
            nodes.forEach(SendingNode::close);
        }
    }

    private static Duration send(List<SendingNode> nodes) {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        long start = System.nanoTime();
        nodes.stream()
                .map(node -> CompletableFuture.runAsync(node::send, threads))
                .toList()
                .forEach(CompletableFuture::join);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        threads.shutdown();
        return took;
    }

    private static void verify(Stage stage, List<SendingNode> nodes, int messages) {
        int sent = stage.storage().deliveries().count(DeliveryState.SENT);
        int taken = nodes.stream().mapToInt(SendingNode::taken).sum();
        if (sent != messages || taken != messages) {
            throw new IllegalStateException(
                    messages + " messages were to be sent, " + sent + " were, and " + taken + " arrived");
        }
    }
}
