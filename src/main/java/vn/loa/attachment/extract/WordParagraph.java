package vn.loa.attachment.extract;

import java.util.ArrayList;
import java.util.List;

/** Collects a paragraph of a Word document, with what stands in boxes beside it. */
final class WordParagraph {
    /** More than is taken of any document. */
    private static final int LONGEST = 400_000;

    private final StringBuilder text = new StringBuilder();
    private final List<String> above = new ArrayList<>();
    private final List<String> below = new ArrayList<>();
    private String style = "";
    private String list = "";
    private String level = "";

    void write(String more) {
        text.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST - text.length())));
    }

    /** Adds a box; it is read where it stands in the text. */
    void box(String boxed) {
        (text.toString().isBlank() ? above : below).add(boxed);
    }

    void style(String id) {
        style = id;
    }

    void list(String id) {
        list = id;
    }

    void level(String number) {
        level = number;
    }

    /** Returns the paragraph with its label, and the boxes before and after it. */
    List<String> parts(WordNumbering numbering) {
        List<String> parts = new ArrayList<>(above);
        String label = text.toString().isBlank() ? "" : numbering.label(style, list, level);
        parts.add(label.isEmpty() ? text.toString() : label + " " + text);
        parts.addAll(below);
        return parts;
    }
}
