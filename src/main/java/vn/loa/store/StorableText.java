package vn.loa.store;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Hands texts to the database without the character U+0000, which PostgreSQL refuses in any text
 * (postgresql.org/docs/18/datatype-character.html). A portal or a person may send it; nobody can read it.
 */
final class StorableText extends AbstractArgumentFactory<String> {
    StorableText() {
        super(Types.VARCHAR);
    }

    static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
        String storable = storable(text);
        return (position, statement, context) -> statement.setString(position, storable);
    }
}
