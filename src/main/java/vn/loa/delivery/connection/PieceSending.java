package vn.loa.delivery.connection;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;

/**
 * Sends a message that is too long for one of its platform, piece after piece, each with a permit of its own. Each is taken
 * down before the next goes, so that nothing that the platform has taken is said again when the rest has to wait.
 */
public final class PieceSending implements SendInParts {
    private final BotConnection connection;
    private final boolean shared;
    private final List<OutgoingMessage> pieces;
    private final SendCallback callback;
    private final PieceProgress progress;
    private final List<String> taken;
    private volatile ChatAddress to;

    /**
     * Prepares the sending of a message in pieces.
     *
     * @param pieces as {@link BotConnection#pieces} gives them
     * @param taken the platform's numbers of those that it has taken already, from the first on
     */
    public PieceSending(
            BotConnection connection,
            SendRequest request,
            List<OutgoingMessage> pieces,
            List<String> taken,
            SendCallback callback,
            PieceProgress progress) {
        this.connection = connection;
        this.shared = request.shared();
        this.to = request.to();
        this.pieces = List.copyOf(pieces);
        this.taken = new CopyOnWriteArrayList<>(taken);
        this.callback = callback;
        this.progress = progress;
    }

    /** A piece that is refused is not shortened: it would go on in the middle of a sentence. */
    @Override
    public Optional<SendRequest> next() {
        return taken.size() == pieces.size()
                ? Optional.empty()
                : Optional.of(
                        SendRequest.of(to, shared, pieces.get(taken.size())).unshortened());
    }

    @Override
    public boolean stillWanted() {
        return callback.stillWanted();
    }

    @Override
    public boolean wants(SendRequest request) {
        to = request.to();
        return callback.wants(request);
    }

    @Override
    public void ended(SendOutcome outcome) {
        if (!(outcome instanceof SendOutcome.Sent sent)) {
            callback.ended(outcome);
            return;
        }
        int number = taken.size();
        taken.add(sent.messageId());
        progress.taken(number, pieces.get(number).text().text(), sent.messageId());
        next().ifPresentOrElse(request -> connection.sendWhenPermitted(request, this), this::finish);
    }

    /** The first piece stands for the message. */
    @Override
    public void finish() {
        callback.ended(new SendOutcome.Sent(taken.get(0), to));
    }
}
