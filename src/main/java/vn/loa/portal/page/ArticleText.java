package vn.loa.portal.page;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.TitleCaption;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.Folding;

/**
 * The lead and the paragraphs of an article, out of the blocks of its page.
 *
 * @param lead the introducing paragraph, an empty string when there is none
 * @param paragraphs the text, without the lead
 */
public record ArticleText(String lead, List<String> paragraphs) {
    private static final Pattern CUT = Pattern.compile("\\s*(\\.\\.\\.|…)$");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;…\"”’)/]$");
    private static final int SHORTEST_START = 30;

    /**
     * The patterns that take noise out of a text and end it.
     *
     * @param prefix marks of papers at the start of a text
     * @param noise lines that are none
     * @param end lines at which it ends
     */
    public record Marks(Patterns prefix, Patterns noise, Patterns end) {}

    public static ArticleText of(String title, String rawLead, List<BodyText.Block> blocks, Marks marks) {
        String lead = marks.prefix().removedFromStart(rawLead);
        List<String> paragraphs = paragraphs(title, blocks, marks);
        if (!paragraphs.isEmpty()) {
            paragraphs.set(0, marks.prefix().removedFromStart(paragraphs.get(0)));
            paragraphs.removeIf(String::isBlank);
        }
        return new ArticleText(lead, paragraphs).withoutRepeatedLead();
    }

    private static List<String> paragraphs(String title, List<BodyText.Block> blocks, Marks marks) {
        TitleCaption caption = TitleCaption.of(title);
        List<String> paragraphs = new ArrayList<>();
        BodyText.Kind before = BodyText.Kind.LINE;
        for (BodyText.Block block : blocks) {
            if (!paragraphs.isEmpty() && marks.end().isIn(block.text())) {
                return paragraphs;
            }
            boolean label = paragraphs.isEmpty() && DatePatterns.isDate(block.text());
            if (!label && isText(block, caption, marks)) {
                add(paragraphs, block, before);
                before = block.kind();
            }
        }
        return paragraphs;
    }

    private static boolean isText(BodyText.Block block, TitleCaption caption, Marks marks) {
        boolean text = block.kind() == BodyText.Kind.PARAGRAPH || block.kind() == BodyText.Kind.LINE;
        return text && !marks.noise().isIn(block.text()) && !caption.repeats(block.text());
    }

    /** A sentence that was broken over two paragraphs is one. */
    private static void add(List<String> paragraphs, BodyText.Block block, BodyText.Kind before) {
        int last = paragraphs.size() - 1;
        boolean plain = before == BodyText.Kind.PARAGRAPH && block.kind() == BodyText.Kind.PARAGRAPH;
        if (plain
                && last >= 0
                && BodyText.goesOn(block.text())
                && !SENTENCE_END.matcher(paragraphs.get(last)).find()) {
            paragraphs.set(last, paragraphs.get(last) + " " + block.text());
        } else {
            paragraphs.add(block.text());
        }
    }

    private ArticleText withoutRepeatedLead() {
        if (lead.isEmpty() || paragraphs.isEmpty()) {
            return this;
        }
        String first = paragraphs.get(0);
        List<String> rest = new ArrayList<>(paragraphs.subList(1, paragraphs.size()));
        if (Folding.fold(first).equals(Folding.fold(lead))) {
            return new ArticleText(lead, rest);
        }
        String start = CUT.matcher(lead).replaceFirst("");
        boolean cut = start.length() < lead.length();
        if (start.length() < SHORTEST_START || !first.startsWith(start)) {
            return this;
        }
        if (cut) {
            return new ArticleText(first, rest);
        }
        rest.add(0, first.substring(start.length()).strip());
        return new ArticleText(lead, rest);
    }
}
