package vn.loa.portal.list;

/** The reasons for which an item of a list is no article of its source. */
public enum SkipReason {
    /** Its link leads to another site. */
    OTHER_SITE("on another site"),
    /** Its link leads to another host of the same registered domain, which a web page's list may not speak for. */
    SISTER_SITE("on a sister site"),
    /** Its link leads to a picture, a recording or another file that is no document. */
    FILE("a file"),
    /** Its link leads to a list, a menu or a copy. */
    NOT_AN_ARTICLE("no article's address"),
    /** It has no link, or one that no browser could follow. */
    NO_ADDRESS("without an address"),
    /** It has no title and no text. */
    NO_TITLE("without a title"),
    /** Its title is in an encoding that cannot be undone. */
    DAMAGED_TEXT("in a damaged encoding");

    private final String words;

    SkipReason(String words) {
        this.words = words;
    }

    /** Returns a short English phrase that completes "3 items are …". */
    public String words() {
        return words;
    }
}
