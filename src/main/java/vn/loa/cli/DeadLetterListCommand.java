package vn.loa.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.loa.app.Storage;
import vn.loa.cli.option.DataOptions;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.store.delivery.DeadLetterStore;

/** Runs {@code loa dead}. */
@Command(
        name = "dead",
        description =
                "Lists what could not be delivered, by reason, also while Loa runs; /loi in the chat tries it again.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class DeadLetterListCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Override
    public Integer call() throws ConfigException {
        data.print(data.read(DeadLetterListCommand::rows), DeadLetterListCommand::line);
        return CommandLine.ExitCode.OK;
    }

    private static final int MOST = 100;

    private static List<ObjectNode> rows(Storage storage) {
        return storage.deadLetters().groups(MOST).stream()
                .map(DeadLetterListCommand::row)
                .toList();
    }

    private static ObjectNode row(DeadLetterStore.Group group) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", group.reason())
                .put("count", group.count())
                .put("revivable", group.revivable())
                .put("newest", group.newest().toString());
    }

    private static String line(ObjectNode row) {
        return TerminalLine.of(row.get("count").asInt() + " until "
                + row.get("newest").asText() + ", " + row.get("revivable").asInt() + " may be tried again: "
                + row.get("reason").asText());
    }
}
