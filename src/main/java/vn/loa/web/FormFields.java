package vn.loa.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of a form or of a query, {@code application/x-www-form-urlencoded}. */
public final class FormFields {
    /** The most fields that are read; what comes after them is left out. */
    public static final int MOST = 2_000;

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private FormFields() {}

    /** Reads fields; one that is badly encoded is left out. */
    public static FormFields of(String encoded) {
        FormFields fields = new FormFields();
        Stream.of(encoded.split("&", MOST + 1)).limit(MOST).forEach(fields::add);
        return fields;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            return;
        }
        try {
            String name = URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8);
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            values.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
        } catch (IllegalArgumentException badlyEncoded) {
            return;
        }
    }

    /** Returns the first value of a field; an empty string when there is none. */
    public String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Returns all values of a field, in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
