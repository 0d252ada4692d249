package vn.loa.store;

import java.util.Optional;

/** Single values that Loa keeps for itself. */
public final class SettingStore {
    private final Database database;

    public SettingStore(Database database) {
        this.database = database;
    }

    public Optional<String> get(String name) {
        return database.read(handle -> handle.createQuery("SELECT value FROM setting WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne());
    }

    public void set(String name, String value) {
        database.write(handle ->
                handle.createUpdate("""
                        INSERT INTO setting (name, value) VALUES (:name, :value)
                        ON CONFLICT (name) DO UPDATE SET value = excluded.value
                        """).bind("name", name).bind("value", value).execute());
    }

    /** Takes a value away; returns false when there was none, so that of two takers one gets it. */
    public boolean remove(String name, String value) {
        return database.write(handle -> handle.createUpdate("DELETE FROM setting WHERE name = :name AND value = :value")
                        .bind("name", name)
                        .bind("value", value)
                        .execute()
                == 1);
    }
}
