package vn.loa.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a method's parameters from the query and from a JSON, form or multipart body. */
final class Parameters {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:.*?;\\s*name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("(?i)content-disposition:.*?filename=");

    private Parameters() {}

    static Map<String, String> read(HttpExchange exchange) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        form(query == null ? "" : query, values);
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (type != null && body.length > 0) {
            body(type, body, values);
        }
        return values;
    }

    private static void body(String type, byte[] body, Map<String, String> values) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (type.startsWith("application/json")) {
            json(text, values);
        } else if (type.startsWith("multipart/form-data")) {
            multipart(type, text, values);
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            form(text, values);
        }
    }

    private static void json(String text, Map<String, String> values) {
        try {
            JsonNode body = JSON.readTree(text);
            body.fieldNames().forEachRemaining(name -> {
                JsonNode value = body.get(name);
                if (!value.isNull()) {
                    values.put(name, value.isContainerNode() ? value.toString() : value.asText());
                }
            });
        } catch (JsonProcessingException e) {
            throw Refusal.badRequest("can't parse request body as JSON object");
        }
    }

    private static void form(String text, Map<String, String> values) {
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void multipart(String type, String text, Map<String, String> values) {
        Matcher boundary = BOUNDARY.matcher(type);
        if (!boundary.find()) {
            throw Refusal.badRequest("boundary is missing");
        }
        for (String part : text.split(Pattern.quote("--" + boundary.group(1)), -1)) {
            int blank = part.indexOf("\r\n\r\n");
            if (blank > 0 && part.endsWith("\r\n")) {
                part(part.substring(0, blank), part.substring(blank + 4, part.length() - 2), values);
            }
        }
    }

    private static void part(String head, String content, Map<String, String> values) {
        Matcher name = NAME.matcher(head);
        if (name.find()) {
            boolean file = FILE.matcher(head).find();
            values.put(name.group(1), file ? "attach://" + name.group(1) : content);
        }
    }
}
