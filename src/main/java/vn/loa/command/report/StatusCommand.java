package vn.loa.command.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.BotHealth;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.menu.LongList;
import vn.loa.model.HealthIndicator;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;

/** Runs {@code /trangthai}: shows the state of Loa to operators. */
public final class StatusCommand implements Command {
    private final SourceStatus sources;
    private final DeliveryCounts deliveries;
    private final RunningProgram program;
    private final ZoneId zone;

    public StatusCommand(CommandContext context, SourceStatus sources, DeliveryCounts deliveries) {
        this.sources = sources;
        this.deliveries = deliveries;
        this.program = context.program();
        this.zone = context.zone();
    }

    @Override
    public String name() {
        return "trangthai";
    }

    @Override
    public List<String> aliases() {
        return List.of("status");
    }

    @Override
    public List<String> plainWords() {
        return List.of("trang thai", "status");
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        List<RichText> lines = new ArrayList<>();
        lines.addAll(sources.lines(request));
        deliveries.lines(request).forEach(line -> lines.add(RichText.plain(line)));
        List<BotHealth> bots = program.botHealth();
        if (bots.size() > BotStatus.FEW) {
            BotStatus.lines(request, bots).forEach(line -> lines.add(RichText.plain(line)));
            program.otherHealth().forEach(each -> lines.add(RichText.plain(told(request, each))));
        } else {
            program.health().forEach(each -> lines.add(RichText.plain(told(request, each))));
        }
        return Reply.of(LongList.rich(RichText.builder().bold(request.say("status.title")), lines)
                .toArray(OutgoingMessage[]::new));
    }

    private String told(Request request, HealthIndicator health) {
        if (health instanceof HealthIndicator.Remark remark) {
            return remark.text();
        }
        HealthIndicator.OfLoop loop = (HealthIndicator.OfLoop) health;
        String line = request.say("status.vital", loop.name(), time(request, loop.lastRound()));
        return loop.problem()
                .map(problem ->
                        line + " " + request.say("status.trouble", FailureReasons.toldIfKnown(request, problem)))
                .orElse(line);
    }

    private String time(Request request, Optional<Instant> instant) {
        return SourceStatus.time(request, instant, zone);
    }
}
