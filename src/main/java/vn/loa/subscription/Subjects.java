package vn.loa.subscription;

import java.util.List;

/** Makes the {@link Subject} of each article; keeps the topics and the compiled patterns. */
public final class Subjects {
    private final Topics topics = Topics.standard();
    private final Keywords keywords = new Keywords();

    /**
     * Makes the subject of a text.
     *
     * @param parts title, lead, paragraphs, category
     */
    public Subject of(List<String> parts) {
        return new Subject(this, parts);
    }

    Topics topics() {
        return topics;
    }

    Keywords keywords() {
        return keywords;
    }
}
