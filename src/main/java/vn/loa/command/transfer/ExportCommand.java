package vn.loa.command.transfer;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UsageReplies;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.text.Folding;

/** Runs {@code /xuat}: exports the subscriptions of all chats as a CSV file, or the sources as OPML. */
public final class ExportCommand implements Command {
    private final ChatStore chats;
    private final SubscriptionStore subscriptions;
    private final SourceStore sources;
    private final AuditStore audit;
    private final InstantSource clock;
    private final UsageReplies usage;

    public ExportCommand(
            CommandContext context, ChatStore chats, SubscriptionStore subscriptions, SourceStore sources) {
        this.chats = chats;
        this.subscriptions = subscriptions;
        this.sources = sources;
        this.audit = context.audit();
        this.clock = context.clock();
        this.usage = new UsageReplies(clock);
    }

    @Override
    public String name() {
        return "xuat";
    }

    @Override
    public List<String> aliases() {
        return List.of("export");
    }

    @Override
    public List<String> plainWords() {
        return List.of("xuat du lieu");
    }

    @Override
    public boolean takes(String rest) {
        return List.of("csv", "opml").contains(Folding.fold(rest));
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public boolean inGroups() {
        return false;
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("export.private");
        }
        String wish = Folding.fold(request.arguments().strip());
        if (!wish.isEmpty() && !wish.equals("opml") && !wish.equals("csv")) {
            return usage.of(request.say("export.usage"), "/xuat", "/xuat opml");
        }
        audit.add(request.person().key(), "export", wish.isEmpty() ? "csv" : wish, clock.instant());
        return Reply.of(wish.equals("opml") ? outline(request) : table(request));
    }

    private OutgoingMessage table(Request request) {
        List<Map.Entry<Chat, Subscription>> lines = new ArrayList<>();
        chats.all().forEach(chat -> subscriptions.of(chat.id()).forEach(each -> lines.add(Map.entry(chat, each))));
        return file(request.say("export.table", lines.size()), "loa-theo-doi.csv", SubscriptionTable.write(lines));
    }

    private OutgoingMessage outline(Request request) {
        List<Source> all = sources.active();
        return file(request.say("export.outline", all.size()), "loa-nguon-tin.opml", SourceOutline.write("Loa", all));
    }

    private static OutgoingMessage file(String text, String name, byte[] content) {
        return OutgoingMessage.plain(text).withMedia(new Media.Made(Media.Kept.Form.DOCUMENT, name, content));
    }
}
