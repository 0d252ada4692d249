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

    private static final Pattern ABOUT = Pattern.compile("#?(\\d{1,12})\\s+(.{1,80})");
    private static final Pattern NO_MORE = Pattern.compile("(?:thoi|ngung|dung|bo|khong) lap(?: lai)?");

    private final InquiryStore inquiries;
    private final AuditStore audit;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * A wish about the question of a number.
     *
     * @param timing when it is to be asked again; empty for no more
     */
    record Wish(String number, Optional<InquiryTiming> timing) {}

    InquiryRepeating(CommandContext context, InquiryStore inquiries) {
        this.inquiries = inquiries;
        this.audit = context.audit();
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Reads {@code 12 hằng tuần thứ sáu 7h30} or {@code 12 thôi lặp lại}; empty for other words. */
    static Optional<Wish> read(String words) {
        Matcher about = ABOUT.matcher(words);
        if (!about.matches()) {
            return Optional.empty();
        }
        String rest = about.group(2).strip();
        Optional<InquiryTiming> timing = InquiryTiming.read(rest);
        boolean noMore = NO_MORE.matcher(Folding.fold(rest)).matches();
        return timing.isPresent() || noMore ? Optional.of(new Wish(about.group(1), timing)) : Optional.empty();
    }

    /** Fulfils what somebody wrote; returns what to say. */
    String fulfil(Request request, Inquiry inquiry, Wish wish) {
        if (wish.timing().isEmpty()) {
            return stop(request, inquiry);
        }
        return wish.timing().get().equals(InquiryTiming.UNCLEAR)
                ? request.say("inquiry.repeats.unclear", String.valueOf(inquiry.id()))
                : start(request, inquiry, wish.timing().get());
    }

    /** Fulfils a wish; returns what to say, or nothing when the wish is another one. */
    Optional<String> fulfil(Request request, Inquiry inquiry, String wish) {
        if (wish.equals(ONCE)) {
            return Optional.of(stop(request, inquiry));
        }
        return OFFERED.stream()
                .filter(often -> often.name().equals(wish))
                .findFirst()
                .map(often -> start(
                        request,
                        inquiry,
                        new InquiryTiming(often, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private String start(Request request, Inquiry inquiry, InquiryTiming timing) {
        Repetition often = timing.often();
        boolean goesOn = inquiries.round(inquiry.id()).isPresent();
        if (!inquiry.isOpen() && !goesOn) {
            return request.say("inquiry.repeats.closed", String.valueOf(inquiry.id()));
        }
        Instant first = timing.anchor(inquiry.openedAt().orElseThrow(), clock.instant(), zone);
        InquiryRound round =
                new InquiryRound(inquiry.id(), often.name(), first, often.next(first, clock.instant(), zone));
        inquiries.repeat(round);
        audit.add(request.person().key(), "inquiry-repeat", "#" + inquiry.id() + " " + often.name(), clock.instant());
        return state(request, inquiry).orElse("");
    }

    private String stop(Request request, Inquiry inquiry) {
        boolean stopped = inquiries.repeatNoMore(inquiry.id());
        if (stopped) {
            audit.add(request.person().key(), "inquiry-repeat-end", "#" + inquiry.id(), clock.instant());
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
