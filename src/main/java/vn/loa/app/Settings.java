package vn.loa.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.loa.config.ConfigChecks;
import vn.loa.config.ConfigException;
import vn.loa.config.ConfigLoader;
import vn.loa.config.DatabaseConfig;
import vn.loa.config.FetchConfig;
import vn.loa.config.LoaConfig;
import vn.loa.config.ProxyConfig;
import vn.loa.config.value.Secret;
import vn.loa.config.yaml.ConfigProblem;
import vn.loa.delivery.RetryPolicy;
import vn.loa.fetch.FetchSettings;
import vn.loa.logging.Logging;
import vn.loa.logging.Redactor;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.rules.InvalidRulesException;
import vn.loa.portal.rules.RuleMistake;
import vn.loa.schedule.CronSyntax;
import vn.loa.store.Database;
import vn.loa.store.DatabaseFolder;
import vn.loa.store.DatabaseServer;
import vn.loa.store.ServerCheck;
import vn.loa.store.chat.PersonalDataStore;
import vn.loa.store.file.Backups;
import vn.loa.store.file.SecretCipher;
import vn.loa.store.file.SecretKeyFile;

/**
 * Holds the configuration together with the portal rules that stand beside it.
 *
 * @param config the checked configuration
 * @param portals the rules that ship with Loa and those in the folder {@code portals} beside the configuration
 * @param database where the database and its backups lie
 * @param redactor takes secrets out of what is logged
 */
public record Settings(LoaConfig config, PortalCatalog portals, DatabaseFolder database, Redactor redactor) {
    private static final String KEY = "LOA_SECRET_KEY";

    /**
     * Reads the configuration and the portal rules beside it.
     *
     * @throws ConfigException with every mistake of both
     */
    public static Settings load(Path file) throws ConfigException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file stands in a folder");
        PortalCatalog portals = portals(folder.resolve("portals"));
        return of(loader(portals).load(file), portals);
    }

    /** Reads settings from a text that is no file; for the demonstration. */
    public static Settings of(String name, String yaml) throws ConfigException {
        PortalCatalog portals = PortalCatalog.builtIn();
        return of(loader(portals).read(name, yaml), portals);
    }

    private static Settings of(LoaConfig config, PortalCatalog portals) {
        Backups backups = new Backups(config.backup().folder(), config.backup().keep(), config.zone());
        return new Settings(config, portals, new DatabaseFolder(config.data(), backups, false), new Redactor());
    }

    /** Returns these settings for a start that may begin without the database that was there. */
    public Settings beginningAnew() {
        return new Settings(config, portals, new DatabaseFolder(config.data(), database.backups(), true), redactor);
    }

    /** Returns the database on a server; empty when Loa keeps its own. */
    public Optional<DatabaseServer> server() {
        return config.database().map(Settings::server);
    }

    private static DatabaseServer server(DatabaseConfig database) {
        return new DatabaseServer(
                database.url(),
                database.user(),
                database.password().map(Secret::value).orElse(""));
    }

    /**
     * Returns the database at another address, with the user and the password of the environment or else of the
     * configuration.
     *
     * @param name what to call the address when it is none
     * @throws ConfigException when it is none
     */
    public DatabaseServer serverAt(String name, String url) throws ConfigException {
        String yaml = "database: {url: '" + url.replace("'", "''") + "'}";
        DatabaseServer named = loader(portals)
                .read(name, yaml)
                .database()
                .map(Settings::server)
                .orElseThrow(() -> new ConfigException(
                        List.of(new ConfigProblem(name, 0, "", "is empty", "write jdbc:postgresql://host:port/name"))));
        return named.user().isEmpty()
                ? server().map(own -> new DatabaseServer(named.url(), own.user(), own.password()))
                        .orElse(named)
                : named;
    }

    /**
     * Opens the database, brings its tables up to date, and refuses what Loa must not work with.
     *
     * @throws vn.loa.store.file.DatabaseInUseException when another Loa works with it
     * @throws vn.loa.store.UnusableDatabaseException when it vanished, is damaged, from a newer Loa or out of reach
     */
    public Database openDatabase(Instant now) {
        return server().map(Database::of).orElseGet(() -> Database.guarded(database, now));
    }

    /**
     * Opens the database for reading, also beside a running Loa; whatever writes fails.
     *
     * @throws vn.loa.store.UnusableDatabaseException when there is none, or not one with the tables of this Loa
     */
    public Database readDatabase() {
        return server().map(Database::readOnly).orElseGet(() -> Database.readOnly(database));
    }

    /**
     * Opens the database with which a Loa works now, for single reads and writes beside it; empty when none does.
     *
     * @throws vn.loa.store.UnusableDatabaseException when it cannot be reached, or has not the tables of this Loa
     */
    public Optional<Database> databaseInUse() {
        return inUse()
                ? Optional.of(server().map(Database::beside).orElseGet(() -> Database.beside(database)))
                : Optional.empty();
    }

    /** Returns whether a Loa works with the database. */
    public boolean inUse() {
        return server().map(ServerCheck::isInUse).orElseGet(database::inUse);
    }

    /** Returns whether this user may not see whether a Loa works with the database; of a server anybody sees it. */
    public boolean useIsHidden() {
        return server().isEmpty() && database.isHidden();
    }

    /** Returns where the database is, for people. */
    public String databaseName() {
        return server().map(DatabaseServer::toString)
                .orElseGet(() -> database.path().toString());
    }

    private static PortalCatalog portals(Path folder) throws ConfigException {
        try {
            return PortalCatalog.builtIn().extendedFrom(folder);
        } catch (InvalidRulesException e) {
            throw new ConfigException(
                    e.mistakes().stream().map(Settings::problem).toList());
        }
    }

    private static ConfigProblem problem(RuleMistake mistake) {
        String what = mistake.value().isEmpty() ? "" : "\"" + mistake.value() + "\"";
        return new ConfigProblem(mistake.file(), 0, mistake.key(), what, mistake.advice());
    }

    private static ConfigLoader loader(PortalCatalog portals) {
        Set<String> names = new TreeSet<>(portals.names());
        names.remove(PortalCatalog.CUSTOM);
        ConfigChecks checks = new ConfigChecks(
                cron -> CronSyntax.problem(cron, InstantSource.system().instant()),
                names,
                rules -> ruleProblems(portals, rules));
        return new ConfigLoader(checks, Channels.SECTIONS, Credentials.in(System.getenv()));
    }

    private static List<ConfigChecks.RuleProblem> ruleProblems(PortalCatalog portals, Map<String, Object> rules) {
        try {
            portals.reader(PortalCatalog.CUSTOM, rules, ZoneOffset.UTC);
            return List.of();
        } catch (InvalidRulesException e) {
            return e.mistakes().stream().map(Settings::ruleProblem).toList();
        }
    }

    private static ConfigChecks.RuleProblem ruleProblem(RuleMistake mistake) {
        String value = mistake.value().isEmpty() ? "" : "\"" + mistake.value() + "\" ";
        return new ConfigChecks.RuleProblem(mistake.key(), value + mistake.advice());
    }

    /** Takes a secret out of all that is logged from now on. */
    void hide(String secret) {
        redactor.hide(secret);
    }

    /** Starts logging as the configuration says, with its secrets taken out. */
    public void startLogging() {
        config.secrets().stream().map(Secret::value).forEach(this::hide);
        Logging.of(config.log().format(), config.log().level(), redactor).start();
    }

    /**
     * Returns the cipher of the tokens in the database: its key is the variable {@code LOA_SECRET_KEY} or the credential
     * {@code secret-key}, or else a file that Loa makes beside the database.
     */
    SecretCipher cipher() {
        Map<String, String> environment = Credentials.in(System.getenv());
        Optional<String> file = Optional.ofNullable(environment.get(KEY + "_FILE"));
        Optional<String> given = Optional.ofNullable(environment.get(KEY)).or(() -> file.map(Settings::read));
        return SecretKeyFile.cipher(given, database.path());
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the key in " + file + " cannot be read", e);
        }
    }

    /** Returns how long personal data are kept. */
    PersonalDataStore.Retention kept() {
        return new PersonalDataStore.Retention(
                config.privacy().names(), config.privacy().journal());
    }

    /** Returns how often and for how long sending is tried. */
    RetryPolicy retries() {
        return new RetryPolicy(
                config.delivery().retry().first(),
                RetryPolicy.USUAL.factor(),
                config.delivery().retry().longest(),
                config.delivery().retry().giveUp());
    }

    public FetchSettings fetch() {
        FetchConfig fetch = config.fetch();
        return new FetchSettings(
                fetch.userAgent(),
                new FetchSettings.Timeouts(
                        fetch.timeouts().connect(),
                        fetch.timeouts().read(),
                        fetch.timeouts().whole()),
                fetch.maxSize(),
                fetch.pause(),
                fetch.allowPrivateAddresses(),
                fetch.obeyRobots(),
                fetch.extraCa(),
                fetch.proxy().map(ProxyConfig::uri));
    }
}
