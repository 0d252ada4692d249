package vn.loa.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.loa.app.App;
import vn.loa.app.MachineCheck;
import vn.loa.app.Settings;
import vn.loa.bench.PolledApi;
import vn.loa.cli.option.ProgramVersion;
import vn.loa.config.ConfigException;
import vn.loa.demo.SamplePortal;

/**
 * Runs Loa for a moment on the sample portal, so that Java, which {@code bin/loa} tells to, keeps an archive of the classes
 * that a run loads.
 */
@Command(
        name = "archive-classes",
        description = "Makes the archive that lets Java start quickly; bin/loa uses it where it is there.",
        versionProvider = ProgramVersion.class,
        mixinStandardHelpOptions = true)
final class ArchiveClassesCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Of each of the two sources: the first check reads articles, the second finds nothing new. */
    private static final int CHECKS = 4;

    private final InstantSource clock = InstantSource.system();

    @Override
    public Integer call() throws ConfigException, IOException, InterruptedException {
        try (TemporaryFolder folder = new TemporaryFolder("loa-classes");
                PolledApi api = new PolledApi();
                SamplePortal portal = new SamplePortal(
                        Settings.of("classes", "access: open").config().zone(), clock)) {
            Settings settings = Settings.of("classes", yaml(portal, api, folder.path()));
            var unused = new MachineCheck(settings, "classes").problems();
            settings.startLogging();
            CountDownLatch checks = new CountDownLatch(CHECKS);
            try (App app = new App(settings, null, clock)) {
                app.onCheck(report -> checks.countDown());
                app.start();
                return checks.await(LONGEST.toSeconds(), TimeUnit.SECONDS) && api.awaitPoll(LONGEST)
                        ? CommandLine.ExitCode.OK
                        : CommandLine.ExitCode.SOFTWARE;
            }
        }
    }

    /** A bot with a token that nobody has, whose server has no news. */
    private static String yaml(SamplePortal portal, PolledApi api, Path folder) {
        return """
                data: '%s'
                backup: {keep: 0}
                access: open
                telegram: {token: '100000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', api-url: '%s'}
                fetch: {allow-private-addresses: true, pause: 10ms}
                log: {level: error}
                web: {port: 0}
                sources:
                  - {id: a, name: a, url: '%s', portal: hanoi62, every: 1s, jitter: 0s}
                  - {id: b, name: b, url: '%s', every: 1s, jitter: 0s}
                """.formatted(
                        folder.resolve("data"), api.url(), portal.listUrl("van-hoa-xa-hoi"), portal.listUrl("kinh-te"));
    }
}
