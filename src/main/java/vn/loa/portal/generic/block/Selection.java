package vn.loa.portal.generic.block;

import java.util.BitSet;
import java.util.List;

/** A subset of a page's blocks, with sums over any element in constant time. */
public final class Selection {
    private final List<TextBlock> blocks;
    private final BitSet kept;
    private final int[] prose;
    private final int[] letters;
    private final int[] linked;
    private final int[] titles;

    public Selection(List<TextBlock> blocks, BitSet kept) {
        this.blocks = blocks;
        this.kept = kept;
        this.prose = new int[blocks.size() + 1];
        this.letters = new int[blocks.size() + 1];
        this.linked = new int[blocks.size() + 1];
        this.titles = new int[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            boolean counts = kept.get(i);
            prose[i + 1] = prose[i] + (counts ? block.prose() : 0);
            letters[i + 1] = letters[i] + (counts ? block.letters() : 0);
            linked[i + 1] = linked[i] + (counts ? block.linked() : 0);
            titles[i + 1] = titles[i] + (counts && block.isTitle() ? 1 : 0);
        }
    }

    static Selection all(List<TextBlock> blocks) {
        BitSet kept = new BitSet(blocks.size());
        kept.set(0, blocks.size());
        return new Selection(blocks, kept);
    }

    /** Returns the next kept block from this number on, -1 when there is none. */
    public int next(int block) {
        return kept.nextSetBit(block);
    }

    /** Returns the number of all blocks, kept or not. */
    public int size() {
        return blocks.size();
    }

    public TextBlock block(int index) {
        return blocks.get(index);
    }

    /** Returns the letters of running text. */
    public int prose() {
        return prose[blocks.size()];
    }

    public int prose(Container container) {
        return prose[container.to()] - prose[container.from()];
    }

    public int letters(Container container) {
        return letters[container.to()] - letters[container.from()];
    }

    /** Returns the number of {@code h1} headings. */
    public int titles(Container container) {
        return titles[container.to()] - titles[container.from()];
    }

    public double linkDensity(Container container) {
        int all = letters(container);
        return all == 0 ? 0 : (double) (linked[container.to()] - linked[container.from()]) / all;
    }
}
