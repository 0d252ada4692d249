package vn.loa.command;

import java.util.List;
import vn.loa.model.Role;

/** {@code /start}: says what Loa is and how to begin; Telegram sends it when a chat with a bot is opened. */
final class StartCommand implements Command {
    private final Reception reception;
    private final ClaimCommand claim;

    StartCommand(Reception reception, ClaimCommand claim) {
        this.reception = reception;
        this.claim = claim;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<String> aliases() {
        return List.of("batdau");
    }

    @Override
    public List<String> plainWords() {
        return List.of("bat dau", "xin chao", "start");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    /** A deep link {@code ?start=CODE} carries an operator's claim. */
    @Override
    public Reply run(Request request) {
        return request.arguments().isEmpty() ? Reply.plain(reception.greeting(request.chat())) : claim.run(request);
    }
}
