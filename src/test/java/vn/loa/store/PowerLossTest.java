package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.file.SqliteFile;

/**
 * A machine loses its power: what was written since the last sync of a file is on the disk, or not, or in part, in any
 * order. What a committed transaction wrote is there all the same. Needs a C compiler and Linux.
 */
@Tag("slow")
class PowerLossTest {
    private static final int TRANSACTIONS = 500;
    private static final int LOSSES = 60;
    private static final int SECTOR = 512;
    private static final long SEED = Long.getLong("loa.proof.seed", 20_261_129);

    private static final int WRITE = 1;
    private static final int SYNC = 2;
    private static final int DATABASE = 1;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);

    /** Something that was done to a file. */
    private record Step(int op, long offset, byte[] bytes) {}

    /** A file as the disk has it for sure, and what may still be on its way. */
    private static final class DiskFile {
        private byte[] synced = new byte[0];
        private final List<Step> pending = new ArrayList<>();

        void did(Step step) {
            if (step.op() == SYNC) {
                for (Step each : pending) {
                    synced = applied(synced, each);
                }
                pending.clear();
            } else {
                pending.add(step);
            }
        }

        private static byte[] applied(byte[] content, Step step) {
            if (step.op() != WRITE) {
                return Arrays.copyOf(content, (int) step.offset());
            }
            int end = (int) step.offset() + step.bytes().length;
            byte[] grown = end > content.length ? Arrays.copyOf(content, end) : content;
            System.arraycopy(step.bytes(), 0, grown, (int) step.offset(), step.bytes().length);
            return grown;
        }

        /** Returns the file as it may be found: each pending step was done, or not, or in its first sectors only. */
        byte[] found(Random chance) {
            byte[] content = synced.clone();
            for (Step each : pending) {
                int luck = chance.nextInt(3);
                if (luck == 1) {
                    content = applied(content, each);
                } else if (luck == 2 && each.bytes().length > SECTOR) {
                    int sectors = 1 + chance.nextInt(each.bytes().length / SECTOR);
                    byte[] torn = Arrays.copyOf(each.bytes(), Math.min(sectors * SECTOR, each.bytes().length));
                    content = applied(content, new Step(WRITE, each.offset(), torn));
                }
            }
            return content;
        }
    }

    @Test
    void what_was_committed_is_there_after_a_loss_of_power() throws Exception {
        Path journal = folder.resolve("journal");
        List<Long> committed = write(journal);
        ByteBuffer steps = ByteBuffer.wrap(Files.readAllBytes(journal)).order(ByteOrder.LITTLE_ENDIAN);
        Map<Integer, DiskFile> disk = new HashMap<>(Map.of(1, new DiskFile(), 2, new DiskFile()));
        long first = committed.get(0);
        List<Long> losses = random.longs(LOSSES, first, journal.toFile().length())
                .sorted()
                .boxed()
                .toList();
        int syncs = 0;
        int next = 0;
        while (steps.hasRemaining() && next < losses.size()) {
            int before = steps.position();
            int op = steps.get();
            int file = steps.get();
            steps.getShort();
            byte[] bytes = new byte[steps.getInt()];
            long offset = steps.getLong();
            steps.get(bytes);
            while (next < losses.size() && losses.get(next) < steps.position()) {
                assertNothingIsLost(disk, committed, before);
                next++;
            }
            disk.get(file).did(new Step(op, offset, bytes));
            syncs += op == SYNC ? 1 : 0;
        }
        assertThat(syncs).as("syncs").isGreaterThan(TRANSACTIONS / 2);
    }

    private void assertNothingIsLost(Map<Integer, DiskFile> disk, List<Long> committed, long moment) throws Exception {
        Path found = Files.createTempDirectory(folder, "found");
        Files.write(found.resolve("loa.db"), disk.get(DATABASE).found(random));
        Files.write(found.resolve("loa.db-wal"), disk.get(2).found(random));
        long kept = committed.stream().filter(at -> at <= moment).count();
        assertThat(new SqliteFile(found.resolve("loa.db")).damage())
                .as("damage at %d, seed %d", moment, SEED)
                .isEmpty();
        Map<String, String> there = settings(found.resolve("loa.db"));
        for (int i = 0; i < kept; i++) {
            assertThat(there.get("power-" + i))
                    .as("transaction %d of %d at %d, seed %d", i, kept, moment, SEED)
                    .isEqualTo(PowerLossWriter.value(i));
        }
    }

    private static Map<String, String> settings(Path file) throws SQLException {
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT name, value FROM setting")) {
            Map<String, String> all = new HashMap<>();
            while (row.next()) {
                all.put(row.getString(1), row.getString(2));
            }
            return all;
        }
    }

    /** Runs the writer with the library that keeps the journal; returns how long that was after each commit. */
    private List<Long> write(Path journal) throws IOException, InterruptedException {
        Path library = folder.resolve("power-loss.so");
        Assumptions.assumeTrue(compiled(library), "there is no C compiler");
        ProcessBuilder writer = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PowerLossWriter.class.getName(),
                folder.resolve("data").toString(),
                Integer.toString(TRANSACTIONS));
        writer.environment().put("LD_PRELOAD", library.toString());
        writer.environment().put("LOA_POWER_JOURNAL", journal.toString());
        Process process =
                writer.redirectError(folder.resolve("errors").toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        List<Long> committed = said.lines()
                .filter(line -> line.matches("\\d+"))
                .map(Long::valueOf)
                .toList();
        assertThat(committed).hasSize(TRANSACTIONS);
        return committed;
    }

    private static boolean compiled(Path library) throws InterruptedException {
        try {
            return new ProcessBuilder(
                                    "cc",
                                    "-shared",
                                    "-fPIC",
                                    "-o",
                                    library.toString(),
                                    "src/test/c/power-loss.c",
                                    "-ldl")
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
