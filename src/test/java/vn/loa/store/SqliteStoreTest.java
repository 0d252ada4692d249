package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.store.file.DatabaseInUseException;

class SqliteStoreTest extends StoreContract {
    @TempDir
    private Path folder;

    @Override
    Database open() {
        return MigratedDatabase.embedded(folder);
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused_with_the_folders_name() {
        assertThatThrownBy(this::open)
                .isInstanceOf(DatabaseInUseException.class)
                .hasMessageContaining(folder.toString());
    }
}
