package vn.loa.command.document;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.delivery.format.DocumentLines;
import vn.loa.document.DocumentNumber;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.store.document.ArchivedDocument;
import vn.loa.store.document.DocumentStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /vanban [number|tháng n|words]}: finds official documents by their number or its beginning, by month or
 * year, or by words; without any, the newest.
 */
public final class DocumentsCommand implements Command {
    private static final int MOST = 10;
    private static final int MOST_WORDS = 10;
    /** Below every channel's limit but the shortest, with room for a heading; UTF-16 units. */
    private static final int MESSAGE_LIMIT = 1900;

    private static final Pattern NUMBER = Pattern.compile("(?:so )?(\\d{1,5}(?:[/-][a-z\\d/.&-]*)?)");
    private static final Pattern MONTH =
            Pattern.compile("thang (?:(nay)|(truoc)|(\\d{1,2})(?:(?:/| nam |-)(\\d{4}))?)");
    private static final Pattern YEAR = Pattern.compile("nam (?:(nay)|(20\\d{2}))");

    private final DocumentStore documents;
    private final ZoneId zone;
    private final InstantSource clock;

    public DocumentsCommand(CommandContext context, DocumentStore documents) {
        this.documents = documents;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "vanban";
    }

    @Override
    public List<String> aliases() {
        return List.of("documents", "vb");
    }

    @Override
    public List<String> plainWords() {
        return List.of("van ban", "tim van ban");
    }

    @Override
    public boolean takes(String rest) {
        String words = Folding.fold(rest);
        return NUMBER.matcher(words).matches() || days(words).isPresent();
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        String words = Folding.fold(request.arguments());
        List<ArchivedDocument> found = found(words);
        if (found.isEmpty()) {
            return words.isEmpty()
                    ? request.plain("documents.none-yet")
                    : request.plain("documents.none", request.arguments());
        }
        String heading =
                words.isEmpty() ? request.say("documents.latest") : request.say("documents.title", request.arguments());
        return list(request, heading, found);
    }

    private List<ArchivedDocument> found(String words) {
        if (words.isEmpty()) {
            return documents.latest(MOST);
        }
        Matcher number = NUMBER.matcher(words);
        if (number.matches()) {
            return documents.numbered(DocumentNumber.keyOf(number.group(1)), MOST);
        }
        return days(words)
                .map(days -> documents.between(days.first(), days.last(), MOST))
                .orElseGet(() -> documents.search(
                        Arrays.stream(words.split("\\s+")).limit(MOST_WORDS).toList(), MOST));
    }

    private record Days(LocalDate first, LocalDate last) {}

    private Optional<Days> days(String words) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Matcher year = YEAR.matcher(words);
        if (year.matches()) {
            int number = year.group(1) == null ? Integer.parseInt(year.group(2)) : today.getYear();
            return Optional.of(new Days(LocalDate.of(number, 1, 1), LocalDate.of(number, 12, 31)));
        }
        Matcher month = MONTH.matcher(words);
        return month.matches()
                ? month(month, YearMonth.from(today)).map(m -> new Days(m.atDay(1), m.atEndOfMonth()))
                : Optional.empty();
    }

    /** A month without a year is the last one so called. */
    private static Optional<YearMonth> month(Matcher told, YearMonth current) {
        if (told.group(3) == null) {
            return Optional.of(told.group(1) == null ? current.minusMonths(1) : current);
        }
        int number = Integer.parseInt(told.group(3));
        if (number < 1 || number > 12) {
            return Optional.empty();
        }
        int year = told.group(4) == null ? current.getYear() : Integer.parseInt(told.group(4));
        YearMonth month = YearMonth.of(year, number);
        return Optional.of(told.group(4) == null && month.isAfter(current) ? month.minusYears(1) : month);
    }

    private static Reply list(Request request, String heading, List<ArchivedDocument> found) {
        DocumentLines lines = new DocumentLines(request.phrases());
        List<OutgoingMessage> messages = new ArrayList<>();
        RichText.Builder text = RichText.builder().bold(heading);
        int number = 1;
        for (ArchivedDocument document : found) {
            String subject = document.card().subject().isEmpty() ? document.title() : lines.subject(document.card());
            RichText item = RichText.builder()
                    .plain("\n" + number++ + ". ")
                    .link(lines.card(document.card()), document.url())
                    .plain("\n   " + subject)
                    .build();
            if (text.build().length() + item.length() > MESSAGE_LIMIT) {
                messages.add(OutgoingMessage.of(text.build()));
                text = RichText.builder();
            }
            text.append(item);
        }
        messages.add(OutgoingMessage.of(text.build()));
        return Reply.of(messages.toArray(OutgoingMessage[]::new));
    }
}
