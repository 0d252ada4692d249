package vn.loa.config;

import java.util.Objects;
import java.util.Optional;
import vn.loa.config.value.Malformed;
import vn.loa.config.value.Secret;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * The settings of a database on a PostgreSQL server.
 *
 * @param url as the driver reads it, without a password
 * @param user an empty string for the operating system's user
 * @param node what this machine is called among those that share the database; empty for its host name
 * @param password empty where the server asks for none
 */
public record DatabaseConfig(String url, String user, Optional<Secret> password, Optional<String> node) {
    private static final String FORM = "write jdbc:postgresql://host:port/name";

    public DatabaseConfig {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
        Objects.requireNonNull(node);
    }

    /** Returns the database; empty when the section names none, so that Loa keeps its own. */
    static Optional<DatabaseConfig> read(Section database) {
        Optional<String> url = database.valueOr("url", "${LOA_DATABASE_URL:}", address());
        Optional<String> user = database.valueOr("user", "${LOA_DATABASE_USER:}", ValueTypes.line(63));
        Optional<Secret> password = SecretKey.read(database, "password", "${LOA_DATABASE_PASSWORD:}", word());
        Optional<String> node = database.valueOr("node", "${LOA_NODE:}", ValueTypes.line(60));
        return url.map(address -> new DatabaseConfig(address, user.orElse(""), password, node));
    }

    private static ValueType<String> address() {
        ValueType.Parser<String> parser = written -> {
            String url = written.strip();
            if (url.matches("(?i)[^?]*@.*|.*[?&](?:password|user|sslpassword)=.*")) {
                throw new Malformed("has a user or a password in it", "write them as database.user and password");
            }
            if (!url.matches("jdbc:postgresql://[!-~]{1,500}")) {
                throw new Malformed("is not the address of a PostgreSQL database", FORM);
            }
            return url;
        };
        // Hidden until it is known to hold no password.
        return new ValueType<>(parser, FORM, true);
    }

    private static ValueType<Secret> word() {
        return new ValueType<>(Secret::new, "write the password of the database user", true);
    }
}
