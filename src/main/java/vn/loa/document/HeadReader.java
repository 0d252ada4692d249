package vn.loa.document;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/**
 * Reads the head of a document's first page (Decree 30/2020/NĐ-CP, appendix I). The two columns of the page may stand
 * one under the other, beside each other or line by line in turn: motto, number and date are cut out wherever they
 * stand, and what is left of the top names the issuer.
 */
final class HeadReader {
    /** The head of a page; UTF-16 units. */
    private static final int LONGEST = 5000;

    private static final int LATEST_START = 1500;

    private static final Pattern MOTTO =
            Pattern.compile("cong\\s{0,3}hoa\\s{1,3}xa\\s{1,3}hoi\\s{1,3}chu\\s{1,3}nghia(?:\\s{1,3}viet"
                    + "\\s{1,3}nam)?|doc {0,3}lap[^\\p{L}\\d]{1,6}tu {0,3}do[^\\p{L}\\d]{1,6}hanh {0,3}phuc"
                    + "|dang {1,3}cong {1,3}san"
                    + " {1,3}viet {1,3}nam|(?<= {3}|\\n)doan tncs ho chi minh(?= *(?:\\n|$))");
    private static final Pattern NUMBER_LABEL =
            Pattern.compile("(?<![\\p{L}\\d])s ?(?:o|[06](?= {0,2}[:.;])) {0,3}[:.;]{0,2} {0,8}(?=[\\d/._… -])");
    private static final Pattern BLANK_NUMBER = Pattern.compile("[ ._…]{0,40}[/-] ?(?:20\\d\\d ?/ ?)?(?=\\p{Lu})");
    private static final Pattern ANY_SIGN =
            Pattern.compile("\\p{Lu}[\\p{L}\\d&]{0,14}(?: ?[-./] ?\\p{Lu}[\\p{L}\\d&]{0,14}){0,4}");
    /** A line below the motto, the issuer or the subject. */
    private static final Pattern RULE = Pattern.compile("[-_=*–—~]{3,200}+");

    /** A word of a place's name; {@code A Lưới}, {@code Ea H'leo}. */
    private static final String NAME =
            "\\p{Lu}(?:\\p{Ll}[\\p{L}.']{0,13}|['’]\\p{L}{1,8}|(?<=(?<!\\p{L})\\p{Lu})(?= ))";

    private static final String PLACE =
            "(?:(?:[Tt]hành phố|[Tt]hị xã|[Tt]hị trấn|[Đđ]ặc khu|[Xx]ã|[Pp]hường|[Tt]ỉnh|T[Pp][.]?) ?)?" + "(?:" + NAME
                    + " ){0,4}(?:" + NAME + "|HCM)(?: \\d{1,2}(?= {0,2}[,.;]))?";
    /** Telegrams tell their hour too. */
    private static final String HOUR = "(?:(?:hồi|lúc) \\d{1,2} ?(?:giờ|h) ?(?:\\d{2})?(?: phút)?,? {0,2})?";

    private static final Pattern DATE = Pattern.compile(
            "(?<place>" + PLACE
                    + " {0,2}[,.;]?\\s{0,3}" + HOUR
                    + ")?(?<!\\p{L})[Nn]g[àaáảãạâ]y(?:(?: {0,8}|\\s{1,3})(?<day>[\\dOoIl]{1,2})?(?: {0,8}|\\s{1,3})| {0,3}[._… ]{1,20})[Tt]h[áaàảãạâăä]ng"
                    + "(?: {0,8}(?<month>[\\dOoIl]{1,2})? {0,8}\n? {0,8}| {0,3}[._… ]{1,20})[Nn][ăaâǎãáàä]m\\s{0,5}(?<year>\\d{4})?[._…]{0,9}");
    private static final Pattern SLASHED = Pattern.compile(
            "(?<place>" + PLACE + ")"
                    + " {0,2}, {0,3}(?:ng[àa]y {0,3})?(?<day>\\d{1,2})(?<mark>[/.-])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4})");
    private static final Pattern ENGLISH = Pattern.compile("(?<place>" + PLACE + ") {0,2}, {0,3}"
            + "(?:(?<before>\\d{1,2}) {1,3})?(?<month>January|February|March|April|May|June|July|August|September|October"
            + "|November|December)(?: {1,3}(?<day>\\d{1,2}))?,? {1,3}(?<year>\\d{4})");
    private static final Pattern BODY = Pattern.compile("(?:^|\\n) {0,40}(?:can cu|kinh gui|kinh moi|(?:i|1)[.] )");

    /** Heads what people hand in, which has the motto and an addressee too. */
    private static final Pattern FORM =
            Pattern.compile("(?:^|\\n) {0,40}(?:don|giay|to khai|phieu|ban (?:khai|kiem|cam ket)|mau)(?![a-z])");

    private final FoldedText text;
    private final StringBuilder rest;
    private final int body;

    private HeadReader(FoldedText text) {
        this.text = text;
        this.rest = new StringBuilder(text.text());
        Matcher rules = RULE.matcher(text.text());
        while (rules.find()) {
            cut(rules.start(), rules.end());
        }
        Matcher begins = BODY.matcher(text.folded());
        this.body = begins.find() ? begins.start() : text.text().length();
    }

    /** Returns the card of a text that begins as a document does; empty for any other text. */
    static Optional<DocumentCard> read(String document) {
        FoldedText start = FoldedText.of(HeadLines.restored(document, LONGEST), LONGEST);
        return new HeadReader(start).card(document);
    }

    private Optional<DocumentCard> card(String document) {
        int mottoEnd = cutMottos();
        Optional<Label> number = number(mottoEnd > 0);
        if (mottoEnd == 0 && number.filter(Label::isDocuments).isEmpty()) {
            return Optional.empty();
        }
        number.ifPresent(found -> cut(found.start(), found.end()));
        Dated dated = dated();
        int top = number.map(Label::end).orElse(Math.max(mottoEnd, dated.end()));
        SubjectReader.Subject subject = subject(number, top);
        int issuerEnd = number.map(Label::start).orElse(Math.min(subject.start(), top));
        String issuer = IssuerReader.located(IssuerReader.read(rest.substring(0, issuerEnd)), text.text());
        SignatureReader.Signature signature = SignatureReader.read(document);
        DocumentCard card = DocumentCard.EMPTY
                .with(number.flatMap(Label::number), kind(number, subject, !issuer.isEmpty()))
                .issued(issuer, dated.place(), dated.date())
                .about(subject.text())
                .signed(signature.signer(), signature.recipients());
        return card.isEmpty() ? Optional.empty() : Optional.of(card);
    }

    /** The subject of a letter without a number stands above the motto where the left column comes first. */
    private SubjectReader.Subject subject(Optional<Label> number, int top) {
        String head = rest.toString();
        SubjectReader.Subject below = SubjectReader.read(head, top);
        if (!below.text().isEmpty() || below.kind().isPresent()) {
            return below;
        }
        if (number.isPresent()) {
            return number.flatMap(Label::number)
                    .filter(DocumentNumber::isPartyLetter)
                    .map(known -> SubjectReader.belowNumber(head, top))
                    .orElse(below);
        }
        SubjectReader.Subject letter = SubjectReader.read(head, 0);
        return letter.isLetter() ? letter : below;
    }

    /** Returns where the last motto ends; 0 when there is none. */
    private int cutMottos() {
        Matcher motto = MOTTO.matcher(text.folded());
        int end = 0;
        while (motto.find() && motto.start() < Math.min(body, LATEST_START)) {
            cut(motto.start(), motto.end());
            end = motto.end();
        }
        return end;
    }

    /** Blanks out what was read; lines and places of the others stay. */
    private void cut(int from, int to) {
        for (int i = from; i < to; i++) {
            if (rest.charAt(i) != '\n') {
                rest.setCharAt(i, ' ');
            }
        }
    }

    /** A number in the head, or a sign before whose number a space was left. */
    private record Label(int start, int end, Optional<DocumentNumber> number, String sign) {
        /** A sign by which a number stands for a document even where the motto is lost. */
        boolean isDocuments() {
            return DocumentKind.ofSign(sign).isPresent()
                    || number.filter(known -> known.text().indexOf('-') >= 0).isPresent();
        }
    }

    private Optional<Label> number(boolean official) {
        Matcher label = NUMBER_LABEL.matcher(text.folded());
        int limit = Math.min(text.text().length(), Math.max(LATEST_START, 1));
        while (label.find() && label.start() < limit && label.start() < body) {
            boolean column = startsColumn(label.start());
            Optional<Label> found = (column || official && followsKind(label.start()) ? labelled(label) : none())
                    .filter(known -> column || endsLine(known.end()));
            if (found.isPresent()) {
                return found;
            }
        }
        return alone();
    }

    /** A number is labelled at the beginning of its line or column, not within a sentence that cites it. */
    private boolean startsColumn(int at) {
        String line = rest.substring(rest.lastIndexOf("\n", at) + 1, at);
        String before = line.strip();
        return before.isEmpty() || line.endsWith("  ") || HeadLines.isCapitals(before) || before.equals("*");
    }

    private static Optional<Label> none() {
        return Optional.empty();
    }

    /** "Nghị quyết số: 09/2026/NQ-HĐND" on a line of its own is a label too. */
    private boolean followsKind(int at) {
        String before = rest.substring(rest.lastIndexOf("\n", at) + 1, at).strip();
        return DocumentKind.beginning(before)
                .filter(kind -> kind.lengthIn(before) == before.length())
                .isPresent();
    }

    private boolean endsLine(int at) {
        int end = rest.indexOf("\n", at);
        return rest.substring(at, end < 0 ? rest.length() : end).isBlank();
    }

    private Optional<Label> labelled(Matcher label) {
        Optional<NumberReader.Found> found = NumberReader.inHead(text.text(), label.end());
        if (found.isPresent()) {
            DocumentNumber number = found.get().number();
            return Optional.of(new Label(label.start(), found.get().end(), Optional.of(number), number.kindSign()));
        }
        Matcher blank = BLANK_NUMBER
                .matcher(text.text())
                .region(Math.max(label.end() - 1, label.start()), text.text().length());
        blank.region(labelText(label), text.text().length());
        if (!blank.lookingAt()) {
            return Optional.empty();
        }
        Matcher sign =
                ANY_SIGN.matcher(text.text()).region(blank.end(), text.text().length());
        return sign.lookingAt()
                ? Optional.of(new Label(
                        label.start(),
                        sign.end(),
                        Optional.empty(),
                        sign.group().split("[-./ ]")[0]))
                : Optional.empty();
    }

    /** Where the label's own letters and colon end. */
    private int labelText(Matcher label) {
        int end = label.end();
        while (end > label.start() && " ._…".indexOf(text.text().charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** A number on a line of its own, whose label a scan lost. */
    private Optional<Label> alone() {
        int start = 0;
        int limit = Math.min(body, Math.min(LATEST_START, text.text().length()));
        while (start < limit) {
            int end = text.text().indexOf('\n', start);
            int stop = end < 0 ? text.text().length() : end;
            int first = start;
            while (first < stop && !Character.isDigit(text.text().charAt(first)) && first - start < 8) {
                first++;
            }
            boolean partial =
                    text.text().substring(start, Math.min(first, stop)).matches(".*[/.…_-].*");
            Optional<NumberReader.Found> found = NumberReader.inHead(text.text(), first);
            if (!partial
                    && found.isPresent()
                    && text.text().substring(found.get().end(), stop).isBlank()) {
                DocumentNumber number = found.get().number();
                return Optional.of(new Label(start, found.get().end(), Optional.of(number), number.kindSign()));
            }
            start = stop + 1;
        }
        return Optional.empty();
    }

    /** Place and date, and where they end. */
    private record Dated(String place, Optional<LocalDate> date, int end) {}

    private Dated dated() {
        Matcher told = DATE.matcher(rest).region(0, Math.min(body, rest.length()));
        Matcher slashed = SLASHED.matcher(rest).region(0, Math.min(body, rest.length()));
        while (told.find()) {
            if (told.group("place") != null || isLineOfItsOwn(told.start(), told.end())) {
                return dated(told);
            }
        }
        return slashed.find() ? dated(slashed) : english();
    }

    private Dated english() {
        Matcher told = ENGLISH.matcher(rest).region(0, Math.min(body, rest.length()));
        if (!told.find() || (told.group("before") == null) == (told.group("day") == null)) {
            return new Dated("", Optional.empty(), 0);
        }
        String day = told.group("day") == null ? told.group("before") : told.group("day");
        int month = Month.valueOf(told.group("month").toUpperCase(Locale.ROOT)).getValue();
        return dated(told, CivilDates.of(day, String.valueOf(month), told.group("year")));
    }

    private boolean isLineOfItsOwn(int from, int to) {
        String before = rest.substring(rest.lastIndexOf("\n", Math.max(from - 1, 0)) + 1, from);
        return before.isBlank() && endsLine(to);
    }

    private Dated dated(Matcher found) {
        String day = found.group("day");
        String month = found.group("month");
        String year = found.group("year");
        Optional<LocalDate> date = day == null || month == null || year == null || isFollowedByDigit(found.end())
                ? Optional.empty()
                : CivilDates.of(CivilDates.digits(day), CivilDates.digits(month), year);
        return dated(found, date);
    }

    private Dated dated(Matcher found, Optional<LocalDate> date) {
        String written = found.group("place") == null ? "" : found.group("place");
        String place = written.replaceAll("[ ,.;]+(?:(?:hồi|lúc) .*)?$", "")
                .replaceAll("\\s+", " ")
                .strip();
        cut(found.start(), found.end());
        return new Dated(place, date, found.end());
    }

    private boolean isFollowedByDigit(int end) {
        return end < rest.length() && Character.isLetterOrDigit(rest.charAt(end));
    }

    /**
     * The sign tells the kind, else the heading; letters have a subject or an addressee and neither of these, and both
     * where their number was left out.
     *
     * @param issued whether a body issued it
     */
    private Optional<DocumentKind> kind(Optional<Label> number, SubjectReader.Subject subject, boolean issued) {
        Optional<DocumentKind> signed = number.flatMap(found -> found.number()
                .map(known -> known.kind(subject.kind()))
                .orElseGet(() -> DocumentKind.ofSign(found.sign()).filter(kind -> !kind.isAlsoBody())));
        if (signed.isPresent()) {
            return signed;
        }
        if (subject.kind().isPresent()) {
            return subject.kind();
        }
        boolean addressed = text.folded().contains("kinh gui");
        boolean letter = number.isPresent()
                ? subject.isLetter() || addressed
                : subject.isLetter()
                        && addressed
                        && issued
                        && !FORM.matcher(text.folded()).find();
        return letter ? Optional.of(DocumentKind.LETTER) : Optional.empty();
    }
}
