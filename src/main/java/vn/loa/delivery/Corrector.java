package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Article;
import vn.loa.model.Change;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.model.Source;
import vn.loa.store.Correction;

/**
 * Brings messages up to date whose articles were edited or withdrawn since: one after the other, paced like broadcasts,
 * with the newest text, so that an older one never comes over a newer one. Where a message cannot be changed any more, or
 * tells other articles too, a short correction follows through the ledger, if it matters. An edit that is done twice does
 * no harm, so a crash needs no care.
 */
public final class Corrector {
    private static final Logger log = LoggerFactory.getLogger(Corrector.class);
    private static final int BATCH = 50;
    private static final Duration GLANCE = Duration.ofMillis(100);
    /** Longer than any request may take. */
    private static final Duration LONGEST_EDIT = Duration.ofMinutes(1);
    /** An edit of the text alone is worth no message of its own. */
    private static final Set<Change> MATTERS = Set.of(Change.TITLE, Change.PUBLISHED, Change.EVENT, Change.WITHDRAWN);

    private final Line line;
    private final AnnouncementFormat format;
    private final RetryPolicy retries;
    private final InstantSource clock;
    private volatile boolean stopping;

    /** A corrector over a bot's line. */
    public Corrector(Line line, AnnouncementFormat format, RetryPolicy retries) {
        this.line = line;
        this.format = format;
        this.retries = retries;
        this.clock = line.clock();
    }

    /** Works off what is due. Must not run twice at the same time. */
    public void run() {
        List<Correction> due = due();
        while (!due.isEmpty() && goesOn()) {
            for (Correction correction : due) {
                if (goesOn()) {
                    correct(correction);
                }
            }
            due = due();
        }
    }

    private List<Correction> due() {
        return line.stores().corrections().due(line.bot(), clock.instant(), BATCH);
    }

    private boolean goesOn() {
        return !stopping && line.state().open();
    }

    /** Begins nothing more. */
    public void stop() {
        stopping = true;
    }

    private void correct(Correction correction) {
        if (correction.amendment().changes().isEmpty()) {
            line.stores().corrections().done(correction);
        } else if (correction.shared() || !line.capabilities().editing()) {
            follow(correction, "it tells other articles too or the channel cannot edit");
        } else {
            edit(correction);
        }
    }

    private void edit(Correction correction) {
        Turn turn = ask(correction);
        while (turn instanceof Turn.Later later && later.scope() == Turn.Scope.BOT && goesOn()) {
            LockSupport.parkNanos(Math.min(later.pause().toNanos(), GLANCE.toNanos()));
            turn = ask(correction);
        }
        if (turn instanceof Turn.Later later) {
            line.stores()
                    .chats()
                    .hold(correction.chat().address(), clock.instant().plus(later.pause()));
        } else if (turn instanceof Turn.Granted granted) {
            Editing editing = new Editing(correction);
            line.say(letter(correction), granted, editing);
            editing.await();
        }
    }

    private Turn ask(Correction correction) {
        return line.pacer()
                .broadcast(correction.chat().address(), correction.chat().kind().shared());
    }

    private Letter letter(Correction correction) {
        OutgoingMessage message = format.amended(
                correction.article(),
                sourceName(correction.article()),
                correction.amendment(),
                clock.instant(),
                line.capabilities());
        return Letter.of(correction.chat().address(), correction.chat().kind().shared(), message)
                .replacing(correction.messageId());
    }

    private String sourceName(Article article) {
        return line.stores()
                .sources()
                .find(article.sourceId())
                .map(Source::name)
                .orElse("");
    }

    /** A short message instead, entered in the transaction in which the old one counts as done. */
    private void follow(Correction correction, String why) {
        boolean matters = correction.amendment().changes().stream().anyMatch(MATTERS::contains);
        log.debug("the message of delivery {} is not edited: {}", correction.deliveryId(), why);
        line.stores().database().transaction(() -> {
            if (matters) {
                OutgoingMessage message = format.correction(
                        correction.article(),
                        sourceName(correction.article()),
                        correction.amendment(),
                        clock.instant(),
                        line.capabilities());
                long notice = line.stores().notices().add("correction", message, clock.instant());
                line.stores()
                        .deliveries()
                        .enqueueNotice(notice, List.of(correction.chat().id()), Priority.ORDINARY, clock.instant());
            }
            line.stores().corrections().done(correction);
        });
    }

    /** What became of one edit. */
    private final class Editing implements Fate {
        private final Correction correction;
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicBoolean settled = new AtomicBoolean();

        Editing(Correction correction) {
            this.correction = Objects.requireNonNull(correction);
        }

        void await() {
            try {
                if (!over.await(LONGEST_EDIT.toMillis(), TimeUnit.MILLISECONDS)) {
                    log.warn("an edit of the message of delivery {} takes long", correction.deliveryId());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean stillWanted() {
            return goesOn();
        }

        @Override
        public void unwanted() {
            settle(() -> {});
        }

        @Override
        public void arrived(String messageId) {
            settle(() -> line.stores().corrections().done(correction));
        }

        @Override
        public void held(Instant until, String reason) {
            settle(() -> {});
        }

        @Override
        public void interrupted(String reason, boolean mayHaveArrived) {
            settle(() -> later(retries.first(), reason));
        }

        @Override
        public void failed(String reason) {
            settle(() -> retry(retries.afterFailure(correction.tries() + 1, age(), 0.5), reason));
        }

        /** Editing twice does no harm, so doubt is no more than a failure. */
        @Override
        public void doubtful(String reason) {
            failed(reason);
        }

        @Override
        public void silenced(String reason) {
            settle(() -> retry(retries.afterSilence(age()), reason));
        }

        @Override
        public void refused(String reason) {
            settle(() -> follow(correction, reason));
        }

        @Override
        public void closed(String reason) {
            settle(() -> line.stores().corrections().done(correction));
        }

        private Duration age() {
            return correction.age(clock.instant());
        }

        private void retry(Optional<Duration> pause, String reason) {
            pause.ifPresentOrElse(wait -> later(wait, reason), () -> {
                log.warn("the message of delivery {} stays as it is: {}", correction.deliveryId(), reason);
                line.stores().corrections().done(correction);
            });
        }

        private void later(Duration pause, String reason) {
            log.debug("the message of delivery {} is edited later: {}", correction.deliveryId(), reason);
            line.stores().corrections().again(correction, clock.instant().plus(pause));
        }

        private void settle(Runnable entry) {
            if (settled.compareAndSet(false, true)) {
                try {
                    entry.run();
                } finally {
                    over.countDown();
                }
            }
        }
    }
}
