package vn.loa.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.loa.app.Settings;
import vn.loa.app.SetupFiles;
import vn.loa.app.UnitFile;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.PastedAddress;
import vn.loa.phrases.Phrases;
import vn.loa.probe.PageReporter;
import vn.loa.probe.Probe;
import vn.loa.probe.ProbeResult;
import vn.loa.probe.SourceDraft;
import vn.loa.store.file.FileProblems;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.telegram.TokenCheck;
import vn.loa.text.privacy.PrivateData;

/** Asks for a token and a first source, tries both, and writes the configuration. */
@Command(
        name = "setup",
        description = "Asks for a bot's token and a first source, tries both, and writes the configuration.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class SetupCommand implements Callable<Integer> {
    private static final int SHOWN = 3;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
            description = "the configuration to write (default: ${DEFAULT-VALUE})")
    private Path config;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "reads the token from a file, - for standard input, instead of asking")
    private String tokenFile;

    @Option(names = "--source", paramLabel = "URL", description = "a list of news or a feed, instead of asking")
    private String source;

    @Option(names = "--no-source", description = "no source now; /nguon thu adds one in the chat")
    private boolean noSource;

    @Option(names = "--replace", description = "replaces a configuration that is there; it is kept as .old")
    private boolean replace;

    @Option(names = "--yes", description = "asks nothing; takes the source as it is recognised")
    private boolean yes;

    @Option(names = "--unit", description = "installs the unit for systemd, as root")
    private boolean installUnit;

    @Option(names = "--api-url", hidden = true, description = "another Bot API, for a test bench")
    private URI api = URI.create("https://api.telegram.org");

    @Option(
            names = "--allow-private-addresses",
            description = "the source may be at a private address, on a test bench")
    private boolean allowPrivate;

    @Spec
    private CommandSpec spec;

    private final BufferedReader in = StandardTerminal.reader();

    @Override
    public Integer call() throws IOException, ConfigException {
        SetupFiles files = SetupFiles.of(config);
        mayWrite(files);
        String token = token();
        out().println("the bot is @" + checked(token));
        Optional<String> lines = noSource ? Optional.empty() : source();
        write(files, token, lines);
        out().println("wrote " + config.toAbsolutePath());
        out().println("wrote " + files.token() + ", readable by its owner only");
        offerUnit();
        next();
        return CommandLine.ExitCode.OK;
    }

    private void offerUnit() throws IOException, ConfigException {
        Optional<UnitFile> unit = UnitFile.ofThisProgram();
        if (unit.isPresent() && (installUnit || (!yes && agreed("Install the unit for systemd?")))) {
            install(unit.get());
        }
    }

    private void write(SetupFiles files, String token, Optional<String> lines) throws ConfigException {
        try {
            files.write(token, lines);
        } catch (IOException e) {
            throw mistake("not everything could be written: " + FileProblems.cause(e)
                    + "; run it as root, or name another place by --config");
        }
    }

    private void install(UnitFile unit) {
        try {
            unit.install(config);
            out().println("wrote " + unit.installed());
        } catch (IOException e) {
            throw mistake("the unit could not be installed: " + FileProblems.cause(e) + "; run it as root");
        }
    }

    private void mayWrite(SetupFiles files) throws IOException {
        if (!Files.exists(config) || replace) {
            return;
        }
        if (yes || !agreed(config + " is there; replace it? It is kept as " + files.kept())) {
            throw mistake(config + " is there already; --replace writes a new one and keeps it as " + files.kept());
        }
    }

    private String token() throws IOException {
        String read = tokenFile == null ? asked() : read();
        if (read.isBlank()) {
            throw mistake("there is no token; @BotFather gives one, by /newbot");
        }
        return read.strip();
    }

    private String read() throws IOException {
        if (tokenFile.equals("-")) {
            return Optional.ofNullable(in.readLine()).orElse("");
        }
        if (!Files.isReadable(Path.of(tokenFile))) {
            throw mistake("cannot read " + tokenFile);
        }
        return Files.readString(Path.of(tokenFile));
    }

    /** What is typed is not shown, where there is a terminal. */
    @SuppressWarnings("SystemConsoleNull") // A terminal is known to be there; an older Java says so by null.
    private String asked() throws IOException {
        String variable = System.getenv().getOrDefault("LOA_TELEGRAM_TOKEN", "");
        if (!variable.isEmpty() || yes) {
            return variable;
        }
        String question = "The bot's token, from @BotFather (it is not shown): ";
        if (StandardTerminal.isThere()) {
            Console console = System.console();
            char[] typed = console == null ? null : console.readPassword("%s", question);
            return typed == null ? "" : new String(typed);
        }
        return answer(question);
    }

    private String checked(String token) throws IOException {
        try {
            return TokenCheck.botName(api, token);
        } catch (IOException e) {
            String cause = String.valueOf(e.getMessage()).replace(token, "***");
            throw new RefusedCommandException(spec.commandLine(), cause);
        }
    }

    /** Returns the source's lines for the configuration; empty when none is wanted now. */
    private Optional<String> source() throws IOException, ConfigException {
        if (source == null && yes) {
            throw mistake("name a source by --source, or say --no-source");
        }
        String wanted = source == null ? answer("A portal's list of news, or a feed (empty for later): ") : source;
        if (wanted.isBlank()) {
            return Optional.empty();
        }
        URI url = PastedAddress.read(wanted).orElseThrow(() -> mistake("not a web address: \"" + wanted + "\""));
        return Optional.of(lines(url));
    }

    /** Returns the source's lines of the configuration, when its newest items are those that the person expects. */
    private String lines(URI url) throws IOException, ConfigException {
        ProbeResult found = probe(url);
        SourceDraft draft = found.draft()
                .orElseThrow(() -> mistake("no list of news was read at " + url + "; \"loa probe " + url
                        + "\" tells why, and --no-source goes on without"));
        found.report()
                .ifPresent(page ->
                        page.headlines().stream().limit(SHOWN).forEach(item -> out().println("  · " + item.title())));
        if (!yes && !agreed("These are its newest items. Is that right?")) {
            throw mistake("nothing was written; try the address of another list");
        }
        return draft.yaml(Set.of());
    }

    private ProbeResult probe(URI url) throws ConfigException {
        Settings settings = Settings.of("setup", "access: approval");
        PageReporter reporter = new PageReporter(
                new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())),
                settings.config().zone());
        try (Fetcher fetcher = new Fetcher(settings.fetch().allowingPrivate(allowPrivate), InstantSource.system())) {
            return new Probe(
                            fetcher,
                            settings.portals(),
                            reporter,
                            settings.config().zone())
                    .look(url, "", Set.of());
        }
    }

    private String answer(String question) throws IOException {
        out().print(question);
        out().flush();
        return Optional.ofNullable(in.readLine()).orElse("").strip();
    }

    private boolean agreed(String question) throws IOException {
        return Set.of("y", "yes", "c", "co", "có")
                .contains(answer(question + " [y/N] ").toLowerCase(Locale.ROOT));
    }

    private void next() {
        boolean unit = Files.exists(Path.of("/usr/lib/systemd/system/loa.service"))
                || Files.exists(Path.of("/etc/systemd/system/loa.service"));
        if (unit && config.toAbsolutePath().startsWith("/etc/loa")) {
            out().println("next: systemctl enable --now loa; journalctl -fu loa shows the code for the first operator");
        } else {
            out().println("next: loa run " + config + "; it shows the code for the first operator");
        }
    }

    private RefusedCommandException mistake(String what) {
        return new RefusedCommandException(spec.commandLine(), what);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
