package vn.loa.store;

import java.util.Objects;

/**
 * Names a PostgreSQL database and who works with it.
 *
 * @param url as the driver reads it, {@code jdbc:postgresql://host:port/name}, without a password
 * @param user the database user; an empty string for the operating system's
 * @param password of the user; an empty string where the server asks for none
 */
public record DatabaseServer(String url, String user, String password) {
    public DatabaseServer {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
    }

    /** Returns how to make a backup of it, in one line. */
    public String backingUp() {
        return "back it up with: pg_dump --format=custom --file=loa.dump " + forTools();
    }

    /** Returns how to bring a backup back, in one line. */
    public String restoring() {
        return "stop Loa and run: pg_restore --clean --if-exists --dbname=" + forTools() + " loa.dump";
    }

    /** Returns the address as PostgreSQL's own programs take it; they ask for the password, or read PGPASSWORD. */
    private String forTools() {
        String address = url.substring("jdbc:".length()).replaceFirst("\\?.*", "");
        return user.isEmpty() ? address : address.replaceFirst("//", "//" + user + "@");
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return url;
    }
}
