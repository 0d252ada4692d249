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
import vn.loa.model.Chat;

/** Runs {@code loa chats}. */
@Command(
        name = "chats",
        description = "Lists the chats that Loa knows, also while it runs.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class ChatListCommand implements Callable<Integer> {
    @Mixin
    private DataOptions data = new DataOptions();

    @Override
    public Integer call() throws ConfigException {
        data.print(data.read(ChatListCommand::rows), ChatListCommand::line);
        return CommandLine.ExitCode.OK;
    }

    private static List<ObjectNode> rows(Storage storage) {
        return storage.chats().all().stream().map(chat -> row(storage, chat)).toList();
    }

    private static ObjectNode row(Storage storage, Chat chat) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", chat.id())
                .put("bot", chat.address().bot().key())
                .put("chat", chat.address().chatId())
                .put("topic", chat.address().topicId())
                .put("kind", chat.kind().name())
                .put("state", chat.state().name())
                .put("reason", chat.closedReason())
                .put("title", chat.title())
                .put("follows", storage.subscriptions().of(chat.id()).size());
    }

    private static String line(ObjectNode row) {
        return "#%d %s %s %s %s \"%s\" follows %d"
                .formatted(
                        row.get("id").asLong(),
                        row.get("state").asText(),
                        row.get("kind").asText(),
                        row.get("bot").asText(),
                        row.get("chat").asText(),
                        TerminalLine.of(row.get("title").asText()),
                        row.get("follows").asInt());
    }
}
