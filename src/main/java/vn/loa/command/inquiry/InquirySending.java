package vn.loa.command.inquiry;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Priority;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.store.message.NoticeStore;

/** Enters a question and its reminders into the ledger. */
public final class InquirySending {
    static final String TOPIC = "inquiry";
    private static final String ANNOUNCEMENT = "announcement by hand";

    private final Database database;
    private final InquiryStore inquiries;
    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final AuditStore audit;
    private final InstantSource clock;

    /** Makes the way of questions into the ledger. */
    public InquirySending(
            CommandContext context, InquiryStore inquiries, NoticeStore notices, DeliveryStore deliveries) {
        this.database = context.database();
        this.inquiries = inquiries;
        this.notices = notices;
        this.deliveries = deliveries;
        this.audit = context.audit();
        this.clock = context.clock();
    }

    /** Returns the message that asks a question, as it is sent. */
    static OutgoingMessage question(Request request, Inquiry inquiry) {
        String heading = request.name().isBlank()
                ? request.say("inquiry.heading")
                : request.say("inquiry.heading.from", request.name());
        return new InquiryWords(request.phrases()).question(inquiry, heading);
    }

    /** Returns the words of an announcement without its heading and author; empty when there are none. */
    Optional<String> words(Request request, long notice) {
        String author = request.name().isBlank() ? "" : request.say("announce.author", request.name());
        return notices.find(notice, ANNOUNCEMENT)
                .map(message -> message.text()
                        .text()
                        .lines()
                        .skip(1)
                        .filter(line -> !line.equals(author))
                        .collect(Collectors.joining("\n"))
                        .strip())
                .filter(words -> !words.isEmpty() && words.length() <= InquiryCommand.LONGEST);
    }

    /** Sends a draft, once. */
    Reply send(Request request, Inquiry draft, List<Chat> to) {
        List<Long> ids = to.stream().map(Chat::id).toList();
        boolean opened = database.transaction(() -> {
            long notice = notices.add(TOPIC, question(request, draft), clock.instant());
            boolean first = inquiries.open(draft.id(), notice, ids, clock.instant());
            if (first) {
                deliveries.enqueueAnnouncement(notice, ids, Priority.ORDINARY, clock.instant());
                String what = "#" + draft.id() + " to " + ids.size() + " chats";
                audit.add(request.person().key(), TOPIC, what, clock.instant());
            }
            return first;
        });
        if (!opened) {
            return request.toast("press.stale");
        }
        String done = request.say("inquiry.sent", ids.size(), String.valueOf(draft.id()));
        return Reply.edit(OutgoingMessage.plain(done), done);
    }

    /** Asks those again who have not answered. */
    void remind(Request request, Inquiry inquiry, List<Chat> silent) {
        List<Long> ids = silent.stream().map(Chat::id).toList();
        OutgoingMessage again = new InquiryWords(request.phrases()).question(inquiry, request.say("inquiry.reminder"));
        database.transaction(() -> {
            long notice = notices.add(TOPIC, again, clock.instant());
            inquiries.remind(inquiry.id(), notice, clock.instant());
            deliveries.enqueueAnnouncement(notice, ids, Priority.ORDINARY, clock.instant());
            String what = "#" + inquiry.id() + " to " + ids.size() + " chats";
            audit.add(request.person().key(), "inquiry-remind", what, clock.instant());
        });
    }
}
