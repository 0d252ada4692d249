package vn.loa.portal.generic;

import java.util.ArrayList;
import java.util.List;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;

/** Reads the body of an article, strictly at first and more leniently while that gives too little. */
final class BodyReader {
    /** A brief of two sentences has so many letters; with fewer, other readings are tried. */
    private static final int ENOUGH = 250;
    /** A more lenient reading must find so much more to be worth its boilerplate. */
    private static final int CLEARLY_MORE = 2;

    private final PageText page;

    private BodyReader(PageText page) {
        this.page = page;
    }

    static Body read(PageText page) {
        BodyReader reader = new BodyReader(page);
        Body best = Body.NONE;
        for (Pruning.Strictness strictness : Pruning.Strictness.values()) {
            Body body = reader.read(strictness);
            boolean worthIt = best.isEmpty() || body.prose() >= ENOUGH;
            if (worthIt && body.letters() > CLEARLY_MORE * best.letters()) {
                best = body;
            }
            if (best.letters() >= ENOUGH) {
                return best;
            }
        }
        return best;
    }

    private Body read(Pruning.Strictness strictness) {
        Selection kept = Pruning.kept(page, strictness);
        Container element = BodyFinder.find(page, kept);
        if (element == null) {
            return Body.NONE;
        }
        List<TextBlock> blocks = new ArrayList<>();
        for (int i = kept.next(element.from()); i >= 0 && i < element.to(); i = kept.next(i + 1)) {
            blocks.add(kept.block(i));
        }
        return new Body(element, BodyTrim.trimmed(blocks));
    }
}
