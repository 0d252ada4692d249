package vn.loa.document;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.text.FoldedText;
import vn.loa.text.Sentences;

/**
 * Finds the documents that an article issues ("ban hành Kế hoạch số …", "đã có Thông báo số …"), as opposed to those
 * that it only cites ("căn cứ", "thực hiện", "theo").
 */
final class IssuedDocuments {
    /** The sentences that may issue a document, the title not counted. */
    private static final int SENTENCES = 4;

    private static final int LONGEST_SENTENCE = 1200;
    private static final int LONGEST_SUBJECT = 300;
    /** A day told without its year lies near the publication. */
    private static final int NEAR = 183;

    private static final String KIND = "(?<kind>"
            + Arrays.stream(DocumentKind.values())
                    .map(kind -> FoldedText.of(kind.label(), 40).folded())
                    .collect(Collectors.joining("|"))
            + "|van ban|[A-Za-zđĐ]{2,3}(?= (?:so )?\\d))";
    private static final String CALLED = called("");

    private static String called(String words) {
        return KIND
                + "[\\]):]?(?:(?: phoi hop| lien tich| chuyen de| hoa toc| khan)? (?:so ?:? ?)?"
                + "|(?<words>" + words
                + "(?: (?!thuc |trien |theo |cua |ve |kem |de |va |ke |nghi |quyet |cong |thong |bao )[a-z]{1,7}){1,4}) so )"
                + "(?=\\d)";
    }

    private static final Pattern ISSUES =
            Pattern.compile("(?:ban hanh|da ra|vua ra|da co|vua co|moi co|phat hanh|da ky|vua ky"
                    + "|da gui|vua gui|(?:da|vua|moi) (?:(?:bieu quyet|nhat tri|thong nhat) )*(?:xay dung|thong qua)| co| ra| gui| ky)(?: cac| mot)? "
                    + CALLED);
    private static final Pattern TITLE = Pattern.compile(
            "^(?:[\\[(](?!ke hoach|so )[a-z ]{2,20}[\\])] ?[-:–]? ?)?(?:(?:cong khai|toan van|van ban(?: moi)?|niem yet): ?)?[\"(\\[]?(?:"
                    + called(" cua(?: [a-z]{1,9}){2,10}|") + "|so ?: ?(?=\\d))");
    private static final Pattern PASSIVE = Pattern.compile(CALLED);
    /** "UBND xã thông báo số 27/TB-UBND": the kind is the verb. */
    private static final Pattern NOTIFIES = Pattern.compile("(?<kind>thong bao)(?<words>(?!))? so ?:? ?(?=\\d)");
    /** Begins a sentence that goes back in time. */
    private static final Pattern EARLIER = Pattern.compile("(?:truoc do|truoc day|nam truoc)(?![a-z]).*");

    private static final Pattern WAS_ISSUED =
            Pattern.compile(" (?:vua |da |moi )?duoc (?:[^,.;]{0,60} )?(?:ban hanh|ky ban hanh)");
    private static final Pattern NEXT = Pattern.compile("(?:,|;| va|, va) " + CALLED);
    private static final Pattern CITED_BETWEEN = Pattern.compile(
            "[.]|(?:thuc hien|trien khai|theo|quan triet|cua|can cu|nghi quyet|ke hoach|chi thi|thay the|sua doi|bo sung)(?![a-z])");
    private static final Pattern IN_BRACKETS = Pattern.compile("ban hanh (?<kind>"
            + Arrays.stream(DocumentKind.values())
                    .map(kind -> FoldedText.of(kind.label(), 40).folded())
                    .collect(Collectors.joining("|"))
            + ")(?<words>(?!))?[^.;()]{0,300}\\((?:[a-z ]{0,14} )?so ?:? ?(?=\\d)");
    private static final Pattern CITES = Pattern.compile(
            "(?<!\\p{L})(?:căn cứ|thực hiện|theo|sau khi|từ khi|trước khi|trước đó|khi|nhằm|để|triển khai"
                    + "|quán triệt|học tập|tiếp thu|trên cơ sở|nếu|việc|sau|do|đã được)(?!\\p{L})[^,;]*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DATED =
            Pattern.compile("[, ]{1,3}(?:ra |ky )?ngay (?<day>\\d{1,2})(?:[/.-]| thang )(?<month>\\d{1,2})(?:(?:[/.-]"
                    + "| nam )(?<year>\\d{4}))?(?![\\d/])");
    private static final Pattern ON_DAY = Pattern.compile(
            "(?:^|, |[)] ?[-–]? ?)(?:(?:(?:hoi|luc) \\d{1,2} ?(?:gio|h)(?: ?\\d{2})?(?: phut)?,? |sang|trua|chieu|toi|moi day|vua qua)?,? ?)?(?:(?:vao )?ngay|hom nay,?(?: ngay)?|nay) (?<day>\\d{1,2})(?:[/.-]"
                    + "| thang )(?<month>\\d{1,2})(?:(?:[/.-]| nam )(?<year>\\d{4}))?(?![\\d/])");
    private static final Pattern OF = Pattern.compile(
            "[, ]{1,2}(?:cua|do) (?<issuer>[^,.;()]{2,80}, (?:ban|bo|so|hoi|uy ban|ubnd|mttq) [^,.;()]{2,60}?(?= ve )|[^,.;()]{2,120}?)(?= ve | v/v |, |\\.|;| de | nham | tai |$| ban hanh)");
    private static final Pattern ABOUT = Pattern.compile("[, ]{1,2}(?:ve viec |v/v:? ?|ve )(?<subject>[^.;]{3,300}+)");
    private static final Pattern SENT = Pattern.compile(" gui [^.;:]{2,140}?(?= ve viec | ve | v/v )");
    /** A subject without "về" begins with what is to be done, or after a colon. */
    private static final Pattern DIRECT = Pattern.compile(
            "(?:[:–-] ?| - | )(?<subject>(?:(?<=[:–-] ?)|(?=to chuc|trien khai|thuc hien|phat dong|tang cuong"
                    + "|thanh lap|huong dan|van dong|giam"
                    + " sat|kiem tra|cong bo|phe duyet|quy dinh|dieu chinh|day manh|phong,? chong|tuyen truyen"
                    + "|kien toan|tiep xuc|lay y kien|xay dung|ra soat|cham lo|tham hoi|moi |trieu tap"
                    + "|bau cu|dinh chinh|ket qua|hop |de nghi|tong ket|so ket|bao cao|cong nhan|dieu dong|bo nhiem|treo co|khen thuong|yeu cau|tham gia|tap huan|sap xep|bao dam|danh gia|chao mung|dang ky))[^.;]{8,300}+)");

    /** A day before the name of who issues, without a comma between. */
    private static final String BEFORE_NAME =
            "(?iu)^(?:(?:sáng|trưa|chiều|tối) )?(?:nay|ngày \\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{4})?),? (?=\\p{L})";

    private static final Pattern ORGAN = Pattern.compile(
            "(?:uy ban|ubnd|ubmttq|mttq|mat tran|dang uy|ban |bch|btv|btt|hoi |hdnd|so |phong |van phong|cong an"
                    + "|cong doan|lien doan|"
                    + "doan |truong |trung tam|chi bo|thuong truc|bo |chinh phu|thu tuong|cuc|tinh uy|thanh uy"
                    + "|huyen uy|chu tich|bi thu).*");

    private final FoldedText text;
    private final Optional<LocalDate> published;
    private final List<DocumentCard> found = new ArrayList<>();

    private IssuedDocuments(FoldedText text, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
    }

    /** Returns the cards of the documents that an article issues, in order, each once. */
    static List<DocumentCard> read(String title, String body, Optional<LocalDate> published) {
        List<DocumentCard> cards = new ArrayList<>();
        add(cards, new IssuedDocuments(line(title), published).ofTitle());
        Sentences.of(body).stream()
                .limit(SENTENCES)
                .forEach(sentence -> add(cards, new IssuedDocuments(line(sentence), published).ofSentence()));
        return cards;
    }

    private static FoldedText line(String text) {
        return FoldedText.of(NumberReader.slashed(text.replaceAll("\\s+", " ").strip()), LONGEST_SENTENCE);
    }

    /** Adds cards of documents that are new and completes those that are known. */
    static void add(List<DocumentCard> cards, List<DocumentCard> more) {
        for (DocumentCard card : more) {
            int known = 0;
            while (known < cards.size() && !cards.get(known).isSameDocument(card)) {
                known++;
            }
            if (known < cards.size()) {
                cards.set(known, cards.get(known).completedBy(card));
            } else {
                cards.add(card);
            }
        }
    }

    private List<DocumentCard> ofTitle() {
        Matcher title = TITLE.matcher(text.folded());
        if (title.find()) {
            take(title, "");
        }
        return ofSentence();
    }

    private List<DocumentCard> ofSentence() {
        if (EARLIER.matcher(text.folded()).matches()) {
            return found;
        }
        Matcher issues = ISSUES.matcher(text.folded());
        int from = 0;
        while (from < text.folded().length() && issues.find(from)) {
            from = issues.end();
            if (isWord(issues.start())
                    && !CITES.matcher(text.text().substring(0, issues.start())).find()) {
                from = Math.max(from, andNext(take(issues, text.text().substring(0, issues.start()))));
            }
        }
        passive();
        notifies();
        inBrackets();
        return found;
    }

    private boolean isWord(int at) {
        return at == 0
                || !Character.isLetterOrDigit(text.folded().charAt(at))
                || !Character.isLetterOrDigit(text.folded().charAt(at - 1));
    }

    /** A second document may be issued in one breath. */
    private int andNext(int end) {
        int last = end;
        Matcher next = NEXT.matcher(text.folded());
        while (last > 0 && isNext(next.region(last, text.folded().length()), last)) {
            int taken = take(next, "");
            if (taken <= last) {
                break;
            }
            last = taken;
        }
        return last;
    }

    /** Returns whether another document is issued after a position; a subject may stand between, no citation. */
    private boolean isNext(Matcher next, int from) {
        return next.find()
                && next.start() - from <= LONGEST_SUBJECT
                && !CITED_BETWEEN
                        .matcher(text.folded().substring(from, next.start()))
                        .find()
                && NumberReader.at(text.text(), next.end()).isPresent();
    }

    /** "Kế hoạch số 27/KH-UBND vừa được ban hành". */
    private void passive() {
        Matcher issued = WAS_ISSUED.matcher(text.folded());
        Matcher called = PASSIVE.matcher(text.folded());
        if (issued.find()
                && called.find()
                && called.start() < 40
                && called.end() < issued.start()
                && !CITES.matcher(text.text().substring(0, called.start())).find()) {
            take(called, "");
        }
    }

    private void notifies() {
        Matcher notifies = NOTIFIES.matcher(text.folded());
        String before = notifies.find() ? text.text().substring(0, notifies.start()) : "";
        if (!issuerBefore(before).isEmpty() && !CITES.matcher(before).find()) {
            take(notifies, before);
        }
    }

    private void inBrackets() {
        Matcher issues = IN_BRACKETS.matcher(text.folded());
        if (issues.find()
                && !CITES.matcher(text.text().substring(0, issues.start())).find()) {
            NumberReader.at(text.text(), issues.end())
                    .filter(number -> number.number().kind().equals(kindOf(issues.group("kind"), number.number())))
                    .ifPresent(number ->
                            add(found, List.of(card(number, issues, text.text().substring(0, issues.start())))));
        }
    }

    /** Enters the document whose number follows; returns where what is told of it ends, or 0. */
    private int take(Matcher called, String before) {
        Optional<NumberReader.Found> number = NumberReader.at(text.text(), called.end())
                .filter(found -> called.group("words") == null || isOfKind(found.number(), called.group("kind")));
        number.ifPresent(known -> add(found, List.of(card(known, called, before))));
        return number.map(this::pastDate).orElse(0);
    }

    /** Words between kind and number may name another document, unless the number has the kind too. */
    private static boolean isOfKind(DocumentNumber number, String kind) {
        return number.kind().isPresent() && number.kind().equals(DocumentKind.beginning(kind));
    }

    private int pastDate(NumberReader.Found number) {
        Matcher dated =
                DATED.matcher(text.folded()).region(number.end(), text.folded().length());
        return dated.lookingAt() ? dated.end() : number.end();
    }

    private DocumentCard card(NumberReader.Found number, Matcher called, String before) {
        int end = number.end();
        int from = pastDate(number);
        Matcher dated = DATED.matcher(text.folded()).region(end, text.folded().length());
        Optional<LocalDate> date = dated.lookingAt() ? date(dated) : onDay(called.start());
        Matcher of = OF.matcher(text.folded()).region(from, text.folded().length());
        String issuer = Optional.of(issuerBetween(called))
                .filter(named -> !named.isEmpty())
                .orElse(issuerBefore(before));
        if (of.lookingAt()) {
            from = of.end();
            String named =
                    text.text().substring(of.start("issuer"), of.end("issuer")).strip();
            issuer = issuer.isEmpty() && isOrgan(named) ? named : issuer;
        }
        String kind = called.group("kind") == null ? "" : called.group("kind");
        return DocumentCard.of(number.number(), kindOf(kind, number.number()))
                .issued(issuer, "", date)
                .about(subject(from));
    }

    /** "Quyết định của Thủ tướng Chính phủ số 69/2008/QĐ-TTg". */
    private String issuerBetween(Matcher called) {
        String words = called.group("words") == null
                ? ""
                : text.text()
                        .substring(called.start("words"), called.end("words"))
                        .strip();
        String named = words.replaceFirst("(?iu)^của ", "");
        return named.length() < words.length() && isOrgan(named) ? named : "";
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

    private Optional<LocalDate> onDay(int before) {
        Matcher on = ON_DAY.matcher(text.folded()).region(0, before);
        return on.find() && before - on.end() < 160 ? date(on) : Optional.empty();
    }

    private Optional<LocalDate> date(Matcher told) {
        if (told.group("year") != null) {
            return CivilDates.of(told.group("day"), told.group("month"), told.group("year"));
        }
        return published.flatMap(on -> CivilDates.of(
                        told.group("day"), told.group("month"), String.valueOf(on.getYear()))
                .or(() -> Optional.empty())
                .map(day -> day.isAfter(on.plusDays(NEAR)) ? day.minusYears(1) : day)
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(day, on)) <= NEAR));
    }

    /** The name between the last comma and the verb. */
    private String issuerBefore(String before) {
        int comma = Math.max(before.lastIndexOf(','), Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')));
        String after = before.substring(comma + 1).strip();
        boolean headed = after.isEmpty() && comma > 0 && before.charAt(comma) == ':';
        String subject = headed ? before.substring(0, comma).strip() : after;
        String bare = subject.replaceAll(
                "(?:\\s|^)(?:đã|vừa|mới|cũng|chính thức|ký|tiếp tục|đồng thời|kịp thời|xây dựng|tham mưu)(?=\\s|$)",
                " ");
        String name = bare.replaceAll("\\s+", " ").strip().replaceFirst(BEFORE_NAME, "");
        return isOrgan(name) && name.length() <= 120 ? name : "";
    }

    private static boolean isOrgan(String name) {
        return ORGAN.matcher(FoldedText.of(name, 200).folded() + " ").matches();
    }

    private String subject(int from) {
        Matcher sent = SENT.matcher(text.folded()).region(from, text.folded().length());
        int start = sent.lookingAt() ? sent.end() : from;
        Matcher about = ABOUT.matcher(text.folded()).region(start, text.folded().length());
        if (!about.lookingAt() && !about.usePattern(DIRECT).lookingAt()) {
            return "";
        }
        Matcher next = NEXT.matcher(text.folded()).region(about.start("subject"), about.end("subject"));
        int end = isNext(next, about.start("subject")) ? next.start() : about.end("subject");
        String subject = text.text().substring(about.start("subject"), end).strip();
        String bare = subject.replaceAll("[\\s\"”.,;:)]+$", "");
        return bare.length() <= LONGEST_SUBJECT ? bare : "";
    }
}
