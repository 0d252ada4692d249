package vn.loa.portal.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds rules from YAML, and collects the mistakes in them instead of stopping at the first one. */
public final class RulesFile {
    private final String name;
    private final List<RuleMistake> mistakes = new ArrayList<>();
    private final ObjectMapper mapper;

    /**
     * Makes a binder for a file.
     *
     * @param name what to call it in mistakes
     */
    public RulesFile(String name) {
        this.name = name;
        mapper = YAMLMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .addHandler(new Collector())
                .build();
    }

    public List<RuleMistake> mistakes() {
        return mistakes;
    }

    /** Binds the text to a type, or returns null when nothing can be made of it. */
    public <T> @Nullable T bind(String yaml, Class<T> type) {
        try {
            return mapper.readValue(yaml, type);
        } catch (JsonProcessingException e) {
            note(e);
            return null;
        }
    }

    /** Binds a part of another configuration to a type, or returns null when nothing can be made of it. */
    public <T> @Nullable T bind(Map<String, Object> values, Class<T> type) {
        try {
            return bind(mapper.writeValueAsString(values), type);
        } catch (JsonProcessingException e) {
            note(e);
            return null;
        }
    }

    private void note(JsonProcessingException e) {
        String place = e instanceof JsonMappingException mapping ? path(mapping) : "";
        String line = e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : "line " + e.getLocation().getLineNr() + ": ";
        String message = e.getOriginalMessage() == null ? "cannot be read" : firstLine(e.getOriginalMessage());
        mistakes.add(new RuleMistake(name, place.isEmpty() ? "file" : place, "", line + message));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private static String place(JsonParser parser) {
        return parser.getParsingContext()
                .pathAsPointer()
                .toString()
                .replaceFirst("^/", "")
                .replace('/', '.');
    }

    /** Notes unknown keys and values of the wrong kind, and goes on. */
    private final class Collector extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object beanOrClass,
                String property)
                throws IOException {
            Collection<Object> known = deserializer.getKnownPropertyNames();
            String advice = known == null ? "unknown key" : "unknown key; known are " + names(known);
            mistakes.add(new RuleMistake(name, place(parser), "", advice));
            parser.skipChildren();
            return true;
        }

        private static String names(Collection<Object> known) {
            return known.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new)).stream()
                    .collect(Collectors.joining(", "));
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
                throws IOException {
            mistakes.add(new RuleMistake(name, place(parser), parser.getText(), "should be " + wanted(type)));
            parser.skipChildren();
            return null;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String message) {
            mistakes.add(new RuleMistake(name, place(context.getParser()), value, "should be " + type.getSimpleName()));
            return null;
        }

        private static String wanted(JavaType type) {
            if (type.isCollectionLikeType()) {
                return "a list";
            }
            return type.isTypeOrSubTypeOf(String.class) ? "a text" : "a group of keys";
        }
    }
}
