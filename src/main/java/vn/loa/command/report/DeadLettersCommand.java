package vn.loa.command.report;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UsageReplies;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.DeadLetterStore;
import vn.loa.store.delivery.DeadLetterStore.Group;
import vn.loa.text.Folding;

/** Runs {@code /loi}: lists deliveries that failed for good, with reasons; operators try them again. */
public final class DeadLettersCommand implements Command {
    private static final int SHOWN = 10;
    private static final String AGAIN = "gui lai";

    private final DeadLetterStore dead;
    private final AuditStore audit;
    private final ZoneId zone;
    private final InstantSource clock;
    private final UsageReplies usage;

    public DeadLettersCommand(CommandContext context, DeadLetterStore dead) {
        this.dead = dead;
        this.audit = context.audit();
        this.zone = context.zone();
        this.clock = context.clock();
        this.usage = new UsageReplies(clock);
    }

    @Override
    public String name() {
        return "loi";
    }

    @Override
    public List<String> aliases() {
        return List.of("errors");
    }

    @Override
    public List<String> plainWords() {
        return List.of("loi gui tin", "tin loi");
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        String wish = Folding.fold(request.arguments()).replace("guilai", AGAIN);
        if (wish.isEmpty()) {
            return Reply.of(list(request));
        }
        if (wish.equals(AGAIN)) {
            return Reply.plain(revived(request, dead.reviveAll(clock.instant())));
        }
        List<Group> groups = dead.groups(SHOWN);
        String number =
                wish.startsWith(AGAIN + " ") ? wish.substring(AGAIN.length()).strip() : "";
        boolean known = number.matches("\\d{1,2}")
                && Integer.parseInt(number) >= 1
                && Integer.parseInt(number) <= groups.size();
        return known
                ? Reply.plain(revived(
                        request,
                        dead.revive(groups.get(Integer.parseInt(number) - 1).sample(), clock.instant())))
                : usage.of(request.say("dead.usage"), "/loi", "/loi gửi lại");
    }

    private OutgoingMessage list(Request request) {
        List<Group> groups = dead.groups(SHOWN);
        if (groups.isEmpty()) {
            return OutgoingMessage.plain(request.say("dead.none"));
        }
        RichText.Builder text = RichText.builder().bold(request.say("dead.title"));
        List<List<Button>> buttons = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            text.plain("\n" + (i + 1) + ". " + line(request, group));
            if (FailureReasons.cause(group.reason()).isEmpty()) {
                text.plain("\n    ").italic(group.reason());
            }
            if (group.revivable() > 0) {
                buttons.add(List.of(new Button.Action(
                        request.say("dead.again", i + 1, group.revivable()), ButtonData.of(name(), group.sample()))));
            }
        }
        text.plain("\n\n" + request.say(buttons.isEmpty() ? "dead.hopeless" : "dead.usage"));
        return OutgoingMessage.of(text.build()).withButtons(buttons);
    }

    private String line(Request request, Group group) {
        return request.say(
                "dead.line",
                group.count(),
                FailureReasons.told(request, group.reason()),
                DateFormats.minute(group.newest(), zone));
    }

    private String revived(Request request, int count) {
        audit.add(request.person().key(), "revive", Integer.toString(count), clock.instant());
        return request.say(count == 0 ? "dead.nothing" : "dead.revived", count);
    }

    /** Handles a press. The data is a delivery of the group. */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (!data.from(0).matches("\\d{1,18}")) {
            return request.toast("press.stale");
        }
        String told = revived(request, dead.revive(Long.parseLong(data.from(0)), clock.instant()));
        return Reply.edit(list(request), told);
    }
}
