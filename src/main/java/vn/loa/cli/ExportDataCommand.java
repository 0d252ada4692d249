package vn.loa.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.loa.app.Storage;
import vn.loa.cli.option.DataOptions;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.command.transfer.ExportedData;
import vn.loa.config.ConfigException;
import vn.loa.model.Chat;
import vn.loa.model.Source;
import vn.loa.model.Subscription;

/** Runs {@code loa export}: what {@code /xuat} sends in the chat. */
@Command(
        name = "export",
        description = "Exports what the chats follow as CSV, or the sources as OPML, also while Loa runs.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class ExportDataCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--sources", description = "the sources, as OPML")
    private boolean sources;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "where to; without it, to the screen")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws ConfigException, IOException {
        if (data.json) {
            data.print(data.read(this::rows), ObjectNode::toString);
            return CommandLine.ExitCode.OK;
        }
        byte[] content = data.read(this::content);
        if (file == null) {
            spec.commandLine().getOut().print(new String(content, StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
        } else {
            Files.write(file, content);
        }
        return CommandLine.ExitCode.OK;
    }

    private static ExportedData exported(Storage storage) {
        return new ExportedData(storage.chats(), storage.subscriptions(), storage.sources());
    }

    private byte[] content(Storage storage) {
        ExportedData all = exported(storage);
        return sources ? ExportedData.outline(all.sources()) : ExportedData.table(all.subscriptions());
    }

    private List<ObjectNode> rows(Storage storage) {
        ExportedData all = exported(storage);
        return sources
                ? all.sources().stream().map(ExportDataCommand::row).toList()
                : all.subscriptions().stream().map(ExportDataCommand::row).toList();
    }

    private static ObjectNode row(Source source) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", source.id())
                .put("name", source.name())
                .put("url", source.url().toString())
                .put("portal", source.portal());
    }

    private static ObjectNode row(Map.Entry<Chat, Subscription> line) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("bot", line.getKey().address().bot().key())
                .put("chat", line.getKey().address().chatId())
                .put("topic", line.getKey().address().topicId())
                .put("title", line.getKey().title())
                .put("kind", line.getValue().kind().name())
                .put("value", line.getValue().value())
                .put("label", line.getValue().label());
    }
}
