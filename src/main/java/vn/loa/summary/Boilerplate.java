package vn.loa.summary;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.pattern.PrefilteredPattern;

/**
 * Recognises lines that are no part of the news and never stand in a summary: the title once more, captions and photo
 * credits, bylines, the set phrases of official letters and web pages, text in a broken encoding, and lines without
 * words.
 */
final class Boilerplate {
    private static final int CASELESS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final PrefilteredPattern CAPTION = PrefilteredPattern.caseless(
            "^\\(?(?:ảnh|hình|nguồn ảnh)(?:\\s*\\d+)?\\s*[:.(–-].*|^hiện trường (?:vụ|nơi|cháy|xảy|tai nạn).{0,70}|^(?:toàn"
                    + " cảnh|quang cảnh|một số hình ảnh|chú thích ảnh|ảnh minh (?:họa|hoạ)|(?:hình )?ảnh"
                    + " (?:tại|trong))(?!\\p{L}).*");
    private static final Pattern CREDIT =
            Pattern.compile("(?:^|[\\s(.])(?:ảnh|nguồn)\\s*:\\s*[^:]{1,40}$|\\(ảnh[^)]{0,40}\\)\\W*$", CASELESS);
    private static final PrefilteredPattern CREDITED = PrefilteredPattern.caseless("ảnh|nguồn");
    /** The head of an official letter: who writes, the number, place and day. */
    private static final Pattern LETTERHEAD = Pattern.compile(
            "(?:[UỦ][YỶ] BAN|UBND|MTTQ|ĐẢNG|HỘI|BAN|CÔNG AN|CỘNG H(?:ÒA|OÀ))(?: [\\p{Lu}\\d.–-]{1,12}){1,10}"
                    + "|Số\\s?:\\s?\\d{0,5}\\s?[/-].{1,40}|[\\p{L} ]{2,30}, ngày \\d{1,2} tháng \\d{1,2} năm \\d{4}");

    private static final int LONGEST_CAPTION = 250;

    private static final Pattern SIGNED = Pattern.compile(
            "^(?:tin(?:,| và|/| -)? ?ảnh|tin(?: bài)?|t/h|bài(?:,| và)? ?ảnh|bài(?: viết)?|tác giả|nguồn(?:"
                    + " tin)?|người viết|thực hiện|biên tập|ban biên"
                    + " tập|bbt|pv|btv|ctv)\\s*[:/–-].*|^(?:theo|nguồn)\\s[\\p{L}.]+(?:\\s[\\p{L}.]+){0,3}$|^(?:btv|pv|bbt)\\s.*",
            CASELESS);
    private static final Pattern NAME_AND_OFFICE =
            Pattern.compile("^\\(?\\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*){1,3}\\)?(?:\\.|,.*|\\s?[-–/(].*)?$");
    private static final int LONGEST_BYLINE = 90;
    private static final int LAST_PARAGRAPHS = 3;

    private static final PrefilteredPattern SET_BEGINNING = PrefilteredPattern.caseless(
            "(?:kính (?:gửi|thưa|chào)|xin chào|chào mừng (?:quý|bạn đọc|các bạn)|theo đề nghị của(?= [^.;]{1,100}[,;.]?$)|căn cứ(?= [^;]{1,200};$)|vậy,? [^.;]{1,80} thông báo [^.;]{1,120} được biết|thưa (?:toàn thể|các|quý|đồng bào|bà con)|xin (?:(?:chân thành|trân trọng) )?cảm ơn(?=\\W*$)|rất mong|một lần nữa,? (?:xin|trân trọng|chân thành)|nhận được (?:công văn|thông báo|văn bản|kế hoạch) này|biên bản (?:đã|được|này|lập|kết thúc)|(?:cuộc họp|buổi họp|biên bản)(?: được)? kết thúc(?= vào| hồi| lúc)|cùng đi (?:có|với)|nơi nhận|trân trọng(?= cảm ơn|(?: thông báo)?\\W*$)|lưu\\s?:\\s?vt|tm\\.|t/m|kt\\.|độc lập\\s*[-–—.]|cộng"
                    + " h(?:òa|oà) xã hội|lượt xem|xem thêm|xem chi tiết|mời xem|tin liên quan|các tin khác|tải (?:về|tài"
                    + " liệu|file|tệp)|file đính kèm|tệp đính kèm|từ khóa|tags?\\s?:|bản quyền|chia sẻ bài|gửi email|quét"
                    + " mã|qr code|ngày đăng|cập nhật\\s?:|tin phát (?:tiếp theo|lúc)|a[-+]? a|view count|copyright|©)(?!\\p{L})");
    /** The subject of a letter; its text says the same in a sentence, where it has one. */
    private static final PrefilteredPattern SUBJECT = PrefilteredPattern.caseless("(?:về việc|v/v) [^.;]{1,150}$");

    /** "Kính chào bà con, …": before the news itself. */
    private static final Pattern SALUTATION = Pattern.compile(
            "(?:kính (?:thưa|chào|gửi)|xin (?:kính )?chào|thưa)(?: (?:toàn thể|tất cả|các|quý|đồng bào|bà con|bạn|nhân dân|vị|phụ"
                    + " huynh|hội viên|cử tri|người dân)){1,6}[^,.:;!?]{0,40}[,!:]\\s+(?=\\p{L})",
            CASELESS);

    private static final PrefilteredPattern BUTTON =
            PrefilteredPattern.caseless("(?:chia sẻ|bình luận|in trang|tin khác|print|share)\\W*$");
    private static final PrefilteredPattern POINTER = PrefilteredPattern.caseless(
            "chi tiết (?:xem )?tại (?:đây|file|tệp)|tại (?:file|tệp) đính kèm|sẽ (?:tiếp tục )?(?:thông tin|cập nhật)(?: thêm| tiếp)?(?=\\W*$)|mời (?:quý vị|bạn đọc|độc giả)|đăng nhập"
                    + " để|https?://");

    /** Letters that no Vietnamese word has, but TCVN3 and VNI text taken for Latin-1 is full of. */
    private static final PrefilteredPattern STRANGE =
            PrefilteredPattern.of("[ÄÅÆÇËÎÏÑÖÛÜÞßäåæçëîïñöûüþÿµ¶·¸¹®¬¦§¨©ª«»¼½¾\uFFFD]", 0);

    private static final int MOST_SALUTATIONS = 3;
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_LETTERS = 8;

    private final Set<String> title;
    private final String author;
    private final int paragraphs;

    /** @param paragraphs how many the article has, the lead counted */
    Boilerplate(String title, String author, int paragraphs) {
        this.title = SummarySentence.words(title);
        this.author = author.strip();
        this.paragraphs = paragraphs;
    }

    /** Returns whether the line is boilerplate. */
    boolean holds(SummarySentence line) {
        return isWordless(line)
                || isGarbled(line)
                || repeatsTitle(line)
                || isByline(line)
                || LETTERHEAD.matcher(line.text()).matches()
                || CAPTION.matches(line.text())
                || isSetPhrase(line.text());
    }

    /** Returns whether a whole paragraph is the caption of a picture, recognised by its credit. */
    static boolean isCaption(List<String> paragraph) {
        int length = paragraph.stream().mapToInt(String::length).sum();
        return length <= LONGEST_CAPTION
                && paragraph.stream()
                        .anyMatch(line ->
                                CREDITED.isIn(line) && CREDIT.matcher(line).find());
    }

    /** Returns whether the line only says what a letter is about. */
    static boolean isSubject(SummarySentence line) {
        return SUBJECT.begins(line.text());
    }

    /** Returns a sentence without the salutation before it, if what follows tells a time or what happens. */
    static String withoutSalutation(String sentence) {
        String rest = sentence;
        Matcher salutation = SALUTATION.matcher(rest);
        for (int taken = 0; taken < MOST_SALUTATIONS && salutation.lookingAt(); taken++) {
            rest = rest.substring(salutation.end());
            salutation = SALUTATION.matcher(rest);
        }
        Set<Feature> told = rest.length() == sentence.length() ? Set.of() : Feature.of(rest);
        return told.contains(Feature.WHEN) || told.contains(Feature.DEADLINE)
                ? Character.toUpperCase(rest.charAt(0)) + rest.substring(1)
                : sentence;
    }

    private static boolean isSetPhrase(String text) {
        return SET_BEGINNING.begins(text) || BUTTON.begins(text) || POINTER.isIn(text);
    }

    private static boolean isWordless(SummarySentence line) {
        return letters(line.text()) < FEWEST_LETTERS || line.words().size() < FEWEST_WORDS;
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length() && letters < FEWEST_LETTERS; i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    private static boolean isGarbled(SummarySentence line) {
        if (!STRANGE.isIn(line.text())) {
            return false;
        }
        String[] words = line.text().split(" ");
        long strange = Stream.of(words).filter(STRANGE::isIn).count();
        return strange >= 2 && strange * 5 > words.length;
    }

    private boolean repeatsTitle(SummarySentence line) {
        Set<String> words = line.words();
        long shared = words.stream().filter(title::contains).count();
        return shared * 100 >= words.size() * 85L && words.size() <= title.size() * 1.3 + 2;
    }

    private boolean isByline(SummarySentence line) {
        if (line.paragraph() < paragraphs - LAST_PARAGRAPHS || line.text().length() > LONGEST_BYLINE) {
            return false;
        }
        return (!author.isEmpty() && line.text().startsWith(author))
                || SIGNED.matcher(line.text()).matches()
                || (line.isLastOfParagraph()
                        && NAME_AND_OFFICE.matcher(line.text()).matches()
                        && !line.features().contains(Feature.WHAT));
    }
}
