package vn.loa.command.intent;

/**
 * Lists the kinds of words that the rules look at; each has its words in {@code intents.txt} under its name in lower
 * case. The marks of the last group are read from numbers and dates instead.
 */
enum Concept {
    FILLER,
    PLEA,
    WANT,
    RECEIVE,
    FOLLOW,
    SEND,
    SHOW,
    SEARCH,
    NEWS,
    NEW,
    POSTED,
    STOP,
    NOT,
    ANYMORE,
    YET,
    FAILED,
    DONE,
    PAUSE,
    AWAY,
    RESUME,
    FROM_TOMORROW,
    ALL,
    ABOUT,
    TODAY,
    YESTERDAY,
    BEFORE_YESTERDAY,
    WEEK,
    LAST_WEEK,
    MONTH,
    LAST_MONTH,
    ASK,
    WHERE,
    EXISTS,
    HOW,
    WHEN,
    WHENEVER,
    HELP,
    GREET,
    WISH,
    THANKS,
    CALL,
    PRAISE,
    SETTINGS,
    CHANGE,
    SCHEDULE,
    FREQUENCY,
    ANNOUNCE_WORD,
    LIST,
    SOURCE,
    REPORT,
    SUMMARY,
    WHO,
    READ,
    WHY,
    THIS,
    AT_ONCE,
    DAILY,
    NIGHT,
    QUIET_WORD,
    MUTE,
    WORKDAYS,
    WEEKEND,
    UNTIL,
    ONLY,
    NAME,
    KIND,
    ORGAN,
    OTHERS,
    GOT,
    /** The way by which news come; mostly it says no more, {@link #FILLER} beside it. */
    CHANNEL,

    ACK_STRONG,
    ACK_WEAK,
    ACK_NO,
    ACK_OBJECT,
    ACK_HARMLESS,
    ACK_ASIDE,
    ACK_FILLER,
    ACK_UNIT,
    ACK_NEXT,
    ACK_SIGN,

    /** A kind of place without a name. */
    PLACE_WORD,
    RAW,
    TIME,
    COUNT,
    SPAN,
    DAY;

    /** Tells whether the concept is looked for in acknowledgements only. */
    boolean ofAcknowledgements() {
        return compareTo(ACK_STRONG) >= 0 && compareTo(ACK_SIGN) <= 0;
    }

    /** Tells whether words of this kind may stand within a name ("thẻ bảo hiểm của người nghèo"). */
    boolean joins() {
        return switch (this) {
            case FILLER,
                    CHANNEL,
                    CALL,
                    PLEA,
                    NEW,
                    ABOUT,
                    ALL,
                    ONLY,
                    UNTIL,
                    DAILY,
                    PRAISE,
                    CHANGE,
                    SUMMARY,
                    POSTED,
                    TODAY,
                    WISH,
                    DAY,
                    PLACE_WORD,
                    OTHERS -> true;
            default -> false;
        };
    }
}
