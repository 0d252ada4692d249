package vn.loa.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vn.loa.bench.Benchmark;
import vn.loa.bench.Figure;
import vn.loa.bench.Sizes;

/**
 * Runs {@code loa bench}: measures how fast this machine delivers, for people who choose a server or change the engine.
 */
@Command(
        name = "bench",
        description = "Measures the delivery engine on this machine, in a database of its own; sends nothing outside.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
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

    @Option(names = "--strict", description = "exit with 1 when a goal is missed")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    private boolean missed;

    @Override
    public Integer call() throws IOException {
        Sizes sizes = sizes();
        try (TemporaryFolder folder = new TemporaryFolder("loa-bench")) {
            new Benchmark(folder.path(), sizes, InstantSource.system(), this::tell).run();
        }
        return strict && missed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    private Sizes sizes() {
        try {
            return new Sizes(messages, limited, chats, settled);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
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
