package vn.loa.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.app.App;
import vn.loa.app.MachineCheck;
import vn.loa.app.MachineProblem;
import vn.loa.app.Settings;
import vn.loa.config.ConfigException;
import vn.loa.config.yaml.ConfigProblem;
import vn.loa.console.ConsoleMessenger;
import vn.loa.logging.LogFormat;
import vn.loa.logging.Logging;
import vn.loa.phrases.Phrases;
import vn.loa.portal.rules.InvalidRulesException;
import vn.loa.store.DiskFullException;
import vn.loa.store.UnusableDatabaseException;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.DatabaseInUseException;

/**
 * Runs the bot until it is asked to end. It knows nothing of picocli, whose classes are too old for the class archive, so
 * that a start need not load them.
 *
 * @param file the configuration
 * @param err receives mistakes, one a line
 * @param terminal whether anything may be the chat where there is no token
 * @param beginAnew whether a database that has vanished is made anew
 */
record ProgramRun(Path file, PrintWriter err, boolean terminal, boolean beginAnew) {
    static final int OK = 0;
    /** Something failed that a new start may mend. */
    static final int FAILED = 1;
    /** A person has to mend it first. */
    static final int MISTAKE = 2;

    private static final Logger log = LoggerFactory.getLogger(ProgramRun.class);

    /** Runs with this configuration and no options, tells standard error what fails, and returns the exit code. */
    static int plain(Path file) {
        PrintWriter err = ErrorWriter.printer();
        try {
            return new ProgramRun(file, err, false, false).call();
        } catch (Exception e) {
            return failed(e, err);
        }
    }

    /**
     * Reports a failure and returns the exit code. Mistakes of people are told in sentences, one a line; anything else
     * is a bug or a broken machine.
     */
    static int failed(Exception e, PrintWriter err) {
        if (e instanceof ConfigException mistakes) {
            mistakes.problems().stream().map(ConfigProblem::toString).forEach(err::println);
            return MISTAKE;
        }
        if (e instanceof UnusableDatabaseException unusable) {
            err.println(e.getMessage());
            return unusable.mayPass() ? FAILED : MISTAKE;
        }
        if (e instanceof InvalidRulesException) {
            err.println(e.getMessage());
            return MISTAKE;
        }
        if (e instanceof DatabaseInUseException
                || e instanceof BackupFailedException
                || e instanceof DiskFullException) {
            err.println(e.getMessage());
            return FAILED;
        }
        log.error("Loa failed: {}", e.getMessage(), e);
        return FAILED;
    }

    /** Runs and returns the exit code. */
    int call() throws ConfigException {
        // Mistakes of the configuration have to be JSON too, and only the environment is known before them.
        if ("json".equalsIgnoreCase(System.getenv("LOA_LOG"))) {
            Logging.captureStandardError();
        }
        Settings read = Settings.load(file);
        Settings settings = beginAnew ? read.beginningAnew() : read;
        if (settings.config().onTerminal() && !terminal && !StandardTerminal.isThere()) {
            throw new ConfigException(List.of(noToken()));
        }
        if (settings.config().log().format() == LogFormat.JSON) {
            settings.startLogging();
        }
        MachineCheck machine = new MachineCheck(settings, file.toString());
        Optional<Integer> refused = refused(machine);
        return refused.isPresent() ? refused.get() : started(settings, machine);
    }

    private ConfigProblem noToken() {
        return new ConfigProblem(
                file.toString(),
                0,
                "telegram.token",
                "there is no token for any bot, and no terminal to talk on",
                "set LOA_TELEGRAM_TOKEN or LOA_ZALO_TOKEN (or LOA_TELEGRAM_TOKEN_FILE, LOA_ZALO_TOKEN_FILE), or run with"
                        + " --terminal");
    }

    /** A start that only this machine refuses for now may succeed later, so it is no mistake to be mended first. */
    private Optional<Integer> refused(MachineCheck machine) {
        List<MachineProblem> problems = machine.problems();
        problems.forEach(each -> err.println(each.problem()));
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(problems.stream().allMatch(MachineProblem::mayPass) ? FAILED : MISTAKE);
    }

    private int started(Settings settings, MachineCheck machine) throws ConfigException {
        settings.startLogging();
        machine.backupProblem().ifPresent(each -> log.warn("there are no backups: {}", each.problem()));
        try {
            return run(settings);
        } catch (UnusableDatabaseException e) {
            if (e.mayPass()) {
                err.println(machine.problem(e).problem());
                return FAILED;
            }
            throw new ConfigException(List.of(machine.problem(e).problem()));
        }
    }

    private static int run(Settings settings) {
        Phrases phrases = Phrases.vietnamese();
        InstantSource clock = InstantSource.system();
        ConsoleMessenger console =
                StandardTerminal.messenger(phrases, settings.config().zone(), clock);
        try (App app = new App(settings, console, clock)) {
            if (settings.config().onTerminal()) {
                console.line(phrases.say("console.no-token"));
            }
            app.start();
            settings.portals().awaitRules();
            app.listen(StandardTerminal.reader());
            app.awaitStop();
            return OK;
        }
    }
}
