package vn.loa.command.report;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return numbered(wish)
                .map(group -> Reply.plain(revived(request, dead.revive(group.sample(), clock.instant()))))
                .orElseGet(() -> usage.of(request.say("dead.usage"), "/loi", "/loi gửi lại"));
    }

    /** Returns the group of the list whose number stands after the words that send again. */
    private Optional<Group> numbered(String wish) {
        String number =
                wish.startsWith(AGAIN + " ") ? wish.substring(AGAIN.length()).strip() : "";
        if (!number.matches("0?[1-9]|[1-9]\\d")) {
            return Optional.empty();
        }
        return dead.groups(SHOWN).stream().skip(Integer.parseInt(number) - 1L).findFirst();
    }

    private OutgoingMessage list(Request request) {
        List<Group> groups = dead.groups(SHOWN);
        if (groups.isEmpty()) {
            return OutgoingMessage.plain(request.say("dead.none"));
        }
        RichText.Builder text = RichText.builder().bold(request.say("dead.title"));
        List<List<Button>> buttons = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            append(text, i + 1, line(request, groups.get(i)), groups.get(i));
            again(request, i + 1, groups.get(i)).ifPresent(button -> buttons.add(List.of(button)));
        }
        text.plain("\n\n" + request.say(buttons.isEmpty() ? "dead.hopeless" : "dead.usage"));
        return OutgoingMessage.of(text.build()).withButtons(buttons);
    }

    private static void append(RichText.Builder text, int number, String line, Group group) {
        text.plain("\n" + number + ". " + line);
        if (FailureReasons.cause(group.reason()).isEmpty()) {
            text.plain("\n    ").italic(group.reason());
        }
    }

    private Optional<Button> again(Request request, int number, Group group) {
        return group.revivable() == 0
                ? Optional.empty()
                : Optional.of(new Button.Action(
                        request.say("dead.again", number, group.revivable()), ButtonData.of(name(), group.sample())));
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
