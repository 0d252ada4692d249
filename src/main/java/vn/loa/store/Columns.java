package vn.loa.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Attachment;
import vn.loa.model.Precision;
import vn.loa.model.Published;

/** Converts the vocabulary's values to columns and back. */
public final class Columns {
    /** Stands before the pseudonym of a person whose data were erased, where the person's key stood. */
    public static final String ERASED = "erased:";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    /** SQL of the name under which something is kept of a person: {@code :name}, or the known one if that is empty. */
    public static final String NAME_OF_PERSON = "CASE WHEN :name = '' THEN"
            + " COALESCE((SELECT p.name FROM person p WHERE p.person_key = :person), '') ELSE :name END";

    private Columns() {}

    public static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        OptionalLong millis = optionalLong(row, column);
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.getAsLong())) : Optional.empty();
    }

    public static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
    }

    public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public static Optional<URI> optionalUri(ResultSet row, String column) throws SQLException {
        return optionalText(row, column).map(URI::create);
    }

    public static @Nullable String text(Optional<URI> uri) {
        return uri.map(URI::toString).orElse(null);
    }

    public static Published published(ResultSet row) throws SQLException {
        return new Published(optionalInstant(row, "published"), Precision.valueOf(row.getString("precision")));
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write as JSON: " + value.getClass(), e);
        }
    }

    public static <T> T fromJson(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row does not hold a " + type.getSimpleName(), e);
        }
    }

    public static List<String> strings(ResultSet row, String column) throws SQLException {
        return fromJson(row.getString(column), STRINGS);
    }

    public static Map<String, Object> tree(ResultSet row, String column) throws SQLException {
        return fromJson(row.getString(column), TREE);
    }

    public static List<Attachment> attachments(ResultSet row) throws SQLException {
        return List.of(fromJson(row.getString("attachments"), Attachment[].class));
    }

    private static <T> T fromJson(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row does not hold what it should", e);
        }
    }
}
