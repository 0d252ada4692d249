package vn.loa.command.routing;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import vn.loa.command.incoming.IncomingCommand;

/**
 * Limits how many commands people may give in a minute. A person over the limit is told so once and then not answered
 * until the minute is over. Safe for several threads; remembers the last few thousand people and chats.
 */
public final class CommandRateLimit {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** The most people and chats that are remembered; the one that was quiet longest is forgotten first. */
    static final int MOST = 4_000;

    /**
     * Holds the limits, each for one minute.
     *
     * @param words commands of one person
     * @param presses buttons of one person; a menu takes several
     * @param operator commands or buttons of an operator
     * @param chat commands in one chat, of all people together
     */
    public record Limits(int words, int presses, int operator, int chat) {
        public static final Limits USUAL = new Limits(10, 30, 60, 30);
    }

    /** Tells what to do with a command. */
    enum Verdict {
        ANSWER,
        /** Over the limit, and the person is to be told. */
        SAY_SO,
        NO_REPLY
    }

    private static final class Allowance {
        private final Bucket bucket;
        private boolean told;

        private Allowance(int limit, TimeMeter meter) {
            this.bucket = Bucket.builder()
                    .addLimit(each -> each.capacity(limit).refillIntervally(limit, MINUTE))
                    .withCustomTimePrecision(meter)
                    .build();
        }

        private Verdict ask() {
            if (bucket.tryConsume(1)) {
                told = false;
                return Verdict.ANSWER;
            }
            Verdict verdict = told ? Verdict.NO_REPLY : Verdict.SAY_SO;
            told = true;
            return verdict;
        }
    }

    private final Limits limits;

    @GuardedBy("this")
    private final TimeMeter meter;

    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > MOST;
        }
    };

    /**
     * Makes the limits; nobody has asked yet.
     *
     * @param nanos a count of nanoseconds that only goes forward, for example {@link System#nanoTime()}
     */
    public CommandRateLimit(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
    }

    /** Counts a command in words. */
    synchronized Verdict words(IncomingCommand said, boolean operator) {
        Verdict person = wordsOfMany(said, operator);
        if (person != Verdict.ANSWER || operator) {
            return person;
        }
        return allowance("c " + said.chat().bot().key() + " " + said.chat().chatId(), limits.chat())
                .ask();
    }

    /** Counts a command that a hundred people may say at once in a chat, for the person alone. */
    synchronized Verdict wordsOfMany(IncomingCommand said, boolean operator) {
        return person("w", said, operator ? limits.operator() : limits.words(), operator);
    }

    /** Counts a press of a button, for the person alone: a hundred people may press at once in a chat. */
    synchronized Verdict press(IncomingCommand pressed, boolean operator) {
        return person("p", pressed, operator ? limits.operator() : limits.presses(), operator);
    }

    /** Counts for a person. One who becomes or ceases to be an operator begins anew with the other limit. */
    @GuardedBy("this")
    private Verdict person(String what, IncomingCommand asked, int limit, boolean operator) {
        String whose = what + (operator ? "o " : " ") + asked.sender().person().key();
        return allowance(whose, limit).ask();
    }

    @GuardedBy("this")
    private Allowance allowance(String whose, int limit) {
        return allowances.computeIfAbsent(whose, each -> new Allowance(limit, meter));
    }
}
