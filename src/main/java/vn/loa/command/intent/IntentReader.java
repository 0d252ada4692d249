package vn.loa.command.intent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the intent of a sentence, with or without marks, with courtesies and abbreviations, in any order. Pure;
 * rules and lists of words, no model.
 */
public final class IntentReader {
    /** The most words of a clear wish; a longer sentence is a story, in which a wish is only suspected. */
    private static final int LONG = 24;

    /** The intents that change at once what somebody receives, and when. */
    private static final Set<Intent> CHANGING = EnumSet.of(
            Intent.FOLLOW, Intent.UNFOLLOW, Intent.PAUSE, Intent.RESUME, Intent.TIMES, Intent.QUIET, Intent.WORKDAYS);

    /** "Nghỉ tới 5/12 rồi gửi lại" is one wish. */
    private static final Set<Intent> UNTIL = EnumSet.of(Intent.PAUSE, Intent.RESUME);

    /** Tells who somebody is, before what is wanted: "dạ em là trưởng thôn 5 em muốn …". */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?iu)^(?:(?:dạ|da|vâng|thưa|xin|kính|chào|chao|alo|ơi|bot|ad|anh|chị|ạ)\\s){0,6}(?:tôi|toi|tui|em|con|cháu|mình|minh|bác)"
                    + "\\s(?<says>là|la|tên|ở)\\s[^,.;]{2,40}?\\s(?=(?:tôi|toi|tui|em|con|cháu|mình|minh|bác)\\s(?:muốn|muon|cần|can|xin|nhờ|nho|đăng ký)\\s)");

    private final IntentWords words;
    private final SentenceTagger tagger;
    private final AcknowledgementReader acknowledgements;

    private IntentReader(IntentWords words) {
        this.words = words;
        this.tagger = new SentenceTagger(words);
        this.acknowledgements = AcknowledgementReader.standard();
    }

    /** Returns the reader with the words that come with Loa, which are read when it is first asked for. */
    public static IntentReader standard() {
        return Standard.READER;
    }

    private static final class Standard {
        static final IntentReader READER = new IntentReader(IntentWords.ofWishes());
    }

    /** Returns the reader of acknowledgements with the same words. */
    public AcknowledgementReader acknowledgements() {
        return acknowledgements;
    }

    /** Reads a sentence. One without a wish is an {@link Intent#OFFER}, with what it seems to be about. */
    public Understanding read(String written) {
        String text = withoutIntroduction(written);
        Understanding whole = whole(text);
        return whole.intent() == Intent.ACKNOWLEDGE ? whole : whole.of(wishes(text, whole));
    }

    /** The place where somebody lives is the subject of a wish that names none. */
    private String withoutIntroduction(String written) {
        Matcher found = INTRODUCTION.matcher(written);
        if (!found.find()) {
            return written;
        }
        String wish = written.substring(found.end());
        boolean ofPlace = found.group("says").equalsIgnoreCase("ở");
        Sentence sentence = Sentence.of(wish, words);
        return ofPlace && Signals.of(sentence, tagger.tags(sentence)).bare() ? written : wish;
    }

    /** Returns the wishes of the parts of a text that as a whole is not clear, or that has two wishes. */
    private List<Understanding> wishes(String text, Understanding whole) {
        List<Understanding> wishes = SentenceParts.of(text, whole.sure()).stream()
                .map(this::whole)
                .filter(part -> part.sure() && isWish(part.intent()))
                .toList();
        long kinds = wishes.stream().map(Understanding::intent).distinct().count();
        boolean pause = wishes.stream().map(Understanding::intent).allMatch(UNTIL::contains);
        return kinds > 1 && !(pause && whole.sure()) || kinds == 1 && !whole.sure() ? wishes : List.of();
    }

    private static boolean isWish(Intent intent) {
        return switch (intent) {
            case OFFER, GREETING, THANKS, ACKNOWLEDGE -> false;
            default -> true;
        };
    }

    private Understanding whole(String text) {
        Sentence sentence = Sentence.of(text, words);
        Signals signals = Signals.of(sentence, tagger.tags(sentence));
        Intent intent = ruled(signals);
        if (isAcknowledgement(text, signals, intent)) {
            return new Understanding(Intent.ACKNOWLEDGE, slots(intent, signals, sentence), true, List.of());
        }
        boolean sure =
                intent != Intent.OFFER && !signals.leftover() && sentence.size() <= LONG && !isVague(intent, signals);
        return new Understanding(intent, slots(intent, signals, sentence), sure, others(intent, signals));
    }

    private static Intent ruled(Signals signals) {
        return IntentRules.TABLE.stream()
                .filter(rule -> rule.holds().test(signals))
                .findFirst()
                .map(IntentRules.Rule::intent)
                .orElse(Intent.OFFER);
    }

    private boolean isAcknowledgement(String text, Signals signals, Intent intent) {
        boolean free = Set.of(Intent.OFFER, Intent.LIST, Intent.FOLLOW_MENU, Intent.THANKS, Intent.LATEST)
                .contains(intent);
        if (!free || signals.has(Concept.WANT, Concept.SHOW, Concept.SEARCH) && intent != Intent.OFFER) {
            return false;
        }
        AcknowledgementReader.Answer answer = acknowledgements.read(text);
        boolean weak = !signals.has(Concept.THANKS) && !signals.hears() && signals.bare();
        return answer.acknowledges() && (answer.plainly() || weak);
    }

    /** Tells whether a sentence may ask once or for all time, as "Gửi tôi tin tập huấn". */
    private static boolean isVague(Intent intent, Signals signals) {
        boolean once = intent == Intent.FOLLOW
                && !signals.has(Concept.FOLLOW, Concept.RECEIVE, Concept.WHENEVER, Concept.ALL, Concept.RESUME);
        boolean guessed = intent == Intent.SEARCH && !signals.has(Concept.SEARCH) && isSyllable(signals.content());
        boolean odd = intent == Intent.TIMES && !signals.bare() && !signals.has(Concept.SCHEDULE);
        boolean wondered = CHANGING.contains(intent) && signals.wonders();
        boolean got = intent == Intent.FOLLOW && signals.has(Concept.GOT) && !signals.has(Concept.WANT);
        boolean sent = intent == Intent.FOLLOW_MENU && !signals.has(Concept.FOLLOW, Concept.RECEIVE);
        boolean untilDay = signals.has(Concept.RESUME) && signals.has(Concept.DAY, Concept.FROM_TOMORROW);
        boolean unsaid = intent == Intent.PAUSE && signals.later()
                || intent == Intent.PAUSE && !signals.has(Concept.PAUSE) && !signals.denies() && !untilDay
                || intent == Intent.REPORT_TODAY
                        && signals.has(Concept.WHO, Concept.YET)
                        && !signals.has(Concept.REPORT);
        return intent == Intent.ANNOUNCE
                || sent
                || unsaid
                || once
                || guessed
                || odd
                || wondered
                || got
                || intent == Intent.UNFOLLOW && signals.has(Concept.ASK, Concept.WHERE);
    }

    /** Tells whether it is one short word, which is rather a part of something that was not understood. */
    private static boolean isSyllable(String content) {
        return content.indexOf(' ') < 0 && content.length() < 7 && content.equals(content.toLowerCase(Locale.ROOT));
    }

    private Slots slots(Intent intent, Signals signals, Sentence sentence) {
        String what = what(intent, signals, sentence);
        boolean all = signals.has(Concept.ALL) && signals.bare();
        return new Slots(
                what,
                all,
                signals.place(),
                signals.count(),
                signals.period(),
                signals.days(),
                signals.times(),
                signals.has(Concept.AT_ONCE),
                signals.has(Concept.SEND, Concept.RECEIVE, Concept.NEWS) && !signals.has(Concept.QUIET_WORD),
                signals.until(),
                signals.later());
    }

    private static String what(Intent intent, Signals signals, Sentence sentence) {
        return switch (intent) {
            case OFFER -> signals.place() ? signals.content() : heard(signals, sentence);
            case LATEST_OF -> signals.place() ? signals.placeName() : signals.content();
            case SEARCH ->
                signals.sought().length() > signals.content().length() ? signals.sought() : signals.content();
            default -> signals.content();
        };
    }

    /** Returns the words of a sentence without a wish, without the politeness around them. */
    private static String heard(Signals signals, Sentence sentence) {
        List<Tag> tags = new ArrayList<>(signals.tags());
        while (!tags.isEmpty() && isFrame(tags.get(tags.size() - 1))) {
            tags.remove(tags.size() - 1);
        }
        while (!tags.isEmpty() && isFrame(tags.get(0))) {
            tags.remove(0);
        }
        return tags.isEmpty()
                ? ""
                : sentence.shown(tags.get(0).from(), tags.get(tags.size() - 1).to());
    }

    private static boolean isFrame(Tag tag) {
        return tag.concepts().stream().allMatch(concept -> switch (concept) {
            case FILLER, OTHERS, PLEA, ASK, HOW, EXISTS, NEWS, SHOW, WHERE, ABOUT, GREET, YET, NEW, WANT -> true;
            default -> false;
        });
    }

    /** Returns the other intents that a sentence may have, by the words in it. */
    private static List<Intent> others(Intent intent, Signals signals) {
        List<Intent> others = new ArrayList<>();
        boolean content = !signals.bare();
        boolean stops = signals.denies() || signals.has(Concept.ONLY, Concept.ANYMORE);
        add(others, signals.toOthers() || sending(signals), Intent.ANNOUNCE);
        add(others, signals.bare() && signals.has(Concept.ALL), Intent.FOLLOW);
        add(others, content && stops, Intent.UNFOLLOW);
        add(others, content && signals.has(Concept.NEWS) && !stops, Intent.LATEST_OF);
        add(others, content, Intent.SEARCH);
        add(others, content, Intent.FOLLOW);
        add(others, !content && signals.dated() && signals.hears(), Intent.LATEST_PERIOD);
        add(others, signals.has(Concept.FAILED, Concept.LIST), Intent.LIST);
        add(others, signals.keeps(), Intent.RESUME);
        add(others, sending(signals), Intent.RESUME);
        add(others, signals.has(Concept.AWAY), Intent.PAUSE);
        add(
                others,
                signals.has(Concept.FREQUENCY, Concept.SCHEDULE, Concept.TIME, Concept.WHEN, Concept.NIGHT),
                Intent.TIMES_MENU);
        add(others, signals.denies() && signals.hears(), Intent.UNFOLLOW_ALL);
        add(others, signals.has(Concept.SOURCE), Intent.SOURCES);
        others.remove(intent);
        return others;
    }

    /** Tells whether something is to be sent, without a word of what or to whom. */
    private static boolean sending(Signals signals) {
        return signals.bare() && signals.has(Concept.SEND) && !signals.denies();
    }

    private static void add(List<Intent> others, boolean fitting, Intent intent) {
        if (fitting) {
            others.add(intent);
        }
    }
}
