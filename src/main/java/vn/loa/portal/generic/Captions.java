package vn.loa.portal.generic;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.ShortText;
import vn.loa.portal.generic.block.TextBlock;

/**
 * Recognises lines by how they are set: the caption of a picture that no {@code figcaption} names, short, centred or
 * slanted and below it; and the writer's name, short, set to the right and last.
 */
final class Captions {
    private static final int LONGEST = 220;
    private static final int LONGEST_NAME = 60;
    /** An element with more lines is no caption; looking into it for each of them would take long. */
    private static final int LINES = 3;

    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}\\p{Ll}{0,7}( \\p{Lu}\\p{Ll}{0,7}){1,4}( ?[-–(,/] ?[^.:;!?]{2,50}\\)?)?");

    private static final int BREAKS = 6;
    private static final int LAST_CHILDREN = 12;
    private static final Set<String> INLINE = Set.of("span", "b", "strong", "i", "em", "font");
    private static final Set<String> SET_APART = Set.of("em", "i", "small");

    private Captions() {}

    static boolean isCaption(TextBlock block) {
        return isUnderPicture(block) || isInRowUnderPicture(block) || isSetAsCaption(block);
    }

    /** A cell in the row below that of a picture, in a table of little else. */
    private static boolean isInRowUnderPicture(TextBlock block) {
        Container row = block.owner();
        for (int i = 0; i < LINES && !row.is("tr") && row.parent() != null; i++) {
            row = row.parent();
        }
        Container around = row.parent();
        return row.is("tr")
                && block.letters() < LONGEST
                && around != null
                && around.to() - around.from() <= LINES
                && isPictureOnly(row.element().previousElementSibling());
    }

    /** A line that is no sentence, alone in one element with a picture. */
    private static boolean isUnderPicture(TextBlock block) {
        return block.prose() == 0
                && block.letters() < LONGEST
                && !block.isHeading()
                && block.kind() == TextBlock.Kind.BARE
                && isAloneWithPicture(block.owner());
    }

    private static boolean isAloneWithPicture(Container owner) {
        Container around = owner.parent();
        return around != null
                && around.is("div")
                && around.to() - around.from() == 1
                && owner.is("div")
                && isPictureOnly(owner.element().previousElementSibling());
    }

    private static boolean isSetAsCaption(TextBlock block) {
        Element element = block.owner().element();
        return block.letters() < LONGEST
                && !block.isHeading()
                && block.owner().to() - block.owner().from() <= LINES
                && (isBelowPicture(element) || showsPicture(element))
                && (isCentred(element) || isSlanted(element));
    }

    /** Returns whether a small element holds a block and a picture, and little else. */
    static boolean isBesidePicture(TextBlock block) {
        Container up = block.owner();
        for (int i = 0; i < LINES && up != null && up.to() - up.from() < LINES; i++) {
            if (isPictureOnly(up.element().previousElementSibling()) || showsPicture(up.element())) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns whether a block is the writer's name below an article, set to the right. */
    static boolean isSignature(TextBlock block) {
        Element element = block.owner().element();
        return block.letters() < LONGEST_NAME
                && !LinePatterns.endsLikeASentence(block.text())
                && (isSetRight(element)
                        || isSetRight(inline(element, block.text()))
                        || (block.owner().to() - block.owner().from() == 1 && isSetRight(element.parent())));
    }

    /** The last elements of a text that make no lines of their own hold what stands below it. */
    private static @Nullable Element inline(Element owner, String text) {
        Element child = owner.lastElementChild();
        for (int i = 0; i < LAST_CHILDREN && child != null; i++) {
            if (INLINE.contains(child.normalName())
                    && ShortText.of(child, LONGEST).equals(text)) {
                return child;
            }
            child = child.previousElementSibling();
        }
        return null;
    }

    /** Returns whether a block is set bold and says nothing but a person's name and perhaps an office. */
    static boolean isBoldName(TextBlock block) {
        Element element = block.owner().element();
        Element first = element.firstElementChild();
        return block.owner().is("p")
                && block.letters() < LONGEST_NAME
                && NAME.matcher(block.text()).matches()
                && first != null
                && (first.normalName().equals("strong") || first.normalName().equals("b"))
                && element.ownText().isBlank();
    }

    private static boolean isSetRight(@Nullable Element element) {
        return element != null
                && (element.attr("align").equalsIgnoreCase("right")
                        || element.hasClass("text-right")
                        || element.hasClass("text-end")
                        || bareStyle(element).matches(".*(text-align|float):right.*"));
    }

    private static String bareStyle(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static boolean isCentred(Element element) {
        return element.attr("align").equalsIgnoreCase("center")
                || element.normalName().equals("center")
                || bareStyle(element).contains("text-align:center");
    }

    /** Returns whether all text of an element is in its last child, and that child is set in italics or small. */
    private static boolean isSlanted(Element element) {
        Element last = element.lastElementChild();
        return last != null
                && SET_APART.contains(last.normalName())
                && element.ownText().isBlank();
    }

    /** Returns whether nothing but breaks and blanks parts an element from a picture above it. */
    private static boolean isBelowPicture(Element element) {
        Node before = element.previousSibling();
        for (int i = 0; i < BREAKS && isBreak(before); i++) {
            before = before == null ? null : before.previousSibling();
        }
        return before instanceof Element picture && isPictureOnly(picture);
    }

    private static boolean isBreak(@Nullable Node node) {
        return node instanceof TextNode text && text.isBlank()
                || node instanceof Element element && element.normalName().equals("br");
    }

    private static boolean showsPicture(Element element) {
        return element.selectFirst("img") != null;
    }

    private static boolean isPictureOnly(@Nullable Element element) {
        return element != null && !element.hasText() && showsPicture(element);
    }
}
