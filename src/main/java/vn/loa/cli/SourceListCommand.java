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
import vn.loa.model.SourceCheck;
import vn.loa.store.article.KnownSource;

/** Runs {@code loa sources}. */
@Command(
        name = "sources",
        description = "Lists the sources and how they do, also while Loa runs.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class SourceListCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Override
    public Integer call() throws ConfigException {
        data.print(data.read(SourceListCommand::rows), SourceListCommand::line);
        return CommandLine.ExitCode.OK;
    }

    private static List<ObjectNode> rows(Storage storage) {
        return storage.sources().known().stream()
                .map(known -> row(known, storage.sources().check(known.source().id())))
                .toList();
    }

    private static ObjectNode row(KnownSource known, SourceCheck check) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", known.source().id())
                .put("name", known.source().name())
                .put("url", known.source().url().toString())
                .put("watched", known.isWatched())
                .put("health", check.health().name())
                .put("problem", check.problem().map(each -> each.kind().name()).orElse(null))
                .put("detail", check.problem().map(each -> each.detail()).orElse(null))
                .put("lastCheck", check.lastCheck().map(Object::toString).orElse(null))
                .put("lastGood", check.lastGood().map(Object::toString).orElse(null));
    }

    private static String line(ObjectNode row) {
        String state = row.get("watched").asBoolean() ? row.get("health").asText() : "RESTING";
        String problem = row.get("problem").isNull()
                ? ""
                : " " + row.get("problem").asText() + ": " + row.get("detail").asText();
        return TerminalLine.of(state + " " + row.get("id").asText() + " \""
                + row.get("name").asText() + "\" " + row.get("url").asText() + problem);
    }
}
