package vn.loa.command.inquiry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.CommandContext;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.Repetition;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.store.inquiry.InquiryRound;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.text.Folding;

/** Has a question repeat every week or month at the time at which it was asked, or no more. */
final class InquiryRepeating {
    /** The wish that a question repeats no more; the wish that it does is the name of how often. */
    private static final String ONCE = "ONCE";

    private static final List<Repetition> OFFERED = List.of(Repetition.WEEKLY, Repetition.MONTHLY);

    private static final Pattern ABOUT = Pattern.compile("#?(\\d{1,12})\\s+(\\D{1,40})");
    private static final Pattern EVERY = Pattern.compile("(?:lap lai )?(?:hang|moi) (?:tuan|thang)");
    private static final Pattern NO_MORE = Pattern.compile("(?:thoi|ngung|dung|bo|khong) lap(?: lai)?");

    private final InquiryStore inquiries;
    private final AuditStore audit;
    private final ZoneId zone;
    private final InstantSource clock;

    /** A wish about the question of a number. */
    record Wish(String number, String wish) {}

    InquiryRepeating(CommandContext context, InquiryStore inquiries) {
        this.inquiries = inquiries;
        this.audit = context.audit();
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Reads {@code 12 hằng tuần}, {@code 12 hằng tháng} or {@code 12 thôi lặp lại}; empty for other words. */
    static Optional<Wish> read(String words) {
        Matcher about = ABOUT.matcher(words);
        if (!about.matches()) {
            return Optional.empty();
        }
        String rest = Folding.fold(about.group(2).strip());
        if (EVERY.matcher(rest).matches()) {
            Repetition often = rest.endsWith("tuan") ? Repetition.WEEKLY : Repetition.MONTHLY;
            return Optional.of(new Wish(about.group(1), often.name()));
        }
        return NO_MORE.matcher(rest).matches() ? Optional.of(new Wish(about.group(1), ONCE)) : Optional.empty();
    }

    /** Fulfils a wish; returns what to say, or nothing when the wish is another one. */
    Optional<String> fulfil(Request request, Inquiry inquiry, String wish) {
        if (wish.equals(ONCE)) {
            return Optional.of(stop(request, inquiry));
        }
        return OFFERED.stream()
                .filter(often -> often.name().equals(wish))
                .findFirst()
                .map(often -> start(request, inquiry, often));
    }

    private String start(Request request, Inquiry inquiry, Repetition often) {
        if (!inquiry.isOpen()) {
            return request.say("inquiry.repeats.closed", String.valueOf(inquiry.id()));
        }
        Instant first = inquiry.openedAt().orElseThrow();
        InquiryRound round =
                new InquiryRound(inquiry.id(), often.name(), first, often.next(first, clock.instant(), zone));
        inquiries.repeat(round);
        audit.add(request.person().key(), "inquiry", "#" + inquiry.id() + " repeats " + often, clock.instant());
        return state(request, inquiry).orElse("");
    }

    private String stop(Request request, Inquiry inquiry) {
        boolean stopped = inquiries.repeatNoMore(inquiry.id());
        if (stopped) {
            audit.add(request.person().key(), "inquiry", "#" + inquiry.id() + " repeats no more", clock.instant());
        }
        return request.say(stopped ? "inquiry.repeats.no-more" : "inquiry.repeats.not", String.valueOf(inquiry.id()));
    }

    /** Returns how often and when a question is asked next; empty for one that does not repeat. */
    Optional<String> state(Request request, Inquiry inquiry) {
        return inquiries
                .round(inquiry.id())
                .map(round -> request.say(
                        "inquiry.repeats",
                        request.say("announce.every." + round.repeats()),
                        DateFormats.minute(round.next(), zone),
                        String.valueOf(inquiry.id())));
    }

    /** Returns the buttons of a question that repeats or may repeat. */
    List<List<Button>> buttons(Request request, Inquiry inquiry) {
        Optional<InquiryRound> round = inquiries.round(inquiry.id());
        List<Button> row = new ArrayList<>();
        if (inquiry.isOpen()) {
            OFFERED.stream()
                    .map(Repetition::name)
                    .filter(often ->
                            round.filter(each -> each.repeats().equals(often)).isEmpty())
                    .forEach(often -> row.add(button(request, inquiry, often)));
        }
        round.ifPresent(each -> row.add(button(request, inquiry, ONCE)));
        return row.isEmpty() ? List.of() : List.of(row);
    }

    private static Button button(Request request, Inquiry inquiry, String wish) {
        return InquiryAudience.button(request.say("inquiry.repeat." + wish), inquiry.id(), wish);
    }
}
