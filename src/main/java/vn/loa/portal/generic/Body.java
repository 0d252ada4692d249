package vn.loa.portal.generic;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.TextBlock;

/**
 * The body of an article as found on its page.
 *
 * @param element what holds it, null when nothing was found
 * @param blocks its text, without boilerplate
 */
record Body(@Nullable Container element, List<TextBlock> blocks) {
    static final Body NONE = new Body(null, List.of());

    /**
     * Returns what holds it.
     *
     * @throws NullPointerException when nothing was found
     */
    Container holder() {
        return Objects.requireNonNull(element);
    }

    boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Returns the number of its first block. */
    int start() {
        return blocks.get(0).number();
    }

    int letters() {
        return blocks.stream().mapToInt(TextBlock::letters).sum();
    }

    int prose() {
        return blocks.stream().mapToInt(TextBlock::prose).sum();
    }
}
