package vn.loa.command.inquiry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.CommandContext;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.Repetition;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.store.inquiry.InquiryRound;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.store.message.NoticeStore;

/**
 * Asks questions that repeat again when their time has come. Each round is a question of its own, so that its answers stay
 * apart from those of the former round, which is closed by it. A round that was missed more than once is asked once.
 */
public final class InquiryRounds implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(InquiryRounds.class);

    private final Database database;
    private final InquiryStore inquiries;
    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final Phrases phrases;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Makes what asks questions again. */
    public InquiryRounds(
            CommandContext context,
            InquiryStore inquiries,
            NoticeStore notices,
            DeliveryStore deliveries,
            Phrases phrases) {
        this.database = context.database();
        this.inquiries = inquiries;
        this.notices = notices;
        this.deliveries = deliveries;
        this.phrases = phrases;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    @Override
    public void run() {
        inquiries.due(clock.instant()).forEach(this::guarded);
    }

    /** One that fails keeps no other from being asked. */
    private void guarded(InquiryRound round) {
        try {
            database.transaction(() -> again(round, clock.instant()));
        } catch (RuntimeException e) {
            log.error("question #{} could not be asked again", round.inquiryId(), e);
        }
    }

    private void again(InquiryRound round, Instant now) {
        Repetition often = Repetition.valueOf(round.repeats());
        if (!inquiries.postpone(round, often.next(round.first(), now, zone))) {
            return;
        }
        Inquiry former = inquiries.find(round.inquiryId()).orElseThrow();
        List<Long> chats = inquiries.chats(former.id());
        long id = inquiries.add(former.kind(), former.question(), former.choices(), former.askedBy(), now);
        OutgoingMessage question = new InquiryWords(phrases)
                .question(inquiries.find(id).orElseThrow(), phrases.say("inquiry.heading." + often));
        long notice = notices.add(InquirySending.TOPIC, question, now);
        inquiries.open(id, notice, chats, now);
        inquiries.close(former.id(), now);
        inquiries.succeed(former.id(), id);
        deliveries.enqueueAnnouncement(notice, chats, Priority.ORDINARY, now);
    }
}
