package vn.loa.delivery.format;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.document.DocumentCard;
import vn.loa.document.DocumentNumber;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.store.document.ArticleDocuments;

/** Words a document and a deadline as one line each. */
public final class DocumentLines {
    /** Of most names of bodies the second word has a capital as well: "Trạm Y tế". */
    private static final Pattern BODY = Pattern.compile("(?:Ủy ban|Uỷ ban|Mặt trận|Công an|Trung tâm) "
            + "|(?:Ban|Hội|Đoàn|Đảng|Trạm|Sở|Phòng|Trường|Chi|Tổ|Đội|Đài|Nhà|Bộ|Quỹ) \\p{Lu}");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final Pattern ABOUT = Pattern.compile("^[Vv]ề việc:? ");
    private static final int LONGEST = 200;
    private static final int LONGEST_SUBJECT = 160;

    private final Phrases phrases;

    public DocumentLines(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Returns the line of the document and the line of the first deadline; an empty string when there is neither. */
    String of(ArticleDocuments found, int year) {
        String card = found.cards().stream().limit(1).map(this::card).collect(Collectors.joining());
        int others = found.cards().size() - 1;
        String document = card.isEmpty()
                ? ""
                : phrases.say("document.line", others > 0 ? phrases.say("document.more", card, others) : card);
        String deadline = found.deadlines().stream()
                .limit(1)
                .map(each -> phrases.say("deadline.line", deadline(each, each.date(), year)))
                .map(line -> found.deadlines().size() > 1
                        ? line + phrases.say("deadline.more", found.deadlines().size() - 1)
                        : line)
                .collect(Collectors.joining());
        return Stream.of(document, deadline).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Returns kind, number, day and issuer of a document, as far as they are known. */
    public String card(DocumentCard card) {
        String name = Stream.of(
                        card.kind().map(kind -> kind.title()).orElse(""),
                        card.number().map(DocumentNumber::text).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String dated = card.date()
                .map(day -> phrases.say("document.dated", name, DateFormats.date(day)))
                .orElse(name);
        return shortened(card.issuer().isEmpty() ? dated : phrases.say("document.of", dated, card.issuer()), LONGEST);
    }

    /** Returns the matter that a document is about, shortened: its subject with a capital and without "Về việc". */
    public String subject(DocumentCard card) {
        String matter = ABOUT.matcher(card.subject()).replaceFirst("");
        String shown =
                matter.isEmpty() ? matter : matter.substring(0, 1).toUpperCase(Locale.ROOT) + matter.substring(1);
        return shortened(shown, LONGEST_SUBJECT);
    }

    /**
     * Returns by when and what, for example {@code 16:30 20/11 – gửi báo cáo về Ban Thường trực}.
     *
     * @param due the day that is meant
     * @param year the year that goes without saying
     */
    public String deadline(Deadline deadline, LocalDate due, int year) {
        String day = (due.getYear() == year ? DAY : DAY_OF_YEAR).format(due);
        String when = deadline.time().map(time -> TIME.format(time) + " " + day).orElse(day);
        String often = deadline.recurrence() == Recurrence.NONE
                ? when
                : phrases.say("deadline." + deadline.recurrence().name(), when);
        String what = what(deadline);
        return shortened(what.isEmpty() ? often : phrases.say("deadline.what", often, what), LONGEST);
    }

    private String what(Deadline deadline) {
        String task = begun(deadline.task());
        boolean named = deadline.recipient().isEmpty() || task.contains(deadline.recipient());
        return named || task.isEmpty() ? task : phrases.say("deadline.to", task, deadline.recipient());
    }

    /** Begins in small letters, but an abbreviation or the name of a body as it is. */
    private static String begun(String task) {
        boolean word = task.length() > 1
                && !Character.isUpperCase(task.charAt(1))
                && !BODY.matcher(task).lookingAt();
        return word ? task.substring(0, 1).toLowerCase(Locale.ROOT) + task.substring(1) : task;
    }

    private static String shortened(String text, int limit) {
        return RichText.plain(text).abridged(limit).text();
    }
}
