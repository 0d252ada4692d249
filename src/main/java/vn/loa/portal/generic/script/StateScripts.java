package vn.loa.portal.generic.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The values that a page's scripts hold as data: JSON in a script of its own (Next.js, Angular, Nuxt 3), pushed as a
 * stream (Next.js), or assigned to a variable (Nuxt 2, Vue, Redux), also as a function that only puts its arguments
 * together. No script is run.
 */
final class StateScripts {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_MISSING_VALUES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final String OF_JSON = "script[type=application/json], script#__NEXT_DATA__";
    private static final String OF_CODE =
            "script:not([src]):not([type]), script:not([src])[type*=javascript], script:not([src])[type=module]";

    private static final Pattern ASSIGNED =
            Pattern.compile("(?:__[A-Za-z_]{2,40}|[Ss]tate|STATE|window\\.[\\w$]{2,40}|[Dd]ata|DATA"
                    + "|[Aa]rticle|\\b(?:post|news)|[Dd]etail)[\"'\\]]{0,2}"
                    + "\\s{0,9}=\\s{0,9}(\\{|\\[|JSON\\.parse\\(\\s{0,9}[\"'`]|\\(?function\\s?\\()");

    /** An array of objects, under any name. */
    private static final Pattern LISTED =
            Pattern.compile("\\b(?:var|let|const)\\s{1,5}[\\w$]{1,40}\\s{0,9}=\\s{0,9}(\\[)\\s{0,9}\\{");

    private static final Pattern PARAMETERS =
            Pattern.compile("^\\(?function\\s?\\(([\\w$,\\s]*)\\)\\s*\\{\\s*return\\s*");
    private static final String PUSH = "__next_f.push(";
    private static final int SHORTEST_STATE = 200;
    private static final int MOST_ASSIGNED = 12;
    private static final int MOST_IN_LIST = 100;
    /** An object is read once more with each list that names it. */
    private static final int MOST_FIELDS_IN_LISTS = 100_000;

    private static final int MOST_PARAMETERS = 20_000;
    /** Angular writes these in place of characters that HTML knows. */
    private static final List<String> ANGULAR = List.of("&q;", "\"", "&s;", "'", "&l;", "<", "&g;", ">", "&a;", "&");

    private StateScripts() {}

    /** Returns what the scripts of a page hold; what cannot be read is left out. */
    static List<JsonNode> of(Document page) {
        List<JsonNode> found = new ArrayList<>();
        for (Element script : page.select(OF_JSON)) {
            JsonNode data = parse(unescaped(script.data()));
            found.add(script.id().contains("NUXT") && data.isArray() ? resolved((ArrayNode) data) : data);
        }
        StringBuilder flight = new StringBuilder();
        for (Element script : page.select(OF_CODE)) {
            assigned(script.data(), ASSIGNED, found);
            assigned(script.data(), LISTED, found);
            pushed(script.data(), flight);
        }
        found.addAll(FlightRows.read(flight.toString(), StateScripts::parse));
        attributes(page, found);
        return found;
    }

    /** Returns what a page declares for search engines, such as the items of its list. */
    static List<JsonNode> declared(Document page) {
        return page.select("script[type=application/ld+json]").stream()
                .map(script -> parse(script.data()))
                .toList();
    }

    /** {@code self.__next_f.push([1,"…"])}: a piece of a stream, cut anywhere. */
    private static void pushed(String code, StringBuilder stream) {
        int from = code.indexOf(PUSH);
        while (from >= 0) {
            ObjectLiteral.Value call = ObjectLiteral.read(code, from + PUSH.length(), Map.of());
            JsonNode piece = parse(call.json());
            if (piece.path(0).asInt() == 1) {
                stream.append(piece.path(1).asText(""));
            }
            from = code.indexOf(PUSH, call.end());
        }
    }

    /** Inertia and components of Vue get what they show as JSON in an attribute. */
    private static void attributes(Document page, List<JsonNode> found) {
        page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(Attribute::getValue)
                .filter(value ->
                        value.length() >= SHORTEST_STATE && (value.startsWith("{\"") || value.startsWith("[{\"")))
                .limit(MOST_ASSIGNED)
                .forEach(value -> found.add(parse(value)));
    }

    private static void assigned(String code, Pattern assignment, List<JsonNode> found) {
        Matcher matcher = assignment.matcher(code);
        for (int i = 0, from = 0; i < MOST_ASSIGNED && from < code.length() && matcher.find(from); i++) {
            String opening = matcher.group(1);
            int start = matcher.start(1);
            if (opening.startsWith("JSON")) {
                ObjectLiteral.Value text = ObjectLiteral.read(code, start + "JSON.parse".length(), Map.of());
                found.add(parse(parse(text.json().replaceAll("^\\(|\\)$", "")).asText()));
                from = text.end();
            } else if (opening.length() == 1) {
                ObjectLiteral.Value value = ObjectLiteral.read(code, start, Map.of());
                found.add(parse(value.json()));
                from = value.end();
            } else {
                found.add(returned(code.substring(start)));
                from = matcher.end();
            }
        }
    }

    /** {@code (function(a,b){return {title:a,content:b}}("…","…"))}: an object, made of its arguments. */
    private static JsonNode returned(String code) {
        Matcher head = PARAMETERS.matcher(code);
        if (!head.find() || head.end() >= code.length() || code.charAt(head.end()) != '{') {
            return JSON.missingNode();
        }
        int arguments =
                code.indexOf('(', ObjectLiteral.read(code, head.end(), Map.of()).end());
        String[] names = head.group(1).split("[\\s,]+");
        Map<String, String> values = new HashMap<>();
        if (arguments >= 0 && names.length <= MOST_PARAMETERS) {
            List<String> given = ObjectLiteral.elements(code, arguments + 1);
            for (int i = 0; i < Math.min(names.length, given.size()); i++) {
                values.put(names[i], given.get(i));
            }
        }
        return parse(ObjectLiteral.read(code, head.end(), values).json());
    }

    /** Nuxt 3 keeps every value once, in one array; elsewhere stands its number. */
    private static JsonNode resolved(ArrayNode table) {
        ArrayNode objects = JSON.createArrayNode();
        Map<Integer, ObjectNode> numbered = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            if (table.get(i).isObject()) {
                ObjectNode object = objects.addObject();
                table.get(i).properties().forEach(field -> object.set(field.getKey(), plain(table, field.getValue())));
                numbered.put(i, object);
            }
        }
        lists(table, numbered, objects);
        return objects;
    }

    /** Adds the arrays of objects, each under a name of its own, until what is read of them is much. */
    private static void lists(ArrayNode table, Map<Integer, ObjectNode> numbered, ArrayNode objects) {
        int left = MOST_FIELDS_IN_LISTS;
        for (int i = 0; i < table.size() && left > 0; i++) {
            ArrayNode list = JSON.createArrayNode();
            for (JsonNode number : table.get(i).isArray() ? table.get(i) : JSON.createArrayNode()) {
                ObjectNode object = numbered.get(number.asInt(-1));
                if (object != null && number.isInt() && list.size() < MOST_IN_LIST && object.size() < left) {
                    list.add(object);
                    left -= object.size() + 1;
                }
            }
            if (list.size() > 1) {
                objects.addObject().set("list" + i, list);
            }
        }
    }

    private static JsonNode plain(ArrayNode table, JsonNode number) {
        JsonNode value = number.isInt() ? table.path(number.asInt()) : number;
        return value.isValueNode() ? value : JSON.nullNode();
    }

    private static String unescaped(String data) {
        String plain = data;
        for (int i = 0; data.contains("&q;") && i < ANGULAR.size(); i += 2) {
            plain = plain.replace(ANGULAR.get(i), ANGULAR.get(i + 1));
        }
        return plain;
    }

    /** Returns a value in JSON, however loosely written; a missing one when it is none. */
    static JsonNode parse(String data) {
        try {
            JsonNode value = JSON.readTree(data);
            return value == null ? JSON.missingNode() : value;
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
