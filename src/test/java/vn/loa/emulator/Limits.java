package vn.loa.emulator;

/**
 * How much the emulator lets through; 0 means any number.
 *
 * @param botPerSecond messages of the bot within any second
 * @param chatBurst how many messages one chat takes at once; it recovers by one a second
 * @param groupPerMinute messages one group or channel takes within any 60 seconds
 */
public record Limits(int botPerSecond, int chatBurst, int groupPerMinute) {
    public static final Limits NONE = new Limits(0, 0, 0);

    /** What the Bot API's FAQ tells of and what bots meet. */
    public static final Limits REAL = new Limits(30, 3, 20);
}
