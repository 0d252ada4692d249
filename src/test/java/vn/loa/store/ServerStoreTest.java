package vn.loa.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL. */
class ServerStoreTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    Database open() {
        return TestServer.database(folder);
    }
}
