package vn.loa.command.transfer;

import java.time.InstantSource;
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

/** Runs {@code /xuat}: exports the subscriptions of all chats as CSV or XLSX, or the sources as OPML. */
public final class ExportCommand implements Command {
    private static final List<String> FORMS = List.of("csv", "xlsx", "excel", "opml");

    private final ExportedData data;
    private final AuditStore audit;
    private final InstantSource clock;
    private final UsageReplies usage;

    public ExportCommand(
            CommandContext context, ChatStore chats, SubscriptionStore subscriptions, SourceStore sources) {
        this.data = new ExportedData(chats, subscriptions, sources);
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
        return FORMS.contains(Folding.fold(rest));
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
        if (!wish.isEmpty() && !FORMS.contains(wish)) {
            return usage.of(request.say("export.usage"), "/xuat", "/xuat xlsx", "/xuat opml");
        }
        audit.add(request.person().key(), "export", wish.isEmpty() ? "csv" : wish, clock.instant());
        boolean workbook = wish.equals("xlsx") || wish.equals("excel");
        return Reply.of(wish.equals("opml") ? outline(request) : table(request, workbook));
    }

    private OutgoingMessage table(Request request, boolean workbook) {
        List<Map.Entry<Chat, Subscription>> lines = data.subscriptions();
        String told = request.say("export.table", lines.size());
        return workbook
                ? file(told, "loa-theo-doi.xlsx", new SubscriptionTable(request.phrases()).workbook("Loa", lines))
                : file(told, "loa-theo-doi.csv", ExportedData.table(lines));
    }

    private OutgoingMessage outline(Request request) {
        List<Source> all = data.sources();
        return file(request.say("export.outline", all.size()), "loa-nguon-tin.opml", ExportedData.outline(all));
    }

    private static OutgoingMessage file(String text, String name, byte[] content) {
        return OutgoingMessage.plain(text).withMedia(new Media.Made(Media.Kept.Form.DOCUMENT, name, content));
    }
}
