package vn.loa.command.setting;

import java.time.InstantSource;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Role;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.text.Folding;

/** Changes whether a chat is asked for receipts, for people who may change its settings. */
public final class ReceiptCommand implements Command {
    private final ReceiptStore receipts;
    private final AuditStore audit;
    private final InstantSource clock;

    public ReceiptCommand(CommandContext context, ReceiptStore receipts) {
        this.receipts = receipts;
        this.audit = context.audit();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "xacnhan";
    }

    @Override
    public List<String> aliases() {
        return List.of("receipts");
    }

    @Override
    public List<String> plainWords() {
        return List.of("xac nhan");
    }

    @Override
    public boolean takes(String rest) {
        return List.of("bat", "tat", "on", "off").contains(Folding.fold(rest));
    }

    @Override
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    @Override
    public Reply run(Request request) {
        String wish = Folding.fold(request.arguments());
        if (wish.equals("bat") || wish.equals("on")) {
            return set(request, true);
        }
        if (wish.equals("tat") || wish.equals("off")) {
            return set(request, false);
        }
        boolean wanted = receipts.chats().contains(request.chat().id());
        return request.plain(wanted ? "receipts.are-on" : "receipts.are-off");
    }

    private Reply set(Request request, boolean wanted) {
        receipts.want(request.chat().id(), wanted, clock.instant());
        audit.add(request.person().key(), "receipts", request.chat().id() + (wanted ? " on" : " off"), clock.instant());
        return request.plain(wanted ? "receipts.on" : "receipts.off");
    }
}
