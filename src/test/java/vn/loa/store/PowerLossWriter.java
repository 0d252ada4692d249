package vn.loa.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Commits transactions, and says after each how much of the journal of its writes there was then. */
final class PowerLossWriter {
    private static final int LARGEST = 9_000;

    private PowerLossWriter() {}

    public static void main(String[] args) throws IOException {
        Path journal = Path.of(System.getenv("LOA_POWER_JOURNAL"));
        try (Database database = Database.embedded(Path.of(args[0]))) {
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                int number = i;
                database.write(handle -> handle.createUpdate("INSERT INTO setting (name, value) VALUES (:name, :value)")
                        .bind("name", "power-" + number)
                        .bind("value", value(number))
                        .execute());
                System.out.println(Files.size(journal));
            }
        }
    }

    /** Returns what transaction number so and so wrote: sometimes little, sometimes several pages. */
    static String value(int number) {
        return Integer.toString(number).repeat(1 + number * 7919 % LARGEST / 10);
    }
}
