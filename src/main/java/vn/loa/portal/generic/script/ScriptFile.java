package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A file that the state of an application, or the description of an article, tells of.
 *
 * @param name as the state has it, an empty string when it has none
 * @param address as written
 */
public record ScriptFile(String name, String address) {
    private static final int NODES_AT_MOST = 2_000;
    private static final int MOST = 50;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final Pattern FILES =
            Pattern.compile("attach|file|dinhkem|tailieu|document|tep|download|associatedmedia|encoding");
    private static final Pattern FILE =
            Pattern.compile("(?i)\\.(?:pdf|docx?|xlsx?|csv|pptx?|odt|ods|rtf|zip|rar|7z)(?:[?#]|$)");
    private static final Set<String> NAMES = Set.of(
            "name",
            "title",
            "ten",
            "tenfile",
            "tentep",
            "tentailieu",
            "filename",
            "originalname",
            "originalfilename",
            "label",
            "displayname",
            "caption",
            "tieude",
            "alternatename");
    private static final Set<String> ADDRESSES = Set.of(
            "url",
            "link",
            "href",
            "path",
            "src",
            "downloadurl",
            "fileurl",
            "filepath",
            "duongdan",
            "contenturl",
            "linkfile",
            "urlfile",
            "download");

    private record Part(String key, JsonNode value) {}

    /**
     * Returns the files under an object, nearest first.
     *
     * @param other tells the fields under which other things stand
     */
    public static List<ScriptFile> in(JsonNode object, Predicate<String> other) {
        List<ScriptFile> files = new ArrayList<>();
        Deque<Part> open = new ArrayDeque<>();
        open.add(new Part("", object));
        for (int seen = 0; seen < NODES_AT_MOST && files.size() < MOST && !open.isEmpty(); seen++) {
            Part part = open.poll();
            of(part).ifPresent(files::add);
            if (part.value().isArray()) {
                part.value().forEach(value -> open.add(new Part(part.key(), value)));
            } else {
                part.value().properties().stream()
                        .filter(field -> !other.test(field.getKey()))
                        .forEach(field -> open.add(new Part(bare(field.getKey()), field.getValue())));
            }
        }
        return files.stream().distinct().toList();
    }

    private static Optional<ScriptFile> of(Part part) {
        boolean named = FILES.matcher(part.key()).find();
        if (part.value().isTextual()) {
            String text = part.value().asText();
            return named && isPlace(text) && isFile(text) ? Optional.of(new ScriptFile("", text)) : Optional.empty();
        }
        return field(part.value(), ADDRESSES)
                .filter(ScriptFile::isPlace)
                .filter(address -> isFile(address)
                        || (named
                                && field(part.value(), NAMES)
                                        .filter(ScriptFile::isFile)
                                        .isPresent()))
                .map(address -> new ScriptFile(field(part.value(), NAMES).orElse(""), address));
    }

    private static boolean isFile(String text) {
        return FILE.matcher(text).find();
    }

    private static boolean isPlace(String text) {
        return text.length() <= LONGEST_ADDRESS && text.indexOf('/') >= 0 && text.indexOf('<') < 0;
    }

    private static Optional<String> field(JsonNode object, Set<String> names) {
        return StreamSupport.stream(object.properties().spliterator(), false)
                .filter(field ->
                        names.contains(bare(field.getKey())) && field.getValue().isTextual())
                .map(field -> field.getValue().asText())
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
