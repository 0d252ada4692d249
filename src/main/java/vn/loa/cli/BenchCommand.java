package vn.loa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.loa.app.Settings;
import vn.loa.attachment.DocumentExtractor;
import vn.loa.attachment.ExtractionLimits;
import vn.loa.attachment.OcrCheck;
import vn.loa.bench.BenchDatabase;
import vn.loa.bench.Benchmark;
import vn.loa.bench.DocumentBenchmark;
import vn.loa.bench.Figure;
import vn.loa.bench.SampleAttachments;
import vn.loa.bench.Sizes;
import vn.loa.bench.StartupBenchmark;
import vn.loa.config.ConfigException;
import vn.loa.demo.SamplePortal;

/**
 * Runs {@code loa bench}: measures how fast this machine delivers, for people who choose a server or change the engine.
 */
@Command(
        name = "bench",
        description = "Measures the delivery engine on this machine, in a database of its own; sends nothing outside.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_ATTACHMENTS = 10_000;
    private static final Duration OCR_ANSWERS_WITHIN = Duration.ofSeconds(5);

    @Option(
            names = "--messages",
            paramLabel = "N",
            description = "messages sent with the limits lifted (default: ${DEFAULT-VALUE})")
    private int messages = 20_000;

    @Option(
            names = "--limited",
            paramLabel = "N",
            description = "messages sent at 30 a second (default: ${DEFAULT-VALUE})")
    private int limited = 600;

    @Option(
            names = "--chats",
            paramLabel = "N",
            description = "chats that one article is entered for (default: ${DEFAULT-VALUE})")
    private int chats = 100_000;

    @Option(
            names = "--settled",
            paramLabel = "N",
            description = "settled deliveries in the ledger when claims are timed (default: ${DEFAULT-VALUE})")
    private int settled = 1_000_000;

    @Option(
            names = "--startup",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "60",
            description = "measures the start instead, and memory and threads after so long (default: 60)")
    private Integer startup;

    @Option(
            names = "--runs",
            paramLabel = "N",
            description =
                    "with --startup: so many runs, of which the first makes the tables (default: ${DEFAULT-VALUE})")
    private int runs = 3;

    @Option(
            names = "--documents",
            paramLabel = "DIR",
            description = "instead, reads the documents in this folder as attachments are read")
    private Path documents;

    @Option(
            names = "--attachments",
            paramLabel = "N",
            arity = "0..1",
            fallbackValue = "200",
            description = "instead, makes so many documents and reads them as attachments are read (default: 200)")
    private Integer attachments;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = {
                "measures on this PostgreSQL database (jdbc:postgresql://…) too, in schemas of its own that are dropped",
                "again; user and password come from LOA_DATABASE_USER and LOA_DATABASE_PASSWORD"
            })
    private String database;

    @Option(names = "--strict", description = "exit with 1 when a goal is missed")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    private boolean missed;

    @Override
    public Integer call() throws IOException, InterruptedException, ConfigException {
        Sizes sizes = sizes();
        if (startup != null) {
            measureStart(Duration.ofSeconds(startup));
        } else {
            measure(sizes);
        }
        return strict && missed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private void measure(Sizes sizes) throws IOException, InterruptedException, ConfigException {
        try (TemporaryFolder folder = new TemporaryFolder("loa-bench")) {
            if (attachments != null) {
                readDocuments(made(folder.path()), folder.path());
            } else if (documents == null) {
                new Benchmark(databases(folder.path()), sizes, InstantSource.system(), this::tell).run();
            } else {
                readDocuments(documents, folder.path());
            }
        }
    }

    private List<BenchDatabase> databases(Path folder) throws ConfigException {
        BenchDatabase embedded = BenchDatabase.embedded(folder);
        return database == null
                ? List.of(embedded)
                : List.of(
                        embedded,
                        BenchDatabase.on(Settings.of("bench", "access: open").serverAt("--database", database)));
    }

    private void measureStart(Duration settled) throws IOException, InterruptedException, ConfigException {
        if (runs < 1 || settled.isNegative()) {
            throw new RefusedCommandException(spec.commandLine(), "--startup needs a run, and no negative time");
        }
        InstantSource clock = InstantSource.system();
        try (TemporaryFolder folder = new TemporaryFolder("loa-bench");
                SamplePortal portal = new SamplePortal(
                        Settings.of("bench", "access: open").config().zone(), clock)) {
            URI culture = portal.listUrl("van-hoa-xa-hoi");
            URI economy = portal.listUrl("kinh-te");
            new StartupBenchmark(folder.path(), java(), this::tell)
                    .run(List.of(culture, economy, URI.create(culture + "?trang=1")), settled, runs);
        }
    }

    /** Returns the command of this very process, with its flags, but without arguments. */
    private static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Loa.class.getName()));
        return command;
    }

    private Path made(Path temporary) throws IOException {
        if (attachments < 1 || attachments > MOST_ATTACHMENTS) {
            throw new RefusedCommandException(
                    spec.commandLine(), "--attachments is a number from 1 to " + MOST_ATTACHMENTS);
        }
        Path folder = Files.createDirectory(temporary.resolve("made"));
        new SampleAttachments(folder).make(attachments);
        return folder;
    }

    private void readDocuments(Path from, Path temporary) throws IOException {
        if (!Files.isDirectory(from)) {
            throw new RefusedCommandException(spec.commandLine(), from + " is no folder");
        }
        OcrCheck ocr = OcrCheck.of("tesseract", OCR_ANSWERS_WITHIN);
        try (DocumentExtractor extractor = new DocumentExtractor(ExtractionLimits.USUAL, ocr.command(), temporary)) {
            new DocumentBenchmark(extractor, this::tell).run(from);
        }
    }

    private Sizes sizes() {
        try {
            return new Sizes(messages, limited, chats, settled);
        } catch (IllegalArgumentException e) {
            throw new RefusedCommandException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private void tell(Figure figure) {
        missed |= !figure.met();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%-6s %s: %s (goal: %s)%n",
                figure.met() ? "ok" : "MISSED", figure.name(), figure.value(), figure.goal());
        out.flush();
    }
}
