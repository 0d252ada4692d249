package vn.loa.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.FoldedText;

/**
 * Finds the documents that one sentence or title issues ("ban hành Kế hoạch số …", "đã có Thông báo số …"), as opposed
 * to those that it only cites ("căn cứ", "thực hiện", "theo").
 */
final class IssuingSentence {
    private static final int LONGEST = 1200;

    private static final Pattern ISSUES =
            Pattern.compile("(?:ban hanh|da ra|vua ra|da co|vua co|moi co|phat hanh|da ky|vua ky"
                    + "|da gui|vua gui|(?:da|vua|moi) (?:(?:bieu quyet|nhat tri|thong nhat) )*(?:xay dung|thong qua)| co| ra| gui| ky)(?: cac| mot)? "
                    + CalledDocument.CALLED);
    private static final Pattern TITLE = Pattern.compile(
            "^(?:[\\[(](?!ke hoach|so )[a-z ]{2,20}[\\])] ?[-:–]? ?)?(?:(?:cong khai|toan van|van ban(?: moi)?|niem yet): ?)?[\"(\\[]?(?:"
                    + CalledDocument.called(" cua(?: [a-z]{1,9}){2,10}|") + "|so ?: ?(?=\\d))");
    private static final Pattern PASSIVE = Pattern.compile(CalledDocument.CALLED);
    /** "UBND xã thông báo số 27/TB-UBND": the kind is the verb. */
    private static final Pattern NOTIFIES = Pattern.compile("(?<kind>thong bao)(?<words>(?!))? so ?:? ?(?=\\d)");
    /** Begins a sentence that goes back in time. */
    private static final Pattern EARLIER = Pattern.compile("(?:truoc do|truoc day|nam truoc)(?![a-z]).*");

    private static final Pattern WAS_ISSUED =
            Pattern.compile(" (?:vua |da |moi )?duoc (?:[^,.;]{0,60} )?(?:ban hanh|ky ban hanh)");
    private static final Pattern IN_BRACKETS = Pattern.compile("ban hanh (?<kind>" + CalledDocument.KINDS
            + ")(?<words>(?!))?[^.;()]{0,300}\\((?:[a-z ]{0,14} )?so ?:? ?(?=\\d)");
    private static final Pattern CITES = Pattern.compile(
            "(?<!\\p{L})(?:căn cứ|thực hiện|theo|sau khi|từ khi|trước khi|trước đó|khi|nhằm|để|triển khai"
                    + "|quán triệt|học tập|tiếp thu|trên cơ sở|nếu|việc|sau|do|đã được)(?!\\p{L})[^,;]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final FoldedText text;
    private final IssueDate dates;
    private final DocumentCards found = new DocumentCards();

    private IssuingSentence(String sentence, Optional<LocalDate> published) {
        this.text = FoldedText.of(
                NumberReader.slashed(sentence.replaceAll("\\s+", " ").strip()), LONGEST);
        this.dates = new IssueDate(text, published);
    }

    /** Returns the cards of the documents that a title is the name of, or issues. */
    static List<DocumentCard> ofTitle(String title, Optional<LocalDate> published) {
        IssuingSentence sentence = new IssuingSentence(title, published);
        Matcher named = TITLE.matcher(sentence.text.folded());
        if (named.find()) {
            sentence.take(named, "");
        }
        return sentence.read();
    }

    /** Returns the cards of the documents that a sentence issues. */
    static List<DocumentCard> of(String sentence, Optional<LocalDate> published) {
        return new IssuingSentence(sentence, published).read();
    }

    private List<DocumentCard> read() {
        if (!EARLIER.matcher(text.folded()).matches()) {
            active();
            passive();
            notifies();
            inBrackets();
        }
        return found.toList();
    }

    private void active() {
        Matcher issues = ISSUES.matcher(text.folded());
        int from = 0;
        while (from < text.folded().length() && issues.find(from)) {
            from = issues.end();
            String before = text.text().substring(0, issues.start());
            if (isWord(issues.start()) && !isCited(before)) {
                from = Math.max(from, andNext(take(issues, before)));
            }
        }
    }

    private static boolean isCited(String before) {
        return CITES.matcher(before).find();
    }

    private boolean isWord(int at) {
        return at == 0
                || !Character.isLetterOrDigit(text.folded().charAt(at))
                || !Character.isLetterOrDigit(text.folded().charAt(at - 1));
    }

    /** A second document may be issued in one breath. */
    private int andNext(int end) {
        int last = end;
        Matcher next = CalledDocument.next(text, last, text.folded().length());
        while (last > 0
                && CalledDocument.isNext(text, next.region(last, text.folded().length()), last)) {
            int taken = take(next, "");
            if (taken <= last) {
                break;
            }
            last = taken;
        }
        return last;
    }

    /** "Kế hoạch số 27/KH-UBND vừa được ban hành". */
    private void passive() {
        Matcher issued = WAS_ISSUED.matcher(text.folded());
        Matcher called = PASSIVE.matcher(text.folded());
        if (issued.find()
                && called.find()
                && called.start() < 40
                && called.end() < issued.start()
                && !isCited(text.text().substring(0, called.start()))) {
            take(called, "");
        }
    }

    private void notifies() {
        Matcher notifies = NOTIFIES.matcher(text.folded());
        String before = notifies.find() ? text.text().substring(0, notifies.start()) : "";
        if (!IssuingOrgan.before(before).isEmpty() && !isCited(before)) {
            take(notifies, before);
        }
    }

    private void inBrackets() {
        Matcher issues = IN_BRACKETS.matcher(text.folded());
        if (issues.find() && !isCited(text.text().substring(0, issues.start()))) {
            String before = text.text().substring(0, issues.start());
            NumberReader.at(text.text(), issues.end())
                    .filter(number -> number.number().kind().equals(kindOf(issues.group("kind"), number.number())))
                    .ifPresent(number -> found.add(card(number, issues, before)));
        }
    }

    /** Enters the document whose number follows; returns where what is told of it ends, or 0. */
    private int take(Matcher called, String before) {
        Optional<NumberReader.Found> number = NumberReader.at(text.text(), called.end())
                .filter(each -> called.group("words") == null || isOfKind(each.number(), called.group("kind")));
        number.ifPresent(known -> found.add(card(known, called, before)));
        return number.map(known -> dates.end(known.end())).orElse(0);
    }

    /** Words between kind and number may name another document, unless the number has the kind too. */
    private static boolean isOfKind(DocumentNumber number, String kind) {
        return number.kind().isPresent() && number.kind().equals(DocumentKind.beginning(kind));
    }

    private DocumentCard card(NumberReader.Found number, Matcher called, String before) {
        int from = dates.end(number.end());
        String issuer = Stream.of(
                        IssuingOrgan.between(text, called), IssuingOrgan.before(before), IssuingOrgan.after(text, from))
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse("");
        String kind = called.group("kind") == null ? "" : called.group("kind");
        return DocumentCard.of(number.number(), kindOf(kind, number.number()))
                .issued(issuer, "", dates.of(called.start(), number.end()))
                .about(IssuedSubject.read(text, IssuingOrgan.end(text, from)));
    }

    /** The kind that number and words tell alike; one that only one of them tells counts too. */
    private static Optional<DocumentKind> kindOf(String words, DocumentNumber number) {
        Optional<DocumentKind> told = DocumentKind.beginning(words).or(() -> DocumentKind.ofSign(words));
        Optional<DocumentKind> signed =
                number.kind(told.filter(kind -> number.kind().isPresent()));
        if (words.equals("van ban") && DocumentKind.ofSign(number.kindSign()).isEmpty()) {
            return Optional.of(DocumentKind.LETTER);
        }
        return signed.isPresent() && told.isPresent() && !signed.equals(told)
                ? Optional.empty()
                : signed.or(() -> told);
    }
}
