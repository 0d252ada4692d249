package vn.loa.command.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.HealthIndicator;
import vn.loa.command.LongList;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;

/** {@code /trangthai}: how Loa does, for operators. */
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
        program.health().forEach(vital -> lines.add(RichText.plain(vital(request, vital))));
        return Reply.of(LongList.rich(RichText.builder().bold(request.say("status.title")), lines)
                .toArray(OutgoingMessage[]::new));
    }

    private String vital(Request request, HealthIndicator vital) {
        String line =
                vital.remark() ? vital.name() : request.say("status.vital", vital.name(), time(request, vital.last()));
        return vital.trouble().isEmpty()
                ? line
                : line + " " + request.say("status.trouble", FailureReasons.toldIfKnown(request, vital.trouble()));
    }

    private String time(Request request, Optional<Instant> instant) {
        return SourceStatus.time(request, instant, zone);
    }
}
