package vn.loa.bench;

import java.nio.file.Path;
import vn.loa.store.Database;
import vn.loa.store.DatabaseServer;
import vn.loa.store.ScratchSchema;

/** Makes empty databases of one kind for measurements. */
public interface BenchDatabase {
    /** Returns the kind, as figures name it. */
    String kind();

    /** Returns whether several nodes can work with one database. */
    boolean sharable();

    /** Makes an empty database for one measurement, whose name is of letters. */
    Place make(String measurement);

    /** An empty database; what it holds is gone when it is closed, at the latest when the measurements end. */
    interface Place extends AutoCloseable {
        /** Opens it; on a server several times, as by several nodes. */
        Database open();

        @Override
        void close();
    }

    /** Returns embedded databases in this folder. */
    static BenchDatabase embedded(Path folder) {
        return new Embedded(folder);
    }

    /** Returns schemas of their own in a database on a server. */
    static BenchDatabase on(DatabaseServer server) {
        return new OnServer(server);
    }

    /** Files. */
    record Embedded(Path folder) implements BenchDatabase {
        @Override
        public String kind() {
            return "SQLite";
        }

        @Override
        public boolean sharable() {
            return false;
        }

        @Override
        public Place make(String measurement) {
            return new Place() {
                @Override
                public Database open() {
                    return Database.embedded(folder.resolve(measurement));
                }

                @Override
                public void close() {}
            };
        }
    }

    /** Schemas. */
    record OnServer(DatabaseServer server) implements BenchDatabase {
        @Override
        public String kind() {
            return "PostgreSQL";
        }

        @Override
        public boolean sharable() {
            return true;
        }

        @Override
        public Place make(String measurement) {
            ScratchSchema schema = new ScratchSchema(server, "loa_bench_" + measurement);
            return new Place() {
                @Override
                public Database open() {
                    return schema.open();
                }

                @Override
                public void close() {
                    schema.close();
                }
            };
        }
    }
}
