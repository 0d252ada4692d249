package vn.loa.bench;

/**
 * Sets the amount to measure; all at least 1.
 *
 * @param messages the number of messages that go out with the limits lifted
 * @param limited the number of messages that go out at the public limit of 30 a second
 * @param chats the number of chats that one article is entered for
 * @param settled the number of settled deliveries in the ledger when claims are timed
 */
public record Sizes(int messages, int limited, int chats, int settled) {
    public Sizes {
        if (Math.min(Math.min(messages, limited), Math.min(chats, settled)) < 1) {
            throw new IllegalArgumentException("nothing can be measured with less than one of each");
        }
    }
}
