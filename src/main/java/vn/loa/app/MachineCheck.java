package vn.loa.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.config.LoaConfig;
import vn.loa.config.yaml.ConfigProblem;
import vn.loa.store.DatabaseFolder;
import vn.loa.store.DatabaseServer;
import vn.loa.store.ServerCheck;
import vn.loa.store.UnusableDatabaseException;
import vn.loa.store.file.FileProblems;
import vn.loa.store.file.SqliteLibrary;

/**
 * Tries what the configuration needs of the machine, so that what is missing is told like a mistake in the file. Leaves
 * nothing behind.
 */
public final class MachineCheck {
    /** More than a file system may still have for a small file when it is full. */
    private static final int PROBE_BYTES = 256 * 1024;

    /** The bytes of a new database with its log. */
    private static final long EMPTY_DATABASE_BYTES = 4L << 20;

    private final LoaConfig config;
    private final DatabaseFolder database;
    private final Optional<DatabaseServer> server;
    private final String file;

    /**
     * Checks the machine for these settings.
     *
     * @param file the configuration as the person named it
     */
    public MachineCheck(Settings settings, String file) {
        this.config = settings.config();
        this.database = settings.database();
        this.server = settings.server();
        this.file = file;
    }

    /** Returns all that keeps Loa from starting, apart from what is in the database and the folder of its backups. */
    public List<MachineProblem> problems() {
        List<MachineProblem> problems = new ArrayList<>();
        library().ifPresent(problems::add);
        if (server.isEmpty()) {
            folder("data", database.path()).ifPresent(problems::add);
        }
        // A Loa that runs has the port itself.
        if (!inUse()) {
            port().ifPresent(problems::add);
        }
        return problems;
    }

    /** Returns what keeps backups from being made. Loa runs without them, for news matter more, and tells operators. */
    public Optional<MachineProblem> backupProblem() {
        return server.isPresent()
                ? Optional.empty()
                : folder("backup.folder", config.backup().folder());
    }

    private boolean inUse() {
        return server.map(ServerCheck::isInUse).orElseGet(database::inUse);
    }

    /** Returns what keeps Loa from working with the database that is there; a file is not looked at while another Loa uses it. */
    public Optional<MachineProblem> databaseProblem() {
        try {
            if (server.isPresent()) {
                ServerCheck.refuseUnusable(server.get());
            } else if (!database.inUse()) {
                database.check();
            }
            return Optional.empty();
        } catch (UnusableDatabaseException e) {
            return Optional.of(problem(e));
        }
    }

    /** Returns the problem of a database that was refused. */
    public MachineProblem problem(UnusableDatabaseException refused) {
        String key = server.isPresent() ? "database.url" : "data";
        return problem(key, refused.what(), refused.right(), refused.mayPass());
    }

    private MachineProblem problem(String key, String what, String right, boolean mayPass) {
        return new MachineProblem(new ConfigProblem(file, 0, key, what, right), mayPass);
    }

    private Optional<MachineProblem> library() {
        return SqliteLibrary.load()
                .map(cause -> problem(
                        "data",
                        "SQLite's library cannot be unpacked and loaded in " + SqliteLibrary.folder() + ": " + cause,
                        "set LOA_JAVA_OPTS=-Dorg.sqlite.tmpdir=FOLDER to a folder that is writable and not mounted"
                                + " noexec",
                        false));
    }

    private Optional<MachineProblem> folder(String key, Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                write(folder);
            } else {
                refuseUnlessMade(folder.toAbsolutePath());
            }
            return Optional.empty();
        } catch (IOException e) {
            String cause = FileProblems.cause(e);
            boolean full = cause.matches("(?i).*(no space left|quota exceeded).*");
            return Optional.of(problem(
                    key, folder + " cannot be written: " + cause, full ? "make room there" : cure(cause), full));
        }
    }

    private static String cure(String cause) {
        return cause.toLowerCase(Locale.ROOT).contains("read-only")
                ? "mount it writable (under systemd, name it in StateDirectory= or ReadWritePaths=) or name another folder"
                : "let Loa's user write there, or name another folder";
    }

    private static void write(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "loa", ".probe");
        try {
            Files.write(probe, new byte[PROBE_BYTES]);
        } finally {
            Files.delete(probe);
        }
    }

    private static void refuseUnlessMade(Path folder) throws IOException {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there)) {
            throw new IOException(there + " is no folder");
        }
        FileStore store = Files.getFileStore(there);
        if (store.isReadOnly()) {
            throw new IOException("read-only file system: " + there);
        }
        if (store.getUsableSpace() < EMPTY_DATABASE_BYTES) {
            throw new IOException("no space left on the disk of " + there);
        }
        if (!Files.isWritable(there)) {
            throw new IOException("it is not there and cannot be made in " + there);
        }
    }

    private Optional<MachineProblem> port() {
        if (config.web().port().isEmpty()) {
            return Optional.empty();
        }
        String address = config.web().address();
        int port = config.web().port().get();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(refused(address, port, FileProblems.cause(e)));
        }
    }

    private MachineProblem refused(String address, int port, String cause) {
        String answer = cause.toLowerCase(Locale.ROOT);
        if (answer.contains("in use")) {
            return problem(
                    "web.port",
                    port + " is in use at " + address + " by another program",
                    "write another port, or stop that program (ss -ltnp tells which)",
                    true);
        }
        if (answer.contains("permission")) {
            return problem(
                    "web.port", port + " may not be used by Loa's user", "write a port from 1024 to 65535", false);
        }
        return problem(
                "web.address",
                "cannot listen at " + address + ": " + cause,
                "write 127.0.0.1 behind a reverse proxy, or 0.0.0.0 for every address of this machine",
                false);
    }
}
