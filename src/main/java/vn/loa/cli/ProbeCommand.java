package vn.loa.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.loa.app.Settings;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.LegacyTls;
import vn.loa.fetch.PastedAddress;
import vn.loa.model.Source;
import vn.loa.phrases.Phrases;
import vn.loa.portal.rules.InvalidRulesException;
import vn.loa.probe.Batch;
import vn.loa.probe.PageReporter;
import vn.loa.probe.Probe;
import vn.loa.probe.ProbeResult;
import vn.loa.probe.ReportJson;
import vn.loa.probe.SavedPages;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;

/** Runs {@code loa probe URL}: shows how Loa reads an address, for people who add a source or mend its rules. */
@Command(
        name = "probe",
        description = {
            "Fetches a list, an article, a feed or a document and says what Loa makes of it.",
            "Exit code 0 when it could be read, 1 when not, 2 for a mistake on the command line."
        },
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {
    /** Holds the input: either an address, or kept pages. */
    private static final class Subject {
        @Parameters(
                index = "0",
                paramLabel = "URL-or-FILE",
                description = "the address of a list, an article, a feed or a document, or a document's file")
        private String url;

        @Option(
                names = "--batch",
                paramLabel = "FILE",
                description = "reads JSON lines of {url, html, portal?} and writes one JSON line each")
        private Path batch;
    }

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(names = "--portal", paramLabel = "NAME", description = "read it by these rules; recognised when left out")
    private String portal = "";

    @Option(names = "--json", description = "print what was read as JSON")
    private boolean json;

    @Option(names = "--as-config", description = "print the source as YAML for the configuration")
    private boolean asConfig;

    @Option(names = "--save", paramLabel = "DIR", description = "keep the pages in this folder, for a test")
    private Path save;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the configuration, for how to fetch; ${DEFAULT-VALUE} if it is there")
    private Path config = Loa.CONFIG;

    @Option(names = "--allow-private-addresses", description = "also addresses that are not public")
    private boolean allowPrivate;

    @Option(names = "--host", paramLabel = "HOST", description = "another host on which its articles may stand")
    private List<String> hosts = List.of();

    @Option(names = "--ignore-robots", description = "also what robots.txt forbids")
    private boolean ignoreRobots;

    @Option(names = "--legacy-tls", description = "also TLS 1.0 and 1.1")
    private boolean legacyTls;

    @Spec
    private CommandSpec spec;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Phrases phrases = Phrases.vietnamese();

    @Override
    public Integer call() throws ConfigException, IOException {
        try {
            return answered();
        } catch (InvalidRulesException e) {
            throw refusal(String.valueOf(e.getMessage()));
        } finally {
            out().flush();
        }
    }

    private int answered() throws ConfigException, IOException {
        Settings settings = Files.exists(config) ? Settings.load(config) : Settings.of("defaults", "access: open");
        PageReporter reporter = new PageReporter(
                new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(phrases)),
                settings.config().zone());
        if (subject.url != null && isFile(subject.url)) {
            return code(documents(settings).tell(Path.of(subject.url)));
        }
        return subject.batch == null ? look(settings, reporter) : batch(settings, reporter);
    }

    private int batch(Settings settings, PageReporter reporter) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(subject.batch)) {
            Batch batch =
                    new Batch(settings.portals(), reporter, settings.config().zone());
            return batch.run(in, out()) == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static boolean isFile(String name) {
        try {
            return Files.isRegularFile(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private DocumentProbe documents(Settings settings) {
        return new DocumentProbe(settings.config().attachments(), out(), json);
    }

    private static Set<String> lowerCase(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static int code(boolean read) {
        return read ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static boolean isDocument(FetchResult answer) {
        return answer instanceof FetchResult.Fetched fetched
                && fetched.page().status() == 200
                && (fetched.page().isDocument() || fetched.page().contentType().startsWith("application/octet-stream"));
    }

    private int look(Settings settings, PageReporter reporter) throws ConfigException, IOException {
        URI url = PastedAddress.read(subject.url)
                .orElseThrow(() -> refusal("not a web address: \"" + subject.url + "\""));
        if (legacyTls) {
            LegacyTls.allow();
        }
        try (ProbePace pace = ProbePace.beside(settings, spec.commandLine().getErr());
                Fetcher own = new Fetcher(settings.fetch().allowingPrivate(allowPrivate), InstantSource.system())) {
            Fetcher fetcher = pace.of(own);
            Probe probe = new Probe(
                    fetcher, settings.portals(), reporter, settings.config().zone());
            ProbeResult result = probe.look(url, portal, options(), lowerCase(hosts));
            return isDocument(result.answer())
                    ? code(documents(settings).tell(url, fetcher, options()))
                    : report(settings, result);
        }
    }

    private RefusedCommandException refusal(String why) {
        return new RefusedCommandException(spec.commandLine(), why);
    }

    private int report(Settings settings, ProbeResult result) throws IOException {
        tell(settings, result);
        if (save != null) {
            new SavedPages(save, settings.config().zone()).keep(result);
            out().printf("%nkept in %s%n", save);
        }
        return code(result.article().isPresent() || (json && result.draft().isPresent()));
    }

    private Set<Source.Option> options() {
        Set<Source.Option> options = EnumSet.noneOf(Source.Option.class);
        if (ignoreRobots) {
            options.add(Source.Option.IGNORE_ROBOTS);
        }
        if (legacyTls) {
            options.add(Source.Option.LEGACY_TLS);
        }
        return options;
    }

    private void tell(Settings settings, ProbeResult result) throws IOException {
        Optional<String> source = result.draft().map(draft -> draft.yaml(options()));
        if (json) {
            ReportJson form = new ReportJson(settings.config().zone());
            out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(form.of(result)));
        } else if (asConfig && source.isPresent()) {
            out().print(source.get());
        } else {
            new ProbeText(out(), phrases, settings.config().zone()).tell(result);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
