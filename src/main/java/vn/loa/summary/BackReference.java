package vn.loa.summary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.pattern.PrefilteredPattern;

/** The ways in which the beginning of a sentence refers to earlier text: without it a reader asks "which one?". */
enum BackReference {
    /** "Bên cạnh đó, …": something of the same kind, best the sentence right before it. */
    ADDITION(
            0.6,
            4,
            "(?:(?:bên cạnh|cùng với|song song với|thêm vào) (?:đó|đấy)|ngoài ra|mặt khác|hơn nữa|tiếp theo|được biết"
                    + "|cũng (?:tại|trong|theo|nhân|vào)|kèm theo đó|hơn thế nữa|hơn thế|không những thế|không chỉ vậy|cuối cùng)"),

    /** "Trong đó, …", "Ông cũng …": the sentence right before it. */
    SENTENCE_BEFORE(
            12,
            12,
            "(?:(?:ông|bà|anh|chị|cô|cụ|người|đối tượng|nạn nhân|cơ sở|đơn vị|vụ|nhóm) (?:này|ấy|ta|đó|nói"
                    + " trên)|(?:ban|hội|chi hội|tổ|đơn vị|cơ sở|nhóm) (?:đã|cũng|còn|sẽ|đang|tiếp tục)|liền sau"
                    + " (?:đó|đấy)|nói rõ hơn|(?:trong|theo|qua|từ|do|nhờ|sau|tiếp|trước|ở|khi|đáp lại)"
                    + " (?:đó|đấy)|(?:chính )?(?:vì|do|nhờ|bởi) (?:vậy|thế|đó|lẽ đó)|vậy nên|thế (?:nhưng|là)|hắn|gã|ả|thị(?! (?:trường|xã|trấn|sát|[uủ][yỷ]|lực|hiếu|phần|tộc))|thông tin (?:được|do) [^,.;]{1,40} (?:thông"
                    + " báo|công bố|đưa ra|cung cấp|xác nhận|chia sẻ)|còn(?! (?:\\d|nhiều|khoảng|hơn|gần|ít|một|hai|ba))|(?:học|noi) theo"
                    + " (?:anh|chị|ông|bà)(?= (?-i:\\p{Ll})|,)|như vậy|tuy (?:nhiên|vậy)|nhưng|song|và|đồng thời|ngược"
                    + " lại|(?:điều|việc|kinh phí|số (?:tiền|quà)|kết quả|toàn bộ số (?:tiền|quà|hàng)) (?:này|đó)|đây"
                    + " (?:(?:chính )?là|cũng)|cũng|cụ thể|đặc biệt|ngay sau|những (?!(?:ngày|tháng|năm|tuần|giờ) (?:này|đó))[^,.]{0,40}(?:này|đó|trên)|họ|hai bên|(?:ông(?!"
                    + " (?:bà|cha))|bà(?! con)|anh(?! (?:em|hùng))|chị(?! em)|đồng chí)(?= (?-i:\\p{Ll}))|chúng"
                    + " tôi|tôi|một là|hai là|ba là|thứ (?:nhất|hai|ba)|tại đây|thấy (?:vậy|thế)|cứ thế|lý do là|thay vì (?:thế|vậy|đó)|thay vào đó|nó|đó (?:là|cũng)|trả lời(?=,)|(?:có thể nói|theo [^,.]{0,40}), (?:đây|đó) là"
                    + "|(?:em|cháu|cô|cụ)(?= (?-i:\\p{Ll}))(?! (?:gái|trai|nhỏ|bé|giáo|dâu|thể|học sinh|ruột|họ|nội|ngoại|trò|vợ|chồng|út|ông|bà|đồ|nuôi|kế|là)(?!\\p{L}))"
                    + "|(?:chú|bác) (?:đã|còn|cũng|được|vừa|luôn|đang|sẽ|cho biết|nói|kể|chia sẻ|bị)"
                    + "|(?:nhà|bố mẹ|cha mẹ|mẹ|bố|vợ chồng|con) (?:cháu|em|ông|bà|anh|chị|cô|cụ)(?= (?-i:\\p{Ll}))(?!"
                    + " (?:em|con|cháu|ngoại|nội)(?!\\p{L}))"
                    + "|(?:\\d{1,4}|các|những|số) (?:\\p{L}{1,7} ){1,3}còn lại|đáng chú ý|trong khi đó|lúc (?:đó|này|ấy)|(?:một (?:lát|lúc|hồi)|ít (?:lâu|phút)|không lâu|(?:vài|mấy|ít) (?:phút|giờ|ngày|tuần|tháng)) sau"
                    + "|(?:nguy hiểm|nghiêm trọng|quan trọng|đáng (?:ngại|nói|buồn|mừng|tiếc)|bất ngờ|trớ trêu) (?:hơn|là|thay),?|(?:(?:sáng|trưa|chiều|tối|đêm|ngày) )?hôm sau|ngay lập tức|(?:rất may|may mắn|may thay),? (?:là )?(?:ông|bà|anh|chị|cô|cụ|em|cháu|họ)(?= (?-i:\\p{Ll}))"
                    // "Với những vi phạm này, …", "Khi ông mang …"
                    + "|(?:(?:trao đổi|nói|phát biểu|chia sẻ|bình luận|giải thích|liên quan) )?(?:với|trước|sau|từ|trong|về|đến|tới|do|vì|nhờ|trên|kèm theo|kèm|cùng với|bên cạnh|ngoài|bằng|dưới|theo) [^,.]{0,40}(?<!(?:dịp|năm học|năm|tháng|tuần|mùa))"
                    + " (?:này|đó|ấy|nói trên)(?=,)|(?:khi|sau khi|trước khi|vì|do|nếu)"
                    + " (?:ông|bà|anh|chị|cô|họ|nó)(?= (?-i:\\p{Ll})))"),

    /** "… ông M. …": somebody whom an earlier sentence introduces. */
    INTRODUCED(0, 12, ""),

    /** A quotation whose speaker the sentence before names. */
    SPEAKER(12, 12, ""),

    /** "Tại hội nghị, …": the event, which the title mostly names too. */
    EVENT(
            0,
            1,
            "(?:(?:tại|trong|thông qua|qua|kết thúc|dự|tham dự|tới dự|đến dự|cùng dự|về dự|phát biểu(?: [^,.]{0,30})?"
                    + " tại|chủ trì|sau|nhân)(?: (?:học|khai mạc|buổi|thời gian|chỉ đạo|và|cuộc)){0,4},? ?(?:hội"
                    + " nghị|buổi|lễ|lớp|chương trình|đại hội|cuộc|ngày hội|hội thảo|diễn đàn|tập huấn|dịp"
                    + " này|đây|đợt|thời gian|phần|khi|có)|nhân dịp này|các đại biểu|(?:hội nghị|chương trình|lớp|đại"
                    + " hội|lễ|buổi|đoàn)(?: \\p{L}+){0,3}? (?:đã|cũng|còn|được))"),

    /** "Mỗi phần quà …", "Bộ phim …": one that an earlier sentence, or at least the title, names. */
    DEFINITE(
            0,
            3,
            "(?:(?:(?:vào|khoảng|đến|lúc|hồi) )?(?:(?:sáng|trưa|chiều|tối|đêm|cũng|trong|\\d{1,2}(?:h\\d{0,2}| giờ(?: \\d{1,2})?(?: phút)?)) )?cùng ngày|mỗi (?:phần|suất|căn|người|hộ|em|gia đình|đội|giải|cháu)|tổng (?:giá trị|thiệt hại|số người|số tiền|trị giá|kinh phí|số tiền|chi phí|vốn"
                    + "|mức đầu tư)|(?:bộ phim|cuốn sách|ca khúc|vở diễn|bài hát|bức ảnh|đoạn (?:clip|video)|căn nhà|ngôi"
                    + " nhà|chiếc xe|người (?:phụ nữ|đàn ông)|nam thanh niên|(?:(?:giờ|nay|hiện|lúc đầu|ban đầu)(?: thì| đây| nay)?,? )?(?:cô|cậu) bé|(?:kết luận|kết quả|bài học) từ đây|nạn nhân|nghi phạm|hung thủ|thủ phạm|vụ"
                    + " (?:việc|án|tai nạn|cháy|nổ)|sự (?:việc|cố))(?= (?-i:\\p{Ll})))"),

    /** Stands by itself. */
    NONE(0, 0, "");

    private static final List<BackReference> BY_BEGINNING = List.of(ADDITION, SENTENCE_BEFORE, EVENT, DEFINITE);

    /** "Thông tin trên được …". */
    private static final Pattern POINTED_AT = Pattern.compile(
            "(?:theo [^,.]{1,45}, )?(?:[\\p{L}-]++ ){1,4}?(?:(?<!(?:dịp|gian|điểm|ngày|tháng|tuần|mùa|năm|học|quý|khóa|sáng|chiều|tối|lúc) )(?:này|ấy)(?= \\p{Ll})|(?<!dịp )(?:này|nói trên|trên|ấy|đó)(?= (?:đã|được|bị|là|có|cũng|sẽ|đang|khiến|làm|gây|thu hút|giúp|nhằm|thuộc|nằm|diễn ra|xảy ra|cho"
                    + " biết|phải|không|vẫn|còn|gồm|do|thay)))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Matches a part of whatever {@link #POINTED_AT} matches. */
    private static final PrefilteredPattern POINTER = PrefilteredPattern.caseless("(?:này|trên|ấy|đó) ");

    private static final PrefilteredPattern POINTS_BACK =
            PrefilteredPattern.caseless("(?<!\\p{L})(?:(?:ông|bà|anh|chị|cô|đối tượng|nạn nhân) này"
                    + "|(?:nhấn mạnh|khẳng định|cho biết|nói|nhận định|phát biểu|chia sẻ|tuyên bố) (?:như (?:vậy|thế|trên)|điều"
                    + " (?:này|đó|trên)))(?!\\p{L})");
    /** "Kim Liên cũng là …": somebody else, or something else, comes before. */
    private static final Pattern ALSO =
            Pattern.compile("\\p{Lu}\\p{L}*+(?: \\p{L}++){0,5}? (?:cũng|còn) (?:là|được|nêu|cho|đã|đạt|bị)(?!\\p{L})");

    /** "Chồng của bà, …", "Một trong các bệnh nhân của ông là …", "Số cá được ông thu mua …". */
    private static final PrefilteredPattern OF_SOMEBODY = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:của|được|do|bị) (?:ông|bà|anh|chị|cô|họ|nó)(?=,| (?-i:\\p{Ll}))(?! (?:bà|con|em|cha|ngoại|nội|hai|ta)(?!\\p{L}))");

    /** "Trộm xong, chúng tháo biển số". */
    private static final PrefilteredPattern CULPRIT = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:(?<!(?:quần|dân|công|đại|bách|vệ) )chúng(?! (?:tôi|ta|em|mình|con|sinh|minh))|hắn|(?-i:(?<=^|, )[Yy])(?! (?:tế|bác|sĩ|sỹ|học|tá|như|hệt|khoa|dược|lệnh|đức|phục|án|văn|cụ|nguyên)(?!\\p{L})))(?= (?-i:\\p{Ll}))");

    /** "Trung tâm kể trên", "vụ việc nêu trên": without an earlier sentence nobody knows which. */
    private static final PrefilteredPattern ABOVE =
            PrefilteredPattern.caseless("(?<!\\p{L})(?:(?:nói|kể|nêu) trên|vừa nêu)(?!\\p{L})");

    /** "Điều tra sự việc trên.": "trên" that nothing follows. */
    private static final PrefilteredPattern THE_ONE_ABOVE = PrefilteredPattern.caseless(
            "(?<!\\p{L})(?:sự (?:việc|cố|kiện)|vụ \\p{Ll}{1,7}|vấn đề|thông tin|nội dung|trường hợp|tình trạng|hành vi|tội danh|quy định|số"
                    + " (?:tiền|hàng)|đối tượng|công trình|dự án|thời (?:hạn|gian|điểm)|văn bản|chỉ tiêu|giấy tờ|hồ sơ|hoạt động) trên(?=\\s*(?:[.,;)]|$))"
                    + "|(?<!\\p{L})(?:số|lô|những|các|toàn bộ|đợt|trận|vụ|cuộc|chiếc|chuyến|buổi|người) (?:\\p{Ll}{1,7} ){1,3}trên(?= (?:bị|được|đã|là|có|không|chưa|đều|gây|sẽ|đang|khiến|làm)(?!\\p{L}))"
                    + "|(?<!\\p{L})như trên(?!\\p{L})");

    /** "7 trường hợp nêu trên": an earlier sentence tells more of them. */
    private static final PrefilteredPattern COUNTED_ABOVE =
            PrefilteredPattern.caseless("\\d (?:\\p{Ll}{1,7} ){1,4}(?:(?:nói|kể|nêu) trên|vừa nêu)(?!\\p{L})");

    private static final PrefilteredPattern INITIAL = PrefilteredPattern.of(
            "(?<!\\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]ụ|[Ee]m|[Cc]háu|[Bb]é) (\\p{Lu})\\.?(?=[ ,.])(?!\\.\\p{Lu})(?! ?\\()",
            0);

    /** "Ngày 31/5, N. vẫn đi làm". */
    private static final Pattern BARE_INITIAL = Pattern.compile("(?:^|[,;] )(\\p{Lu})\\.(?= \\p{Ll})");

    /** "Chị cho biết …", "Ông còn …". */
    private static final PrefilteredPattern SOMEBODY = PrefilteredPattern.of(
            "^(?:Ông(?! (?:bà|cha))|Bà(?! con)|Anh(?! (?:em|hùng))|Chị(?! em)|Cô(?! (?:giáo|gái|dâu|trò))|Cụ(?! thể(?!\\p{L}))|Cháu|Em) \\p{Ll}",
            0);

    /** Places that are written like a title and a given name; Anh Sơn is a person where he says or does what people do. */
    private static final String PLACE =
            "(?:Cô Tô|Bà (?:Rịa|Điểm|Nà|Đen|Triệu)|Ông Đốc|Anh Sơn(?! (?:cho (?:biết|hay)|chia sẻ|kể"
                    + "|nói|tâm sự|bộc bạch|phấn khởi|vui|sinh|nhớ|bị|làm|nuôi|trồng|mong)(?!\\p{L})))(?!\\p{L})";

    /** "Chị Thủy cho biết …": by the given name alone. */
    private static final PrefilteredPattern GIVEN_NAME = PrefilteredPattern.of(
            "(?:Theo |Còn )?(?!" + PLACE
                    + ")(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]ụ|[Ee]m|[Cc]háu|[Bb]ác|[Cc]hú) (\\p{Lu}\\p{Ll}++)(?=,? \\p{Ll})",
            0);

    private static final Pattern NAMED = Pattern.compile(
            "(?<!\\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]ụ|[Ee]m|[Cc]háu|[Bb]ác|[Cc]hú|[Đđ]ồng chí|[Đđ]/c|cựu chiến"
                    + " binh|[Bb]ác sĩ|hội viên|học sinh|vợ|chồng|con|mẹ|bố)[:,]? \\p{Lu}|\\p{Lu}\\p{L}{0,8}+ (?:Văn|Thị|Đức|Hữu|Công|Quang|Minh|Ngọc|Thanh|Đình|Xuân)"
                    + " \\p{Lu}|(?:\\p{Lu}\\p{Ll}{0,8}+ ){2}\\p{Lu}\\p{Ll}");

    /** Bác Hồ is spoken of everywhere, and is no news. */
    private static final Pattern TOLD_OF = Pattern.compile("(?<!\\p{L})(?!" + PLACE
            + "|[Bb]ác Hồ(?! \\p{Lu}))(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]ụ|[Ee]m|[Cc]háu|[Bb]ác|[Cc]hú|[Đđ]ồng chí|[Đđ]/c)"
            + " (?!Hồ Chí Minh)\\p{Lu}|\\p{Lu}\\p{L}{0,8}+ (?:Văn|Thị) \\p{Lu}");

    /** "…", bà nói: the sentence before says who. */
    private static final PrefilteredPattern SAID_BY_SOMEBODY = PrefilteredPattern.of(
            "[\"”»] ?[,.–-]? ?[-–]? ?(?:ông|bà|anh|chị|cô|cụ|em|đồng chí|họ|người này) (?:\\p{Ll}+ ?){1,4}[.…!]?$"
                    + "|[\"”»] ?[,–-] ?(?:nói|kể|chia sẻ|cho biết|nhấn mạnh|bày tỏ|khẳng định)[.…!]?$",
            Pattern.UNICODE_CASE);

    /** A sentence that is a quotation and nothing else. */
    private static final PrefilteredPattern SAID_BY_NOBODY =
            PrefilteredPattern.of("[\"“«][^\"”»]{0,1000}+[\"”»][.!?…]?", 0);

    /** "… trong đợt mưa này": which one, an earlier sentence tells, or the same one before these words. */
    private static final PrefilteredPattern THIS_ONE = PrefilteredPattern.caseless(
            "(?<!\\p{L})(đợt|vụ|cuộc|chiến dịch|dự án|chương trình|sự kiện|căn bệnh|trường hợp|hành vi|tình trạng|quyết"
                    + " định|thông tin|công trình|con đường|tuyến đường|ngôi|căn|chiếc|mô hình|động thái|trào lưu|xu hướng|thiết bị|hệ thống)"
                    + "(?: \\p{Ll}{1,7}){0,3} (?:này|ấy|đó)(?!\\p{L})");

    /** "Do tuổi cao sức yếu, đồng chí đã …", "Năm 2024, chị được …". */
    private static final PrefilteredPattern THEN_SOMEBODY = PrefilteredPattern.caseless(
            ", (?:ông|bà|anh|chị|cụ|họ|đồng chí) (?:đã|đang|sẽ|được|vẫn|cũng|bị|từng|vừa|luôn|còn|phải|không|chưa|có|nói|kể|chia sẻ|cho biết)(?!\\p{L})");

    private static final int OF_STANDS_WITHIN = 45;

    private final double costFromAfar;
    private final double costAlone;
    private final Optional<PrefilteredPattern> beginning;

    BackReference(double costFromAfar, double costAlone, String beginning) {
        this.costFromAfar = costFromAfar;
        this.costAlone = costAlone;
        this.beginning = beginning.isEmpty()
                ? Optional.empty()
                : Optional.of(PrefilteredPattern.caseless(beginning + "(?!\\p{L})"));
    }

    private boolean isAtStartOf(String text) {
        return beginning.filter(pattern -> pattern.begins(text)).isPresent()
                || (this == SENTENCE_BEFORE
                        && POINTER.isIn(text)
                        && POINTED_AT.matcher(text).lookingAt());
    }

    /** Returns the cost when an earlier sentence is in the summary, but not the one right before. */
    double costFromAfar() {
        return costFromAfar;
    }

    /** Returns the cost when no earlier sentence is in the summary. */
    double costAlone() {
        return costAlone;
    }

    /** Returns whether a sentence speaks of a person whom it does not name. */
    static boolean leansOnAName(String sentence) {
        return SOMEBODY.begins(sentence);
    }

    /** Returns whether a sentence needs an earlier one, more than to know which meeting it was. */
    static boolean leans(String sentence) {
        return of(sentence).costAlone > EVENT.costAlone;
    }

    /** Returns whether a text names a person to whom a later sentence may refer. */
    static boolean namesSomebody(String text) {
        return NAMED.matcher(text).find();
    }

    /** Returns whether a text tells of a person, with a title or a middle name that no place has. */
    static boolean tellsOfSomebody(String text) {
        return TOLD_OF.matcher(text).find();
    }

    /** Returns the given name or the initial, in lower case, of somebody whom a sentence introduces no further. */
    static Optional<String> introducedName(String sentence) {
        PrefilteredPattern.Search initial = INITIAL.in(sentence);
        if (initial.find()) {
            return Optional.of(initial.match().group(1).toLowerCase(Locale.ROOT));
        }
        if (!GIVEN_NAME.begins(sentence)) {
            Matcher bare = BARE_INITIAL.matcher(sentence);
            return bare.find() ? Optional.of(bare.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        PrefilteredPattern.Search given = GIVEN_NAME.in(sentence);
        return given.find() ? Optional.of(given.match().group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private static boolean isAdded(String sentence, String beginning) {
        boolean also = beginning.contains(" cũng ") || beginning.contains(" còn ");
        return also && ALSO.matcher(beginning).lookingAt() || COUNTED_ABOVE.isIn(sentence);
    }

    private static boolean isToldAbove(String sentence) {
        return ABOVE.isIn(sentence) && !COUNTED_ABOVE.isIn(sentence);
    }

    private static boolean isOfSomebody(String beginning) {
        PrefilteredPattern.Search of = (CULPRIT.isIn(beginning) ? CULPRIT : OF_SOMEBODY).in(beginning);
        return of.find()
                && of.match().start() < OF_STANDS_WITHIN
                && !namesSomebody(beginning.substring(0, of.match().start()));
    }

    private static boolean isThenOfSomebody(String beginning) {
        PrefilteredPattern.Search somebody = THEN_SOMEBODY.in(beginning);
        return somebody.find()
                && beginning
                        .substring(1, somebody.match().start())
                        .chars()
                        .noneMatch(c -> c == ',' || Character.isUpperCase(c));
    }

    private static boolean pointsAtAnEarlierOne(String sentence) {
        PrefilteredPattern.Search pointing = THIS_ONE.in(sentence);
        if (!pointing.find()) {
            return false;
        }
        String before = sentence.substring(0, pointing.match().start()).toLowerCase(Locale.ROOT);
        return !before.contains(pointing.match().group(1).toLowerCase(Locale.ROOT));
    }

    static BackReference of(String sentence) {
        if (SAID_BY_SOMEBODY.isIn(sentence) || SAID_BY_NOBODY.matches(sentence)) {
            return SPEAKER;
        }
        if (POINTS_BACK.isIn(sentence)) {
            return SENTENCE_BEFORE;
        }
        String beginning = sentence.substring(0, Math.min(sentence.length(), 80));
        if (isToldAbove(beginning) || THE_ONE_ABOVE.isIn(sentence)) {
            return SENTENCE_BEFORE;
        }
        if (isAdded(sentence, beginning)) {
            return ADDITION;
        }
        if (isOfSomebody(beginning) || isThenOfSomebody(beginning)) {
            return SENTENCE_BEFORE;
        }
        for (BackReference reference : BY_BEGINNING) {
            if (reference.isAtStartOf(beginning)) {
                return reference;
            }
        }
        if (introducedName(sentence).isPresent()) {
            return INTRODUCED;
        }
        return pointsAtAnEarlierOne(sentence) || isToldAbove(sentence) ? DEFINITE : NONE;
    }
}
