package vn.loa.command.intent;

/** Lists the things that people ask Loa for in plain words. */
public enum Intent {
    /** The newest articles, perhaps so many of them. */
    LATEST,
    /** The articles of a day, a week or a month. */
    LATEST_PERIOD,
    /** The newest articles of a place or about something. */
    LATEST_OF,
    /** Articles that hold some words. */
    SEARCH,
    /** To hear of something from now on. */
    FOLLOW,
    /** To hear of something, without saying of what. */
    FOLLOW_MENU,
    /** To hear of one thing no more. */
    UNFOLLOW,
    /** To hear of nothing any more. */
    UNFOLLOW_ALL,
    /** To hear of nothing for a time. */
    PAUSE,
    /** To end a pause. */
    RESUME,
    /** To hear at certain times of day, or at once. */
    TIMES,
    /** To see and choose the times. */
    TIMES_MENU,
    /** To be left in peace at night. */
    QUIET,
    /** To hear on working days only. */
    WORKDAYS,
    /** To see all settings. */
    SETTINGS,
    /** To see what is followed. */
    LIST,
    /** To see the sources there are. */
    SOURCES,
    /** To learn what Loa can do. */
    HELP,
    /** A greeting and nothing else. */
    GREETING,
    /** Thanks and nothing else. */
    THANKS,
    /** An announcement was read. */
    ACKNOWLEDGE,
    /** The report of a day. */
    REPORT_TODAY,
    /** The report of a week. */
    REPORT_WEEK,
    /** Those who have not acknowledged yet. */
    REPORT_WHO_NOT,
    /** To send something to others. */
    ANNOUNCE,
    /** The reason for which something was sent. */
    WHY,
    /** Words without a wish: something to look for or to follow. */
    OFFER
}
