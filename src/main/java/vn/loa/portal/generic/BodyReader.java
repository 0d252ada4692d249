package vn.loa.portal.generic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.Selection;
import vn.loa.portal.generic.block.TextBlock;

/** Reads the body of an article, strictly at first and more leniently while that gives too little. */
final class BodyReader {
    /** A brief of two sentences has so many letters; with fewer, other readings are tried. */
    private static final int ENOUGH = 250;
    /** A more lenient reading must find so much more to be worth its boilerplate. */
    private static final int CLEARLY_MORE = 2;

    /** In blocks: labels, a date and an introduction stand between a title and its text. */
    private static final int NEAR = 12;

    private static final int FEWEST_CAPTIONS = 3;
    private static final int FAR = 40;
    private static final int LABEL = 20;

    private final PageText page;

    private final int anchor;

    private BodyReader(PageText page, int anchor) {
        this.page = page;
        this.anchor = anchor;
    }

    /** @param anchor the block that is probably the title, negative when none is */
    static Body read(PageText page, int anchor) {
        BodyReader reader = new BodyReader(page, anchor);
        Body best = Body.NONE;
        for (Pruning.Strictness strictness : Pruning.READING) {
            Body body = reader.read(strictness);
            boolean worthIt = best.isEmpty() || (body.prose() >= ENOUGH && !reader.isElsewhere(body, best));
            if (worthIt && body.letters() > CLEARLY_MORE * best.letters()) {
                best = body;
            }
            if (best.letters() >= ENOUGH) {
                break;
            }
        }
        return reader.orCaptions(best);
    }

    /** Takes captions for the story where nearly all text stands under pictures. */
    private Body orCaptions(Body body) {
        Body told = body.prose() < ENOUGH ? read(Pruning.Strictness.CAPTIONS) : Body.NONE;
        long sentences =
                told.blocks().stream().filter(block -> block.prose() > 0).count();
        return sentences >= FEWEST_CAPTIONS && told.prose() > CLEARLY_MORE * body.prose() ? told : body;
    }

    /** A text that has been told in another element stands there for narrow screens, or to be printed. */
    private static boolean isCopy(TextBlock block, Map<String, Container> told) {
        Container holder = block.owner().holder();
        return block.prose() > 0 && told.computeIfAbsent(block.text(), text -> holder) != holder;
    }

    /** The text, and the tables of data, between the title and the element with most of the text. */
    private List<TextBlock> before(Container element, Selection kept) {
        List<TextBlock> blocks = new ArrayList<>();
        boolean near = anchor >= 0 && anchor < element.from() && element.from() - anchor <= FAR;
        for (int i = near ? kept.next(anchor + 1) : -1; i >= 0 && i < element.from(); i = kept.next(i + 1)) {
            TextBlock block = kept.block(i);
            boolean text = block.prose() > 0
                    && !block.isHeading()
                    && !block.isBoilerplate()
                    && !Captions.isCaption(block)
                    && !Captions.isBesidePicture(block)
                    && !DatePatterns.isDated(
                            block.text().substring(0, Math.min(block.text().length(), LABEL)));
            if (text || page.tables().hold(block, anchor)) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** A short text right below its title is not given up for one that stands elsewhere. */
    private boolean isElsewhere(Body body, Body best) {
        int below = best.start() - anchor;
        boolean belowTitle = anchor >= 0 && below > 0 && below <= NEAR;
        return belowTitle
                && best.prose() > 0
                && !body.isEmpty()
                && (body.holder().to() <= best.start() || body.holder().from() > best.start());
    }

    private Body read(Pruning.Strictness strictness) {
        Selection kept = Pruning.kept(page, strictness);
        Container element = BodyFinder.find(page, kept, anchor);
        if (element == null) {
            return Body.NONE;
        }
        Selection own = Pruning.own(page, kept, element);
        List<TextBlock> blocks = before(element, kept);
        for (int i = own.next(0); i >= 0; i = own.next(i + 1)) {
            blocks.add(own.block(i));
        }
        Map<String, Container> told = new HashMap<>();
        BoxesBeside boxes = page.told() < 0 ? null : BoxesBeside.of(page, kept, page.told());
        blocks.removeIf(block ->
                block.number() <= page.told() || isCopy(block, told) || (boxes != null && boxes.holdOther(block)));
        return new Body(element, BodyTrim.trimmed(blocks, page.tables()));
    }
}
