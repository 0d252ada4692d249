package vn.loa.command.intent;

import static vn.loa.command.intent.Concept.*;

import java.util.List;
import java.util.function.Predicate;

/**
 * Holds the table of rules: the first that holds tells the intent. Intents that change little come first where words
 * are the same: a sentence that stops something is never read as one that begins it.
 */
final class IntentRules {
    private IntentRules() {}

    /**
     * Represents one row of the table.
     *
     * @param holds whether a sentence asks for the intent
     */
    record Rule(Intent intent, Predicate<Signals> holds) {}

    static final List<Rule> TABLE = List.of(
            new Rule(Intent.THANKS, IntentRules::thanks),
            new Rule(Intent.WHY, s -> s.has(WHY) && s.has(RECEIVE, SEND, THIS, NEWS) && !s.has(FAILED, NOT)),
            new Rule(
                    Intent.REPORT_WHO_NOT,
                    s -> s.inOrder(WHO, FAILED) || s.has(WHO, LIST, PLACE_WORD) && s.has(YET) && s.has(READ)),
            new Rule(
                    Intent.REPORT_TODAY,
                    s -> s.bare() && s.has(WHO) && s.has(READ) && !s.has(NOT, HOW, WANT, SHOW, SOURCE)),
            new Rule(Intent.REPORT_TODAY, s -> s.place() && s.has(YET) && s.has(READ) && !s.has(FAILED, NOT)),
            new Rule(Intent.ANNOUNCE, IntentRules::announce),
            new Rule(Intent.OFFER, s -> s.has(THIS) && s.has(SEND) && s.bare() && !s.denies() && !s.has(WHENEVER)),
            new Rule(Intent.OFFER, s -> s.keeps() && s.bare()),
            new Rule(Intent.OFFER, s -> s.bare() && s.has(YET) && s.has(WANT)),
            new Rule(Intent.OFFER, s -> s.bare() && s.has(NOT) && s.has(SEARCH) && !s.hears()),
            new Rule(Intent.OFFER, s -> s.has(FAILED, DONE) || s.has(YET) && s.hears()),
            new Rule(
                    Intent.LATEST_PERIOD,
                    s -> s.has(SEARCH)
                            && s.has(NEWS)
                            && s.bare()
                            && !s.denies()
                            && s.days().isPresent()),
            new Rule(
                    Intent.SEARCH,
                    s -> s.has(SEARCH)
                            && !s.denies()
                            && (!s.bare() || !s.sought().isEmpty())),
            new Rule(Intent.LATEST_PERIOD, s -> s.has(SEARCH) && s.bare() && !s.denies() && s.dated()),
            new Rule(Intent.LATEST, s -> s.has(SEARCH) && s.bare() && !s.denies() && s.has(NEW, COUNT)),
            new Rule(Intent.REPORT_WEEK, s -> report(s) && s.has(WEEK, LAST_WEEK, MONTH, LAST_MONTH)),
            new Rule(Intent.REPORT_TODAY, IntentRules::report),
            new Rule(Intent.RESUME, IntentRules::resume),
            new Rule(Intent.QUIET, IntentRules::quietAtTimes),
            new Rule(Intent.TIMES, IntentRules::times),
            new Rule(Intent.TIMES, s -> s.has(AT_ONCE) && atOnce(s)),
            new Rule(
                    Intent.WORKDAYS,
                    s -> s.bare()
                            && (s.has(WORKDAYS) && !s.denies() && !s.has(NEW)
                                    || s.has(WEEKEND) && (s.denies() || s.has(PAUSE)))),
            new Rule(Intent.QUIET, s -> s.bare() && quiet(s)),
            new Rule(Intent.PAUSE, IntentRules::pause),
            new Rule(Intent.UNFOLLOW, s -> s.denies() && !s.bare() && (s.hears() || s.has(STOP))),
            new Rule(
                    Intent.UNFOLLOW_ALL, s -> s.bare() && (s.has(STOP) || s.has(NOT) && (s.hears() || s.has(ANYMORE)))),
            new Rule(
                    Intent.SOURCES,
                    s -> s.bare() && s.has(SOURCE) && !s.has(FOLLOW, WANT) && !(s.has(ALL) && s.has(SEND))),
            new Rule(Intent.LIST, IntentRules::list),
            new Rule(Intent.SETTINGS, s -> s.bare() && s.has(SETTINGS)),
            new Rule(Intent.TIMES_MENU, IntentRules::timesMenu),
            new Rule(Intent.TIMES_MENU, IntentRules::seldomer),
            new Rule(
                    Intent.LATEST,
                    s -> s.bare() && s.count().isPresent() && s.period().isEmpty()),
            new Rule(Intent.FOLLOW_MENU, IntentRules::sent),
            new Rule(Intent.FOLLOW, IntentRules::follow),
            new Rule(Intent.FOLLOW_MENU, s -> s.bare() && followMenu(s)),
            new Rule(Intent.SEARCH, s -> s.has(SEARCH) && !s.denies()),
            new Rule(Intent.SEARCH, s -> !s.bare() && s.has(WHERE) && !s.leftover()),
            new Rule(
                    Intent.LATEST_OF,
                    s -> s.place() && !s.leftover() && s.has(NEWS, NEW, POSTED, ASK) && !s.has(PRAISE)),
            new Rule(Intent.LATEST_OF, IntentRules::latestOfName),
            new Rule(Intent.LATEST_OF, IntentRules::latestOfDays),
            new Rule(
                    Intent.SEARCH,
                    s -> !s.bare()
                            && (s.has(NEWS) && s.has(NEW, ASK, EXISTS, SHOW)
                                    || s.count().isPresent() && s.has(ABOUT) && !s.denies())
                            && !s.has(PRAISE, HOW)
                            && !s.leftover()),
            new Rule(Intent.SEARCH, s -> !s.bare() && s.has(EXISTS) && s.has(ASK) && !s.has(PRAISE, HOW)),
            new Rule(Intent.HELP, s -> s.bare() && s.has(HELP)),
            new Rule(Intent.LATEST_PERIOD, s -> s.bare() && s.dated() && newsOf(s)),
            new Rule(Intent.LATEST, s -> s.bare() && !s.has(PRAISE) && (!s.has(HOW) || s.has(NEW)) && latest(s)),
            new Rule(Intent.GREETING, s -> s.has(GREET) && s.bare() && !s.has(NIGHT)),
            new Rule(Intent.GREETING, s -> s.has(CALL) && s.only(FILLER)),
            new Rule(Intent.THANKS, s -> s.has(PRAISE) && s.only(PRAISE, FILLER)),
            new Rule(Intent.HELP, s -> s.bare() && s.has(HOW, PLEA) && !s.has(GREET)),
            new Rule(Intent.UNFOLLOW_ALL, s -> s.first().contains(ONLY) && s.only(ONLY, FILLER)));

    private static boolean thanks(Signals s) {
        return s.has(THANKS)
                && !s.asks()
                && !s.denies()
                && !s.has(SHOW, SEARCH, WANT, FOLLOW, COUNT, NEW, HELP, REPORT, LIST, SETTINGS, SCHEDULE, TIME, PAUSE)
                && !s.has(RESUME);
    }

    private static boolean announce(Signals s) {
        boolean told = s.toOthers() && (s.times().isEmpty() || !s.bare()) || s.has(ANNOUNCE_WORD);
        return told && !s.denies() && !s.has(RECEIVE, FOLLOW, SHOW, SEARCH, PAUSE, WHENEVER, RESUME, AT_ONCE);
    }

    private static boolean report(Signals s) {
        return s.has(REPORT) && !s.denies() && !s.has(FOLLOW, SEARCH, WHENEVER) && (s.bare() || s.place());
    }

    private static boolean resume(Signals s) {
        boolean pauses = resumesLater(s);
        return s.has(RESUME)
                && s.bare()
                && !pauses
                && !s.has(NOT)
                && !s.has(TIME, NEW, SHOW, SEARCH, HELP, CHANGE, QUIET_WORD);
    }

    /** Tells whether news are wanted again only from a day on: "hết tuần này hãy gửi lại". */
    private static boolean resumesLater(Signals s) {
        return s.has(RESUME) && (s.has(DAY, SPAN, FROM_TOMORROW) || s.has(UNTIL) && s.has(WEEK, MONTH));
    }

    private static boolean quietAtTimes(Signals s) {
        return !s.times().isEmpty() && s.bare() && (s.denies() || s.has(MUTE));
    }

    private static boolean times(Signals s) {
        boolean only = !s.has(GREET, HELP, SEARCH, SHOW, ASK, WHERE, REPORT);
        boolean told = s.bare() || s.has(SCHEDULE) || s.hears() && s.content().indexOf(' ') < 0;
        return !s.times().isEmpty() && told && !s.denies() && only;
    }

    private static boolean atOnce(Signals s) {
        boolean latest = s.has(NEW) && !s.has(WHENEVER);
        return s.bare()
                && !latest
                && !s.has(STOP, COUNT, SHOW, SEARCH, HELP, PAUSE)
                && (s.hears()
                        || s.has(WHENEVER, EXISTS)
                        || s.tags().stream().anyMatch(tag -> tag.is(AT_ONCE) && tag.length() > 1));
    }

    private static boolean quiet(Signals s) {
        boolean peace = s.denies() || s.has(MUTE) || s.has(QUIET_WORD) && !s.asks();
        return s.has(NIGHT) && peace || s.has(QUIET_WORD) && s.denies() || s.has(MUTE);
    }

    private static boolean pause(Signals s) {
        boolean ends = s.has(SPAN, DAY, TODAY, WEEK, MONTH);
        boolean named = s.has(PAUSE) && (ends || s.hears() || s.only(PAUSE, FILLER, AWAY, PLEA));
        boolean stops = s.denies() && s.hears() && ends && !s.has(SHOW, ASK) || s.has(STOP) && s.has(SPAN);
        boolean away = s.has(AWAY) && (s.denies() || ends && s.only(AWAY, FILLER, SPAN, DAY, UNTIL, WEEK, MONTH));
        boolean later = s.has(SPAN) && s.has(ANYMORE) && s.has(SEND) && !s.asks();
        return (s.bare() || s.leftover() || s.has(AWAY)) && (named || stops || away || later || resumesLater(s));
    }

    private static boolean list(Signals s) {
        if (!s.bare()
                || s.denies()
                || s.has(SOURCE, HOW, NEW, WHENEVER)
                || s.period().isPresent()) {
            return false;
        }
        return s.has(LIST) || s.has(FOLLOW, RECEIVE) && s.has(ASK, WHO) && !s.has(WANT);
    }

    private static boolean timesMenu(Signals s) {
        boolean when = s.has(WHEN) && s.has(SEND, RECEIVE, NEWS, POSTED);
        boolean asked = s.has(SEND, RECEIVE) && s.has(ASK) && (!s.times().isEmpty() || s.has(NIGHT));
        return s.bare() && !s.denies() && (s.has(SCHEDULE) && s.period().isEmpty() || when || asked);
    }

    /** Tells whether another frequency or part of the day is wanted, without a time: "mỗi ngày một lần thôi". */
    private static boolean seldomer(Signals s) {
        boolean said = s.has(SEND, RECEIVE, CHANGE, NOT) || s.only(FREQUENCY, DAILY, FILLER, ONLY, PRAISE);
        return s.bare() && s.has(FREQUENCY) && said && !s.has(COUNT, GREET, SHOW, SEARCH, NEW, POSTED, REPORT);
    }

    /** Tells whether news are to be sent, without saying which: "gửi tin cho tôi", "có tin mới thì báo tôi". */
    private static boolean sent(Signals s) {
        boolean once =
                s.has(NEW, SHOW, ASK, SUMMARY) && !s.has(WHENEVER) || s.count().isPresent();
        return s.bare()
                && s.has(SEND)
                && (s.has(NEWS, WHENEVER, DAILY) || s.only(SEND, FILLER, ABOUT))
                && !once
                && !s.has(ALL, GREET, HELP)
                && !s.denies()
                && s.period().isEmpty();
    }

    private static boolean follow(Signals s) {
        boolean once = s.count().isPresent() && !s.has(FOLLOW);
        if (once || s.denies() || s.has(SEARCH) || s.bare() && !s.has(ALL) || s.ofDigits()) {
            return false;
        }
        boolean sent = s.has(SEND) && !s.has(SHOW) && !s.has(NEW);
        boolean receives = s.has(RECEIVE) && (s.has(NEWS, WANT, ALL) || s.place() || spelledOut(s));
        boolean wants = s.has(WANT) && s.has(ALL);
        return s.has(FOLLOW) || receives || sent || wants || s.has(RESUME) && !s.bare();
    }

    /** Tells whether something new of a named subject is asked for: "Phú Xuyên có gì mới", "tin mới của Chuyên Mỹ". */
    private static boolean latestOfName(Signals s) {
        boolean fresh = s.has(NEW, POSTED) && s.has(NEWS, ASK, EXISTS);
        return !s.bare() && !s.leftover() && fresh && !s.has(PRAISE, HOW) && (s.named() || s.opens() && s.has(EXISTS));
    }

    /** Tells whether the news of some days about something are asked for: "tin tháng 10 về dân vận". */
    private static boolean latestOfDays(Signals s) {
        return !s.bare() && !s.leftover() && s.has(NEWS) && s.dated() && !s.denies() && !s.has(PRAISE, HOW, SEND, DONE);
    }

    /** Tells whether "nhận tin" is said, which speaks of news; "nhận" alone may be of anything. */
    private static boolean spelledOut(Signals s) {
        return s.tags().stream().anyMatch(tag -> tag.is(RECEIVE) && tag.length() > 1);
    }

    private static boolean followMenu(Signals s) {
        boolean wants = s.has(RECEIVE) && !s.has(NEW) || s.has(FOLLOW);
        return wants && !s.denies();
    }

    private static boolean newsOf(Signals s) {
        return !s.has(PRAISE) && (s.has(NEWS, NEW, POSTED, SHOW, SUMMARY) || s.asks());
    }

    private static boolean latest(Signals s) {
        boolean asked = s.has(EXISTS) && s.has(ASK);
        return s.has(NEW, COUNT, POSTED) || s.has(NEWS) && !s.has(HELP) || asked;
    }
}
