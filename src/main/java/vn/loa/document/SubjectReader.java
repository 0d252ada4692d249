package vn.loa.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.Folding;

/** Reads the kind's heading and the subject (trích yếu) below it, or a letter's subject after {@code V/v}. */
final class SubjectReader {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 400;

    private static final Pattern LETTER = Pattern.compile(
            "(?:^|\\n| {2})\\s*(?:[\"“(]?[Vv] ?[/.]? ?[vV] {0,2}[:.]? {0,2}(?=[\\p{L}\\d\"“])|V[eề] ?: ?(?=\\p{L})|(?=Về việc ))");
    private static final Pattern LABEL =
            Pattern.compile("^[\"“(]?(?:[Vv] ?/ ?[vV] {0,2}[:.]? {0,2}|V[eề] ?: ?)(?=[\\p{L}\\d\"“])");
    private static final Pattern RULE = Pattern.compile("[^\\p{L}\\d]*");
    private static final Pattern BODY =
            Pattern.compile("(?:can cu|kinh gui|kinh moi|thuc hien|theo|de |nham|trong|qua |"
                    + "ngay|(?:vao )?(?:hoi|luc) \\d|duoc su|xet|thua|dieu \\d|phan|muc|chuong|[ivx]{1,4}[.]|[a-h][.)]|\\d{1,2}[.)] "
                    + "|tiep tuc|huong ung|hom nay|hien nay|thoi gian qua|vua qua|thuc te|"
                    + "[^.;]{0,80} kinh moi|ban thuong truc|thuong truc|van phong|uy ban|ubnd|ubmttq|dang uy|chu tich|hoi dong nhan dan|ban chap hanh"
                    + "|noi nhan|thu tuong|bo truong|tong bi thu|hieu truong).*");
    /** Words that only fold like those of {@link #BODY}: trees are planted, money is divided. */
    private static final Pattern NO_BODY = Pattern.compile(
            "(?iu)(?:tr[ồọố]ng|qu[àáả]|ph[aâảáấ]n|mức|chương trình|đề (?:án|cương|xuất)|d[ễêế]|thửa|ngay|nhắm|theo dõi)(?!\\p{L}).*");
    /** Words of a heading besides the kind. */
    private static final Pattern KIND_ENDING = Pattern.compile(
            "(?:phoi hop|lien tich|lien nganh|hanh dong|thanh tra|kiem tra|giam sat" + "|cua (?!.* (?:ve|tai) ).*)");

    /** Headings of texts that Decree 30/2020 names no kind for. */
    private static final Pattern OTHER_HEADING = Pattern.compile(
            "(?:thu|loi) (?:keu goi|ngo|chuc mung|chuc tet|cam on)|thong tri|tuyen bo|quy trinh|the le|dieu le");

    private static final Pattern AUTHOR = Pattern.compile("cua (?!.* ve ).*");

    /** Begins a document's body whatever the line above it ends with. */
    private static final Pattern OPENING = Pattern.compile(
            "(?:[-–+*] ?)?(?:can cu |kinh (?:gui|moi|thua)|thuc hien [^,;]{0,80}so \\d|[ivx]{1,4}[.] |dieu 1[.:]|chuong i|[(](?:ban hanh )?kem theo |phan (?:i"
                    + "|thu nhat)|noi nhan|phu luc|(?:t/m|(?:tm|kt|tl|tuq)[.]) ?(?=\\p{L})).*");

    private static final Pattern OPEN =
            Pattern.compile("(?:.*[-–,(“]|(?:.* )?(?:và|của|do|với|cho|về|tại|ở|việc|các|năm|ngày|tháng|giai đoạn"
                    + "|(?<!(?:chuyển đổi|kinh tế|xã hội|chính quyền|công dân|công nghệ|kỹ năng|hạ tầng|dân) )số|trên|từ|đến|để|theo|là|công tác|tại (?:phiên họp|cuộc họp|hội nghị|buổi làm việc)"
                    + "|(?:của|giữa|và) (?:ban thường trực|thường trực|ban chấp hành|ban thường vụ)))");

    /** A stretch of time that needs no number after it; a line that begins with none is not about it. */
    private static final Pattern PERIOD = Pattern.compile("(?iu).*(?<!\\p{L})(?:năm|ngày|tháng|giai đoạn)\\n\\D.*");

    /** Ends with a word that a name may follow, though it needs none. */
    private static final Pattern BEFORE_NAME = Pattern.compile("(?<!\\p{L})(?:xã|phường|tỉnh)$");

    /** Nothing but the name of a place. */
    private static final Pattern NAME =
            Pattern.compile("(?!(?:Ông|Bà) )\\p{Lu}\\p{Ll}{1,7}(?: \\p{Lu}\\p{Ll}{1,7}){0,3}"
                    + "(?: (?:năm|quý|tháng|giai đoạn) [\\d/ –-]{1,15})?[.]?");

    /** Begins a paragraph of its own that is as well in capitals: who issues it, whom it invites, a first title. */
    private static final Pattern APART = Pattern.compile(
            "(?:(?:tong |pho )?giam doc|(?:chi )?cuc truong|vien truong|truong (?:ban|phong|cong an|doan)|chanh |bi thu|hoi dong|dai hoi"
                    + "|ban (?:thuong vu|giam hieu|giam doc|to chuc|chi dao|quan ly)|cong an|trung tam|benh vien|so |cuc |chi cuc |truong (?!hoc )"
                    + "|dong chi|ong |ba |dat van de|mo dau|loi ).*");

    /** A line of place and date, whose columns stand one below the other. */
    private static final Pattern DATED =
            Pattern.compile("[^,;:]{1,30}, ngay [\\d .…_]{0,9}thang [\\d .…_]{0,9}nam [\\d .…_]{0,9}");

    private static final Pattern QUOTED = Pattern.compile("[\"“][^\"“”]+[\"”]");

    private static final Subject NONE = new Subject(Optional.empty(), "", false, Integer.MAX_VALUE);

    private SubjectReader() {}

    /**
     * The lines below the number.
     *
     * @param kind as the heading tells it
     * @param text the subject on one line, an empty string when none was found
     * @param isLetter whether the subject is a letter's
     * @param start where it begins in the text
     */
    record Subject(Optional<DocumentKind> kind, String text, boolean isLetter, int start) {}

    /** Reads what stands in a head from a position on; the columns' other parts are blanked out. */
    static Subject read(String head, int from) {
        Matcher letter = LETTER.matcher(head);
        int start = 0;
        boolean aboutLetter = letter.find(Math.max(0, Math.min(from, head.length()) - 1));
        while (start < head.length()) {
            int end = head.indexOf('\n', start);
            int stop = end < 0 ? head.length() : end;
            String line = head.substring(start, stop).strip().replaceAll("\\s+", " ");
            if (aboutLetter && letter.start() < stop) {
                break;
            }
            Optional<DocumentKind> kind = start + line.length() >= 0 && stop >= from ? heading(line) : Optional.empty();
            boolean other = stop >= from && isOtherHeading(line);
            if (kind.isPresent() || other) {
                String same = kind.map(known -> afterKind(line, known)).orElse("");
                return new Subject(kind, below(head, Math.min(stop + 1, head.length()), same), false, start);
            }
            start = stop + 1;
        }
        return aboutLetter
                ? new Subject(Optional.empty(), letter(head, letter.end()), true, letter.start())
                : new Subject(Optional.empty(), "", false, head.length());
    }

    /** A heading is in capitals, perhaps with the subject after it. */
    private static Optional<DocumentKind> heading(String line) {
        return DocumentKind.beginning(line)
                .filter(kind -> HeadLines.isCapitals(line)
                        || kind.lengthIn(line) < line.length()
                                && isUpper(line.substring(0, kind.lengthIn(line)))
                                && line.charAt(kind.lengthIn(line)) == ' ');
    }

    private static boolean isUpper(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT));
    }

    private static boolean isOtherHeading(String line) {
        return HeadLines.isCapitals(line)
                && OTHER_HEADING.matcher(Folding.fold(line)).matches();
    }

    private static String afterKind(String line, DocumentKind kind) {
        String same = line.substring(kind.lengthIn(line)).strip();
        return KIND_ENDING.matcher(Folding.fold(same)).matches() ? "" : same;
    }

    private static String below(String head, int from, String same) {
        StringBuilder subject = new StringBuilder(RULE.matcher(same).matches() ? "" : same);
        boolean capitals = subject.length() > 0;
        int taken = 0;
        List<String> lines = HeadLines.of(head.substring(from));
        boolean spaced = !lines.isEmpty() && lines.get(0).isEmpty();
        boolean gap = false;
        for (String line : lines) {
            boolean none = RULE.matcher(line).matches();
            if (spaced && line.isEmpty() && subject.length() > 0) {
                gap = true;
                continue;
            }
            boolean author = subject.length() == 0
                    && HeadLines.isCapitals(line)
                    && AUTHOR.matcher(Folding.fold(line)).matches();
            if (author || none && (subject.length() == 0 || !line.isEmpty())) {
                continue;
            }
            if (taken == 1 && capitals && line.startsWith("về ")) {
                subject.setLength(0);
            }
            boolean parted = gap && !none && !goesOn(subject, line, capitals);
            if (none || taken == MOST_LINES || parted || ends(subject, line, capitals)) {
                break;
            }
            capitals = HeadLines.isCapitals(line);
            subject.append(subject.length() == 0 ? "" : " ").append(line);
            taken++;
        }
        return bounded(subject.toString());
    }

    /** Returns whether a line shows that it belongs to the words above, though a blank line stands between them. */
    private static boolean goesOn(CharSequence subject, String line, boolean capitals) {
        return Character.isLowerCase(line.codePointAt(0))
                || isOpen(subject, line)
                        && !PERIOD.matcher(subject + "\n" + line).matches()
                || capitals
                        && HeadLines.isCapitals(line)
                        && !APART.matcher(Folding.fold(line)).matches();
    }

    private static boolean isOpen(CharSequence subject, String line) {
        String small = subject.toString().toLowerCase(Locale.ROOT);
        return OPEN.matcher(small).matches()
                || BEFORE_NAME.matcher(small).find() && NAME.matcher(line).matches();
    }

    private static boolean ends(StringBuilder subject, String line, boolean capitals) {
        String folded = Folding.fold(line);
        if (subject.length() == 0) {
            return folded.startsWith("can cu")
                    || folded.startsWith("kinh gui")
                    || folded.startsWith("kinh moi")
                    || folded.matches("(?:[ivx]{1,4}|\\d{1,2})[.] .*");
        }
        if (OPENING.matcher(folded).matches()) {
            return true;
        }
        boolean caps = HeadLines.isCapitals(line);
        boolean open = isOpen(subject, line);
        boolean small = Character.isLowerCase(line.codePointAt(0));
        boolean authority = caps && !capitals && line.length() > 12;
        boolean sentence = line.endsWith(".") || line.endsWith(";") || line.endsWith(":");
        return authority
                || !small
                        && !open
                        && (capitals && !caps
                                || sentence
                                || BODY.matcher(folded).matches()
                                        && !NO_BODY.matcher(line).matches());
    }

    /** Reads the subject of a Party letter, which stands right below its number and has no label. */
    static Subject belowNumber(String head, int from) {
        String below = head.substring(Math.min(from, head.length())).stripLeading();
        String first = below.lines().findFirst().orElse("").strip();
        boolean subject = below.length() > 0
                && Folding.fold(below).contains("kinh gui")
                && !HeadLines.isCapitals(first)
                && Character.isLetter(first.replaceFirst("^[\"“(]", "")
                        .codePoints()
                        .findFirst()
                        .orElse(' '))
                && !BODY.matcher(Folding.fold(first)).matches();
        int start = head.length() - below.length();
        return subject ? new Subject(Optional.empty(), letter(head, start), true, start) : NONE;
    }

    /** A letter's subject stands in the left column and ends at the addressee. */
    private static String letter(String head, int from) {
        StringBuilder subject = new StringBuilder();
        int taken = 0;
        boolean gap = false;
        boolean addressed = Folding.fold(head.substring(from)).contains("kinh gui");
        for (String raw : (Iterable<String>) head.substring(from).lines()::iterator) {
            String line = raw.strip().replaceAll("\\s+", " ");
            gap = gap || RULE.matcher(line).matches() && subject.length() > 0;
            if (RULE.matcher(line).matches()) {
                continue;
            }
            String folded = Folding.fold(line);
            boolean small = Character.isLowerCase(line.codePointAt(0));
            boolean over = folded.startsWith("kinh gui")
                    || folded.startsWith("kinh moi")
                    || taken == MOST_LINES
                    || gap && !small && !addressed
                    || DATED.matcher(folded).matches()
                    || taken > 0 && OPENING.matcher(folded).matches();
            if (over) {
                break;
            }
            subject.append(subject.length() == 0 ? "" : " ").append(line);
            taken++;
        }
        return bounded(subject.toString());
    }

    /** The quotation mark or bracket before {@code V/v} is no part of a subject, nor is the one that closes it. */
    private static boolean isClosedOnly(String text) {
        long quotes = text.codePoints().filter(c -> c == '"').count();
        return text.endsWith("\"") && quotes % 2 == 1
                || text.endsWith("”") && !text.contains("“")
                || text.endsWith(")") && !text.contains("(");
    }

    private static String bounded(String subject) {
        String bare = LABEL.matcher(subject.strip()).replaceFirst("").replaceAll("[-–_*.;:,\\s]+$", "");
        String open = QUOTED.matcher(bare).matches() ? bare.substring(1) : bare;
        String text = isClosedOnly(open) ? open.substring(0, open.length() - 1) : open;
        boolean possible = text.length() >= 3 && text.length() <= LONGEST;
        return possible ? text : "";
    }
}
