package vn.loa.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.loa.app.App;
import vn.loa.app.Settings;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;

/** Runs {@code loa test-message}: sends one message, so that somebody sees whether token, network and chat are right. */
@Command(
        name = "test-message",
        description = "Sends a test message to a chat. Loa has to be stopped; while it runs, write to its bot there.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class TestMessageCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NUMBER", description = "the number of the chat, as loa chats lists it")
    private long chat;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
            description = "the configuration (default: ${DEFAULT-VALUE})")
    private Path config;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();
    private final Phrases phrases = Phrases.vietnamese();

    @Override
    public Integer call() throws ConfigException {
        Settings settings = Settings.load(config);
        StoppedCheck.require(settings, "write /trogiup to its bot in that chat, and it answers", spec);
        try (App app = new App(
                settings, StandardTerminal.messenger(phrases, settings.config().zone(), clock), clock)) {
            Chat to = app.storage()
                    .chats()
                    .byId(chat)
                    .orElseThrow(() -> mistake("there is no chat #" + chat + "; loa chats lists them"));
            boolean said = app.say(to.address(), OutgoingMessage.plain(phrases.say("console.test-message")));
            spec.commandLine().getOut().println((said ? "sent to " : "could not be sent to ") + to.address());
            return said ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private RefusedCommandException mistake(String what) {
        return new RefusedCommandException(spec.commandLine(), what);
    }
}
