package vn.loa.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/**
 * Reads number and kind from the name of a file or an attachment, where slashes, marks and capitals may be lost:
 * {@code ke-hoach-27-KH-MTTQ-BTT.pdf}, {@code 27_KH_signed.pdf}, {@code CV 132 UBND-VX.docx}.
 */
final class FileNameReader {
    private static final int LONGEST = 300;
    private static final Pattern EXTENSION =
            Pattern.compile("(?:[.](?:pdf|docx?|xlsx?|rtf|odt|zip|rar|jpe?g|png|signed|tif|tiff|html?)){1,5}$");
    private static final Pattern ENCODED = Pattern.compile("%20|\\+");
    private static final Pattern GAP = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    /** Begins the names of yearly papers rather than of those so numbered. */
    private static final Pattern RECENT = Pattern.compile("20[0-3]\\d");

    /** Words before a number that make it something else. */
    private static final Set<String> COUNTS = Set.of(
            "thang", "ngay", "nam", "quy", "tuan", "lan", "dot", "ky", "khoa", "ban", "phu", "luc", "mau", "bieu", "v",
            "p", "phan");

    /** Words after a kind's sign and a number, of a subject rather than of something counted. */
    private static final Set<String> SUBJECTS = Set.of(
            "ve", "vv", "trien", "thuc", "phat", "hoi", "tuyen", "kiem", "giam", "thanh", "dai", "ket", "tham", "van",
            "signed", "ky", "kyso", "scan", "final", "ban", "cua", "ngayhoi", "huong", "ho", "cong", "mttq", "ubnd",
            "danh", "niem", "tap", "ra", "tang", "xay", "tong", "cham", "tiep", "phoi", "dang", "bo", "khao", "quyen",
            "ung", "xet", "phan", "bau", "sap", "moi", "lich", "to", "chuc", "chuan", "de", "bao", "dieu", "phe");

    /** Names of what is attached to a document, whose number is that of the document. */
    private static final Pattern ATTACHED = Pattern.compile("(?:phu luc|bieu|mau|to khai) .*|.* kem (?:theo"
            + "|so|cv|kh|qd|tb|bc|hd|nq|cong van|ke hoach|quyet dinh|thong bao|bao cao|huong dan|nghi quyet) .*");

    /** A day without gaps, {@code 05112026} or {@code 20261105}. */
    private static final Pattern JOINED_DAY =
            Pattern.compile("(?<!\\d)(?:([0-3]\\d)([01]\\d)(20\\d\\d)|(20\\d\\d)([01]\\d)([0-3]\\d))(?!\\d)");

    /** {@code 5. TTr sáp nhập thôn}: a mark of a list. */
    private static final Pattern LISTED = Pattern.compile("^\\d{1,3}[.] (?=\\p{L}{1,5} \\p{L})");

    /** {@code CV132}; in small letters not at the beginning, or with one digit, it may be anything. */
    private static final Pattern GLUED_KIND = Pattern.compile(
            "(?<![\\p{L}\\d])(CV|CT|KH|QĐ|QD|TB|BC|GM|NQ|HD|TTr|(?<=^)(?:cv|kh|qd|tb|bc|gm|nq|hd))(?!(?:19|20)\\d\\d(?!\\d))(\\d{2,4})(?![\\p{L}\\d])");

    private final List<String> parts;
    private final List<String> folded;

    private FileNameReader(String name) {
        FoldedText text = FoldedText.of(name, LONGEST);
        this.parts = new ArrayList<>();
        this.folded = new ArrayList<>();
        for (String part : GAP.split(text.text())) {
            if (!part.isEmpty()) {
                parts.add(part);
                folded.add(FoldedText.of(part, LONGEST).folded());
            }
        }
    }

    /** Returns the card of a file's name; empty when it tells no number. */
    static Optional<DocumentCard> read(String name) {
        String bare = EXTENSION
                .matcher(ENCODED.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT))
                .replaceFirst("");
        String cased = ENCODED.matcher(name.strip()).replaceAll(" ");
        String kept = cased.length() >= bare.length() ? cased.substring(0, bare.length()) : cased;
        List<NumberReader.Found> written = NumberReader.all(kept);
        FileNameReader reader = new FileNameReader(GLUED_KIND
                .matcher(JOINED_DAY
                        .matcher(LISTED.matcher(kept).replaceFirst(""))
                        .replaceAll("$1 $2 $3 $4 $5 $6"))
                .replaceAll("$1 $2"));
        if (ATTACHED.matcher(String.join(" ", reader.folded)).matches()) {
            return Optional.empty();
        }
        Optional<DocumentCard> card = switch (written.size()) {
            case 0 -> reader.card();
            case 1 -> Optional.of(card(written.get(0).number()));
            default -> Optional.empty();
        };
        return card.map(known -> known.issued("", "", reader.day()));
    }

    private static DocumentCard card(DocumentNumber number) {
        boolean letter = number.kind().isEmpty()
                && DocumentKind.ofSign(number.kindSign()).isEmpty()
                && !SignParts.isAssembly(number.kindSign());
        return DocumentCard.of(number, letter ? Optional.of(DocumentKind.LETTER) : number.kind());
    }

    private Optional<DocumentCard> card() {
        for (int at = 0; at < parts.size(); at++) {
            if (isNumber(at)) {
                Optional<DocumentCard> found = signedAfter(at).or(() -> Optional.empty());
                Optional<DocumentCard> card = found.isPresent() ? found : kindBefore(at);
                if (card.isPresent()) {
                    return card;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the day that a name tells, {@code ngay 05 11 2026} or {@code 2026 11 05}; empty unless it is the only one. */
    private Optional<LocalDate> day() {
        List<LocalDate> days = new ArrayList<>();
        for (int at = 0; at + 2 < parts.size(); at++) {
            String first = parts.get(at);
            String second = parts.get(at + 1);
            String third = parts.get(at + 2);
            if (YEAR.matcher(third).matches()) {
                CivilDates.of(first, second, third).ifPresent(days::add);
            } else if (YEAR.matcher(first).matches()) {
                CivilDates.of(third, second, first).ifPresent(days::add);
            }
        }
        return days.size() == 1 ? Optional.of(days.get(0)) : Optional.empty();
    }

    private boolean isNumber(int at) {
        boolean year = at == 0 && RECENT.matcher(parts.get(at)).matches();
        return !year
                && NUMBER.matcher(parts.get(at)).matches()
                && (at == 0 || !COUNTS.contains(folded.get(at - 1)) && (!isDigits(at - 1) || isDay(at - 3)))
                && (at + 1 >= parts.size()
                        || !isDigits(at + 1)
                        || YEAR.matcher(parts.get(at + 1)).matches() && isSignPart(at + 2));
    }

    /** {@code 2026 11 17}, three parts from a place on. */
    private boolean isDay(int at) {
        return at >= 0
                && YEAR.matcher(parts.get(at)).matches()
                && isDigits(at + 1)
                && CivilDates.of(parts.get(at + 2), parts.get(at + 1), parts.get(at))
                        .isPresent();
    }

    private boolean isDigits(int at) {
        return Character.isDigit(parts.get(at).charAt(0));
    }

    /** {@code 27 KH MTTQ BTT}, {@code 15 2026 QĐ UBND}, {@code 132 UBND VX}. */
    private Optional<DocumentCard> signedAfter(int at) {
        boolean year = at + 1 < parts.size() && YEAR.matcher(parts.get(at + 1)).matches();
        int first = year ? at + 2 : at + 1;
        List<String> sign = new ArrayList<>();
        while (first + sign.size() < parts.size() && sign.size() < 5) {
            int next = first + sign.size();
            Optional<String> part = signPart(next, sign.isEmpty());
            if (part.isEmpty() || !sign.isEmpty() && isSmallAfterCapitals(next)) {
                break;
            }
            sign.add(part.get());
        }
        Optional<DocumentKind> kind = sign.isEmpty() ? Optional.empty() : DocumentKind.ofSign(sign.get(0));
        boolean body = !sign.isEmpty()
                && (kind.isPresent()
                        || SignParts.isBody(sign.get(0)) && sign.size() > 1
                        || year && SignParts.isAssembly(sign.get(0)));
        boolean named = kind.isEmpty() && isNamedBefore(at);
        return body && !named && !isCounted(at, first + sign.size(), sign)
                ? Optional.of(signed(at, year, sign))
                : Optional.empty();
    }

    /** {@code 27-NQ-HDND du toan}: the sign has ended. */
    private boolean isSmallAfterCapitals(int at) {
        return isCapital(parts.get(at - 1)) && parts.get(at).codePoints().noneMatch(Character::isUpperCase);
    }

    /** {@code KH 48 MTTQ BTT}: the kind stands before the number. */
    private boolean isNamedBefore(int at) {
        return at > 0
                && signPart(at - 1, true)
                        .flatMap(DocumentKind::ofSign)
                        .filter(kind -> kind != DocumentKind.LETTER)
                        .isPresent();
    }

    /** {@code 20 CT 3 xa} is no number; a sign of one part is believed at the beginning or after words for a number. */
    private boolean isCounted(int at, int end, List<String> sign) {
        boolean first =
                at == 0 || folded.get(at - 1).equals("so") || kindWord(at - 1).isPresent();
        return sign.size() == 1
                && !SignParts.isAssembly(sign.get(0))
                && (!first || end < parts.size() && isDigits(end));
    }

    private DocumentCard signed(int at, boolean year, List<String> sign) {
        String number = parts.get(at) + (year ? "/" + parts.get(at + 1) : "");
        return card(new DocumentNumber(SignParts.joined(number, sign), parts.get(at), sign.get(0)));
    }

    private boolean isSignPart(int at) {
        return at < parts.size() && signPart(at, true).isPresent();
    }

    private Optional<String> signPart(int at, boolean first) {
        String part = parts.get(at);
        if (isDigits(at) || part.length() > 8) {
            return Optional.empty();
        }
        if (first) {
            Optional<DocumentKind> kind =
                    isCapital(part) ? DocumentKind.ofSign(part) : DocumentKind.ofFoldedSign(folded.get(at));
            if (kind.isPresent()) {
                String sign = kind.get().sign();
                return Optional.of(sign.length() == part.length() ? sign : part.toUpperCase(Locale.ROOT));
            }
        }
        return SignParts.spelled(part, folded.get(at), first);
    }

    private static boolean isCapital(String part) {
        return part.codePoints().noneMatch(Character::isLowerCase);
    }

    /** {@code KH 27}, {@code Ke hoach so 27}, {@code VB so 15}. */
    private Optional<DocumentCard> kindBefore(int at) {
        boolean so = at > 0 && folded.get(at - 1).equals("so");
        int end = so ? at - 1 : at;
        Optional<DocumentKind> sign = end > 0 && signPart(end - 1, true).isPresent()
                ? DocumentKind.ofFoldedSign(folded.get(end - 1)).or(() -> DocumentKind.ofSign(parts.get(end - 1)))
                : Optional.empty();
        Optional<DocumentKind> kind = sign.or(() -> end > 0 ? kindWord(end - 1) : Optional.empty());
        boolean paper = so && end > 0 && Set.of("vb", "ban").contains(folded.get(end - 1));
        if (kind.isEmpty() && !paper || YEAR.matcher(parts.get(at)).matches() || !endsOrNames(at, so)) {
            return Optional.empty();
        }
        List<String> body = body(at + 1);
        if (!so && body.isEmpty() && sign.equals(Optional.of(DocumentKind.DIRECTIVE))) {
            return Optional.empty();
        }
        String digits = parts.get(at);
        String code = kind.map(DocumentKind::sign).orElse("");
        boolean letter = code.equals(DocumentKind.LETTER.sign()) || paper;
        List<String> coded = new ArrayList<>(body);
        coded.add(0, code);
        boolean party = !body.isEmpty() && SignParts.isParty(body.get(0));
        String text = letter && !party
                ? digits + (body.isEmpty() ? "" : "/" + String.join("-", body))
                : SignParts.joined(digits, coded);
        return Optional.of(DocumentCard.of(new DocumentNumber(text, digits, letter && !party ? "" : code), kind));
    }

    private List<String> body(int from) {
        List<String> body = new ArrayList<>();
        for (int at = from; at < parts.size() && SignParts.body(folded.get(at)).isPresent(); at++) {
            body.add(SignParts.body(folded.get(at)).orElseThrow());
        }
        return body;
    }

    private boolean endsOrNames(int at, boolean so) {
        if (at + 1 >= parts.size() || so) {
            return true;
        }
        String next = folded.get(at + 1);
        boolean toChuc =
                next.equals("to") && at + 2 < parts.size() && folded.get(at + 2).equals("chuc");
        boolean day = next.equals("ngay")
                && at + 2 < parts.size()
                && (folded.get(at + 2).equals("hoi") || isDigits(at + 2));
        return toChuc || day || SUBJECTS.contains(next) || SignParts.body(next).isPresent();
    }

    /** Returns the kind whose name ends with the part at a position. */
    private Optional<DocumentKind> kindWord(int last) {
        for (DocumentKind kind : DocumentKind.values()) {
            List<String> words =
                    List.of(FoldedText.of(kind.label(), LONGEST).folded().split(" "));
            int from = last - words.size() + 1;
            if (from >= 0 && folded.subList(from, last + 1).equals(words)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
