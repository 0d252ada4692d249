package vn.loa.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Represents a form with files, {@code multipart/form-data} (RFC 7578). Each part is found by one search for the boundary. */
public final class MultipartForm {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";,\\s]{1,70})\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]{0,100})\"");
    private static final int MOST_PARTS = 20;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private MultipartForm() {}

    /** Reads a form; what is no part of one is left out. */
    public static MultipartForm of(WebRequest request) {
        MultipartForm form = new MultipartForm();
        Matcher boundary = BOUNDARY.matcher(request.header("Content-Type").orElse(""));
        if (boundary.find()) {
            // Each byte is a character, so that positions are the same in both.
            String whole = new String(request.body(), StandardCharsets.ISO_8859_1);
            form.read(whole, "--" + boundary.group(1));
        }
        return form;
    }

    private void read(String whole, String mark) {
        int from = whole.indexOf(mark);
        while (from >= 0 && parts.size() < MOST_PARTS) {
            int head = from + mark.length();
            int next = whole.indexOf("\r\n" + mark, head);
            if (next < 0) {
                return;
            }
            add(whole.substring(head, next));
            from = next + 2;
        }
    }

    private void add(String part) {
        int end = part.indexOf(END_OF_HEAD);
        Matcher name = NAME.matcher(part.substring(0, Math.max(0, Math.min(end, 2_000))));
        if (end >= 0 && name.find()) {
            parts.putIfAbsent(
                    name.group(1), part.substring(end + END_OF_HEAD.length()).getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** Returns a field's content, byte for byte; empty when there is no such field. */
    public Optional<byte[]> content(String name) {
        return Optional.ofNullable(parts.get(name)).map(byte[]::clone);
    }
}
