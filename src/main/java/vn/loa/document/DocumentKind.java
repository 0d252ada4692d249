package vn.loa.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.text.Folding;

/**
 * The kinds of administrative documents and the signs that stand for them in a number (Decree 30/2020/NĐ-CP, appendix
 * III), with those of Party and state bodies that are published as often.
 */
public enum DocumentKind {
    RESOLUTION("NQ", "nghị quyết"),
    DECISION("QĐ", "quyết định"),
    DIRECTIVE("CT", "chỉ thị"),
    STATUTE("QC", "quy chế"),
    REGULATION("QyĐ", "quy định"),
    PRESS_STATEMENT("TC", "thông cáo"),
    NOTIFICATION("TB", "thông báo"),
    GUIDELINE("HD", "hướng dẫn"),
    PROGRAMME("CTr", "chương trình"),
    PLAN("KH", "kế hoạch"),
    SCHEME("PA", "phương án"),
    PROPOSAL("ĐA", "đề án"),
    PROJECT("DA", "dự án"),
    REPORT("BC", "báo cáo"),
    MINUTES("BB", "biên bản"),
    SUBMISSION("TTr", "tờ trình"),
    CONTRACT("HĐ", "hợp đồng"),
    TELEGRAM("CĐ", "công điện"),
    MEMORANDUM("BGN", "bản ghi nhớ"),
    AGREEMENT("BTT", "bản thỏa thuận"),
    AUTHORISATION("GUQ", "giấy ủy quyền"),
    INVITATION("GM", "giấy mời"),
    INTRODUCTION("GGT", "giấy giới thiệu"),
    LEAVE("GNP", "giấy nghỉ phép"),
    SENDING_SLIP("PG", "phiếu gửi"),
    TRANSFER_SLIP("PC", "phiếu chuyển"),
    REPORT_SLIP("PB", "phiếu báo"),
    CONCLUSION("KL", "kết luận"),
    CIRCULAR("TT", "thông tư"),
    DECREE("NĐ", "nghị định"),
    LETTER("CV", "công văn");

    /** Signs that are rather a body's (Tài chính, Ban Thường trực, Công đoàn) unless the heading says the kind too. */
    private static final List<DocumentKind> ALSO_BODIES =
            List.of(PRESS_STATEMENT, PROJECT, TELEGRAM, AGREEMENT, SENDING_SLIP, TRANSFER_SLIP, REPORT_SLIP, CONTRACT);

    private static final Map<String, DocumentKind> OTHER_SIGNS = Map.of(
            "KHPH",
            PLAN,
            "KHLT",
            PLAN,
            "CTPH",
            PROGRAMME,
            "TTR",
            SUBMISSION,
            "CTR",
            PROGRAMME,
            "QYĐ",
            REGULATION,
            "QĐi",
            REGULATION,
            "TTLT",
            CIRCULAR,
            "NQLT",
            RESOLUTION,
            "QCPH",
            STATUTE);

    private static final Map<String, List<DocumentKind>> BY_FOLDED_SIGN =
            Arrays.stream(values()).collect(Collectors.groupingBy(kind -> Folding.fold(kind.sign)));

    private final String sign;
    private final String label;
    private final String squeezed;

    DocumentKind(String sign, String label) {
        this.sign = sign;
        this.label = label;
        this.squeezed = squeezed(label);
    }

    /** Returns the sign, for example {@code KH}. */
    public String sign() {
        return sign;
    }

    /** Returns the name in Vietnamese, in small letters. */
    public String label() {
        return label;
    }

    /** Returns the name as a heading begins a line with it. */
    public String title() {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    /** Returns whether the sign alone does not tell the kind. */
    boolean isAlsoBody() {
        return ALSO_BODIES.contains(this);
    }

    /** Returns the kind that a part of a number stands for as it is written, or as it is written without marks. */
    static Optional<DocumentKind> ofSign(String part) {
        Optional<DocumentKind> exact =
                Arrays.stream(values()).filter(kind -> kind.sign.equals(part)).findFirst();
        return exact.or(() -> Optional.ofNullable(OTHER_SIGNS.get(part)))
                .or(() -> Optional.ofNullable(BY_FOLDED_SIGN.get(Folding.fold(part)))
                        .filter(kinds -> kinds.size() == 1)
                        .map(kinds -> kinds.get(0)));
    }

    /** Returns the kind of a sign whose marks and case were lost; a guideline is told from a contract by being common. */
    static Optional<DocumentKind> ofFoldedSign(String folded) {
        return folded.equals("hd") ? Optional.of(GUIDELINE) : ofSign(folded.toUpperCase(Locale.ROOT));
    }

    /** Returns the kind with whose name a line begins, blanks between its letters forgiven. */
    static Optional<DocumentKind> beginning(String line) {
        String start = squeezed(line.length() > 80 ? line.substring(0, 80) : line);
        return Arrays.stream(values())
                .filter(kind -> start.startsWith(kind.squeezed))
                .findFirst();
    }

    /** Returns the length of the name at the beginning of a line that {@link #beginning} found. */
    int lengthIn(String line) {
        int letters = 0;
        for (int i = 0; i < line.length(); i++) {
            letters += line.charAt(i) == ' ' ? 0 : 1;
            if (letters == squeezed.length()) {
                return i + 1;
            }
        }
        return line.length();
    }

    private static String squeezed(String words) {
        return Folding.fold(words).replace(" ", "");
    }
}
