package vn.loa.portal.generic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.Folding;

/** Reads the text that a script would show: the same labels, captions and names are left out as on a page. */
final class ScriptText {
    private ScriptText() {}

    /** Returns the paragraphs of an introduction and of the text below it; an introduction that begins the text once. */
    static List<String> of(Document lead, Document text) {
        List<String> introduction =
                PageText.of(lead).blocks().stream().map(TextBlock::text).toList();
        List<String> paragraphs = paragraphs(PageText.of(text));
        return repeats(introduction, paragraphs)
                ? paragraphs
                : Stream.concat(introduction.stream(), paragraphs.stream()).toList();
    }

    private static boolean repeats(List<String> introduction, List<String> paragraphs) {
        String begins = Folding.fold(String.join(" ", introduction)).replaceAll("[\\s.…]+$", "");
        return Folding.fold(String.join(" ", paragraphs)).startsWith(begins);
    }

    private static List<String> paragraphs(PageText page) {
        Selection kept = Pruning.kept(page, Pruning.Strictness.STRICT);
        List<TextBlock> blocks = new ArrayList<>();
        for (int i = kept.next(0); i >= 0; i = kept.next(i + 1)) {
            blocks.add(kept.block(i));
        }
        return BodyTrim.trimmed(blocks, page.tables()).stream()
                .map(TextBlock::text)
                .toList();
    }
}
