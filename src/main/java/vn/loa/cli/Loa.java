package vn.loa.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.loa.app.App;
import vn.loa.app.Settings;
import vn.loa.config.ConfigException;
import vn.loa.config.ConfigProblem;
import vn.loa.console.ConsoleMessenger;
import vn.loa.phrases.Phrases;
import vn.loa.store.DatabaseInUseException;

/** Runs Loa's command line. */
@Command(
        name = "loa",
        description = "Watches local-government news portals and tells the chats that asked.",
        mixinStandardHelpOptions = true,
        versionProvider = Loa.Version.class,
        subcommands = {
            Loa.Run.class,
            Loa.CheckConfig.class,
            DemoCommand.class,
            ProbeCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class,
            Loa.Completion.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all well",
            "1:something failed while running",
            "2:a mistake in the configuration or on the command line"
        })
public final class Loa implements Callable<Integer> {
    static final Path CONFIG = Path.of("config", "loa.yaml");
    static final int MISTAKE = CommandLine.ExitCode.USAGE;

    private static final Logger log = LoggerFactory.getLogger(Loa.class);

    private Loa() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Loa())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, line, parsed) -> failed(e, line));
    }

    /**
     * Reports a failure and returns the exit code. Mistakes of people are told in sentences, one a line; anything else
     * is a bug or a broken machine.
     */
    private static int failed(Exception e, CommandLine line) {
        if (e instanceof ConfigException mistakes) {
            mistakes.problems().stream().map(ConfigProblem::toString).forEach(line.getErr()::println);
            return MISTAKE;
        }
        if (e instanceof DatabaseInUseException) {
            line.getErr().println(e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        log.error("Loa failed: {}", e.getMessage(), e);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Runs the bot, as without a subcommand. */
    @Override
    public Integer call() throws ConfigException {
        return run(Path.of(System.getenv().getOrDefault("LOA_CONFIG", CONFIG.toString())));
    }

    private static int run(Path config) throws ConfigException {
        Settings settings = Settings.load(config);
        settings.startLogging();
        Phrases phrases = Phrases.vietnamese();
        InstantSource clock = InstantSource.system();
        ConsoleMessenger console =
                StandardTerminal.messenger(phrases, settings.config().zone(), clock);
        try (App app = new App(settings, console, clock)) {
            if (settings.config().onTerminal()) {
                console.line(phrases.say("console.no-token"));
            }
            app.start();
            app.listen(StandardTerminal.reader());
            app.awaitStop();
            return CommandLine.ExitCode.OK;
        }
    }

    /** Holds the option for the path of the configuration. */
    private static final class ConfigFile {
        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
                description = "the configuration (default: ${DEFAULT-VALUE})")
        private Path path;
    }

    @Command(
            name = "run",
            description = "Runs the bot.",
            versionProvider = Version.class,
            mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        @Mixin
        private ConfigFile config;

        @Override
        public Integer call() throws ConfigException {
            return run(config.path);
        }
    }

    @Command(
            name = "check-config",
            description = "Reads the configuration and reports every mistake in it; starts nothing.",
            versionProvider = Version.class,
            mixinStandardHelpOptions = true)
    static final class CheckConfig implements Callable<Integer> {
        @Mixin
        private ConfigFile config;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws ConfigException {
            int sources = Settings.load(config.path).config().sources().size();
            spec.commandLine().getOut().printf("%s: no mistakes, %d sources%n", config.path, sources);
            return CommandLine.ExitCode.OK;
        }
    }

    /** Prints a script that completes Loa's commands and options, for bash and for zsh. */
    @Command(
            name = "completion",
            description = "Prints a script that completes commands and options in bash and zsh.",
            footerHeading = "%nFor this shell:%n",
            footer = "  source <(loa completion)",
            versionProvider = Version.class,
            mixinStandardHelpOptions = true)
    static final class Completion implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            CommandSpec loa = spec.root();
            spec.commandLine().getOut().print(AutoComplete.bash(loa.name(), loa.commandLine()));
            spec.commandLine().getOut().flush();
            return CommandLine.ExitCode.OK;
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties build = new Properties();
            try (InputStream in = Loa.class.getResourceAsStream("build.properties")) {
                build.load(in);
            }
            return new String[] {"loa " + build.getProperty("version")};
        }
    }
}
