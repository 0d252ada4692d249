package vn.loa.portal.generic.block;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.text.pattern.PrefilteredPattern;

/** Recognises sentences, and the labels, buttons and credits that sites put between them. */
public final class LinePatterns {
    /** Boilerplate is short; a longer line is read by nobody as a label. */
    private static final int LONGEST_BOILERPLATE = 300;

    private static final int WORDS_OF_OFFICE = 4;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final PrefilteredPattern BOILERPLATE = anyOf(
            "(the )?(post )?advertisements?( - scroll to continue)?|advertising|sponsored( content)?|anzeige|werbung"
                    + "|publicidad|publicité|pubblicità|quảng cáo|ad",
            "(story|article|content|post)s? continues? (below|after).{0,60}",
            "(share|tweet|email|print|copy link|save|pin( it)?|reddit|linkedin|facebook|twitter|whatsapp|telegram"
                    + "|messenger|zalo|flipboard|pinterest|pocket|x|comments?|reply|like|follow|subscribe|listen"
                    + "|download|advertise|home|menu|search|close|loading|next|previous|back to top|top|gallery"
                    + "|bookmark|report|more|show more|load more|read more|view comments|video|photos?|image)"
                    + "[.:…]{0,3}",
            "(share|tweet) (this|on|via|to|with)\\b.{0,60}",
            "share( this)?( (article|story|post|page))?( on| via)?:?.{0,40}",
            "(please )?(follow|like|join|find|connect with) (us|me|@?\\w+( \\w+){0,3}) (on|in|at|via)\\b.{0,120}",
            "(click|tap) (here|on|to)\\b.{0,120}",
            "(sign|log) (up|in|on)\\b.{0,160}",
            "(subscribe|register)\\b.{0,160}(newsletter|inbox|channel|e-?mail|alerts?|podcast|today|now|here).{0,60}",
            "get (the|our|all|more|breaking|daily)\\b.{0,120}(newsletter|inbox|e-?mail|alerts?|app)\\b.{0,60}",
            "(download|get) (the|our) .{0,40}\\bapp\\b.{0,80}",
            "(copyright|©|\\(c\\)|bản quyền).{0,200}",
            "(tags?|topics?|filed under|posted (in|under)|categor(y|ies)|keywords|related topics|more on this story"
                    + "|từ khóa|từ khoá|thẻ|chuyên mục|schlagwörter|mots-clés|etiquetas) ?:.{0,200}",
            "tags|topics|filed under|từ khóa|từ khoá|more on this story|most read|most popular|trending( now)?"
                    + "|editors?['’]?s? picks?|related topics",
            "\\d+ (comments?|shares?|views?|likes?|replies|bình luận|lượt xem)",
            "(leave a|post a|add a|write a) (comment|reply)\\b.{0,60}|no comments( yet)?|comments? (are )?closed.{0,40}"
                    + "|join the (conversation|discussion).{0,60}",
            "\\d+[- ]?min(ute)?s? (read|listen)|(estimated )?reading time:?.{0,20}|read time:?.{0,20}",
            "(image|photo|picture|photograph|video)s? ?(source|credits?|caption|copyright|courtesy|by)\\b.{0,120}",
            "(photo|image|photos|images|credit|picture|ảnh|foto|fotos|bild|crédit photo) ?[:/©].{0,120}",
            "(get in touch|contact) .{0,80}(e-?mail|news team|newsdesk|@).{0,120}|for more stories like this.{0,80}"
                    + "|(our|the) standards: .{0,80}|this (article|story) was (originally|first) published.{0,120}"
                    + "|have (you got )?a (story|tip|question).{0,160}|do you have a (story|tip).{0,160}",
            "(published|updated|last updated|posted|first published|last modified|modified|cập nhật|ngày đăng|đăng ngày"
                    + "|thời gian đăng|ngày cập nhật)\\b.{0,60}",
            "(lượt xem|số lượt xem|view count|views?|luot xem|đã xem) ?:.{0,40}",
            "(chia sẻ|bình luận|in trang|bản in|in bài viết|gửi email|lưu bài|quay lại|trở về|về đầu trang|đọc tiếp"
                    + "|xem tiếp|nghe bài viết|phản hồi|thích|theo dõi|tải về|sao chép link|in|gửi)"
                    + "( (bài viết|tin|trang|lên|qua)( này)?)?( (facebook|zalo|twitter))?[:…]?",
            "(trang (chủ|nhất)|home) ?[/»›>|] ?[^.!?]{0,280}",
            "(lên )?đầu trang|trang (chủ|trước|sau)|về trang (chủ|trước)|quét mã qr.{0,60}",
            "(tải về|tải xuống|download|(tệp|file|tài liệu|văn bản)( tin)? (đính kèm|kèm theo))( tại đây)?"
                    + " ?:( ?[^ ]{1,80}\\.(pdf|docx?|xlsx?|pptx?|zip|rar))?",
            "(chia sẻ|share)( bài viết| tin| tin bài| trang)?( này)?( lên| qua)? ?:(( ?[,|/-])?"
                    + " ?(facebook|fb|f|zalo|twitter|e-?mail|messenger|print|in|linkedin|google|x)){0,8}",
            "trang ?:? ?\\d{1,3}[ \\d/|»>…]{0,40}|page \\d{1,3} of \\d{1,3}",
            "tổng số điểm của bài viết là.{0,80}|click để đánh giá bài viết.{0,20}|xếp hạng ?:.{0,60}"
                    + "|đánh giá ?: ?[\\d★☆].{0,40}|bạn (có|đã|thấy) .{0,20}(bài viết|nội dung|thông tin|trang) này.{0,30}\\?"
                    + "|(bài viết|nội dung|thông tin|trang)( này)? có (hữu|giúp) ích.{0,40}\\?"
                    + "|ý kiến bạn đọc.{0,40}|đánh giá bài viết.{0,40}",
            "((chú ý|lưu ý|ghi chú) ?: ?)?(việc (đăng lại|sao chép|trích dẫn)|(yêu cầu |vui lòng |đề nghị )?ghi rõ nguồn).{0,240}",
            "(posted|đăng) (in|trong).{0,80}|bài viết này được đăng trong.{0,120}",
            "a ?[-–] ?a ?a? ?\\+.{0,80}|tăng tương phản.{0,60}",
            "\\d{1,2}[:.h]\\d{2}( ?(am|pm|gmt|bst|est|et|uhr|h))?|\\d{1,3} (min|mins|minutes?|hours?|hrs?|days?) ago",
            "(đang tải|loading).{0,60}(vui lòng|please|giây|\\.\\.\\.|…).{0,60}",
            "theo dõi .{2,60} trên( (google news|facebook|zalo|youtube|tiktok)).{0,60}");

    /** Words in lines that begin with anything; {@link #ENDING} says where. */
    private static final PrefilteredPattern CREDIT = anyOf(
            "all rights reserved",
            "getty images|shutterstock|istock",
            "\\((photo|picture|image|pic|ảnh|foto|bild|photograph)");

    private static final Pattern ENDING = Pattern.compile(
            ".{0,120}all rights reserved.{0,80}"
                    + "|.{0,60}(getty images|shutterstock|istock(photo)?)( ?/.{0,40})?"
                    + "|.{0,280}\\((photo|picture|image|pic|ảnh|foto|bild|photograph)s?( by| credit)? ?[:/] ?[^)]{1,80}\\)",
            FLAGS);

    private static final PrefilteredPattern POINTER = anyOf(
            "(?:[>»►▶→•+-]{1,4}\\s{0,4})?((read|see|watch|listen|check out|click|view|learn|find out|discover|explore)\\b( it| this| that| also| more"
                    + "| next| now| the| our| full| on| all){0,8}|also read|don['’]?t miss|related( stories| articles| posts"
                    + "| content| video| coverage| links?)?|recommended|more( on| from| about| news| stories| coverage"
                    + "| like this)?|up next|trending|you (may|might)( also)? (like|enjoy|be interested).{0,20}"
                    + "|what to read next|further reading|in (other|related) news|in case you missed it|must[ -]read"
                    + "|editor['’]?s? (pick|choice)s?|keep reading|xem thêm|đọc thêm|mời (quý )?(bạn đọc|độc giả).{0,20}"
                    + "|>+|»|►|▶|→|tin liên quan|bài liên quan|tin bài liên quan|có thể bạn quan tâm|lesen sie( auch)?"
                    + "|mehr( zum thema| dazu)?|lire aussi|à lire( aussi)?|voir aussi|lea también|le puede interesar"
                    + "|leggi anche|leia (também|mais)|zum thema|auch interessant|siehe auch|te puede interesar)"
                    + "\\b ?[:>\\-–—|»]?.{0,180}");

    private static final PrefilteredPattern RELATED_HEADING = anyOf(
            "(related|recommended|more|similar|other|popular|latest|top|recent|trending|featured|most)( \\w+){0,2}"
                    + " (stories|articles|posts|news|content|reading|links|topics|coverage|headlines|videos|read)",
            "(more|read more|also) (from|on|in|about|by) .{1,60}|related|recommended( for you)?|read next|up next|keep reading"
                    + "|you (may|might)( also)? (like|enjoy|be interested).{0,20}|what to read next|see also|see more"
                    + "|trending( now)?|most (read|popular|viewed)|don['’]?t miss|editors?['’]?s? picks?",
            "(about|meet) the (authors?|writers?)|về tác giả|author bio|(leave|post|write) a (comment|reply).{0,20}"
                    + "|(\\d+ )?(comments?|responses?|replies|thoughts on.{0,120})( \\(\\d+\\))?"
                    + "|join the (conversation|discussion)|reader comments|share this.{0,30}|follow us.{0,40}",
            "(các )?(tin|bài|bài viết|tin tức|tin bài|thông tin|nội dung)( viết)? (?!(mới|nổi bật)( nhất)? (của|về"
                    + "|trong (?!ngày|tuần|tháng|năm))\\b)(liên quan|khác|cùng chuyên mục"
                    + "|mới nhất|mới hơn|cũ hơn|đã đưa|đã đăng|mới|nổi bật|cùng loại|cùng chủ đề|cùng mục|tiêu điểm|đọc nhiều|xem nhiều).{0,20}",
            "các (tin|bài)( tức| viết)? (khác|liên quan|đã đưa|mới).{0,20}|những tin (mới|cũ) hơn|tin mới( nhất)?"
                    + "|đọc nhiều( nhất)?|xem nhiều( nhất)?|cùng chuyên mục|có thể bạn quan tâm|ý kiến bạn đọc"
                    + "|bình luận|chủ đề liên quan|văn bản liên quan|bài đọc nhiều.{0,20}|(\\d+ )?nhận xét( \\(\\d+\\))?"
                    + "|(gửi |viết )?(ý kiến|bình luận)( của| phản hồi)?( bạn| bạn đọc| độc giả)?( \\(\\d+\\))?|góp ý bài viết|thăm dò( dư luận| ý kiến)?.{0,20}|mới nhất từ .{2,40}",
            "lesen sie auch|mehr zum thema|das könnte sie auch interessieren|à lire aussi|sur le même sujet"
                    + "|te puede interesar|noticias relacionadas|leggi anche|leia também|kommentare|commentaires");

    private static final PrefilteredPattern NEWS_HEADING = anyOf(
            "(văn bản|thông báo|tin tức|tin|bài|hình ảnh|video|ảnh|sự kiện|lịch|chuyên mục|thư viện|album)( (chỉ đạo|điều"
                    + " hành|pháp luật|quy phạm|hành chính|ảnh|video|hoạt động|sự kiện|nổi bật|mới|quan trọng|tiêu điểm|nhanh))*"
                    + "( (mới|mới nhất|nổi bật|tiêu điểm|ban hành|đọc nhiều|xem nhiều|khác))?",
            "gương (điển hình|người tốt.{0,12})|học tập và làm theo.{0,40}|cải cách hành chính|chuyển đổi số");
    private static final PrefilteredPattern SERVICE_HEADING = anyOf(
            "hỏi đáp|hỏi - đáp|góp ý|thư góp ý|đường dây nóng|liên kết( website| web| trang| hữu ích)?|thời tiết|tiện ích|tỷ"
                    + " giá|giá vàng|thăm dò( ý kiến| dư luận)?|thống kê( truy cập)?|lượt truy cập|quảng cáo|dịch vụ công( trực"
                    + " tuyến)?|lịch (công tác|tiếp (công )?dân|làm việc)|danh mục|video clip|đăng nhập|tìm kiếm|bản"
                    + " đồ|thủ tục hành chính|dành cho (công dân|doanh nghiệp).{0,20}");
    private static final PrefilteredPattern UNIT_HEADING = anyOf(
            "((ban|thường trực|đồng chí) )?lãnh đạo( (tỉnh|huyện|xã|phường|đặc khu|ubnd|hđnd|đảng ủy|sở|cơ quan|qua các"
                    + " thời kỳ))*",
            "giới thiệu( chung| (xã|phường|tỉnh|cơ quan)( .{1,20})?)?|(cơ cấu )?tổ chức bộ máy|bộ máy.{0,20}|câu hỏi thường"
                    + " gặp");

    private static final int LONGEST_HEADING = 60;
    private static final PrefilteredPattern COMMENTS = anyOf(
            "(\\d+ )?(ý kiến|bình luận|nhận xét|phản hồi|comments?|responses?|thảo luận)( của| phản hồi)?( bạn đọc| độc giả| người đọc| mới nhất)? ?(\\(\\d+\\))? ?:?");

    private static final PrefilteredPattern ON_BEHALF = anyOf("(tm|kt|tl|tuq|t/m|k/t|t/l)([./\\s].*)?");
    private static final PrefilteredPattern OFFICE = anyOf(
            "(phó |quyền |q\\. ?)?(tổng )?(chủ tịch|chủ nhiệm|bí thư|giám đốc|chánh (văn phòng|thanh tra))\\b.*",
            "(phó )?((tổ|hội|hiệu|thủ|cục|chi cục|bộ|thứ|viện|đội|trạm|chỉ huy) )?trưởng\\b.*");
    private static final PrefilteredPattern LEADING_ON = anyOf(
            "(mời )?(xem|đọc|tham khảo)( thêm)? ?:?( (các|những|một số))?( (tin|bài)( viết| bài| tức)?)?( (liên quan|khác"
                    + "|cùng chuyên mục|cùng chủ đề))? ?:");

    private static final PrefilteredPattern WHEN =
            anyOf("(thời gian|bắt đầu|khai mạc|ngày giờ|giờ|thời điểm)( tổ chức| họp| bắt đầu)? ?: ?.*");

    private LinePatterns() {}

    public static boolean endsLikeASentence(String text) {
        int i = text.length() - 1;
        while (i >= 0 && "\"'”’»)]\u00a0 \t\r\n".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i >= 0 && ".!?…:;。！？/".indexOf(text.charAt(i)) >= 0;
    }

    static int commas(String text) {
        int commas = 0;
        for (int i = 0; i < text.length(); i++) {
            commas += ",،、，;".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        return commas;
    }

    /**
     * Returns whether a line is a label, a button, a credit line or an invitation: never a part of an article's text.
     */
    public static boolean isBoilerplate(String line) {
        if (line.length() > LONGEST_BOILERPLATE) {
            return false;
        }
        String bare = withoutBrackets(line);
        return BOILERPLATE.matches(bare) || endsInCredit(bare);
    }

    private static boolean endsInCredit(String line) {
        return CREDIT.isIn(line) && ENDING.matcher(line).matches();
    }

    /** Portals put buttons into brackets: "[In trang]". */
    private static String withoutBrackets(String line) {
        boolean bracketed = line.length() > 2 && line.startsWith("[") && line.endsWith("]");
        return bracketed ? line.substring(1, line.length() - 1).strip() : line;
    }

    /** Returns whether a line is a "Read also: …", which is boilerplate only when it is linked. */
    public static boolean isPointer(String line) {
        return line.length() <= LONGEST_BOILERPLATE && POINTER.matches(line);
    }

    /** Returns whether a line is the heading of a list of other articles, or of what comes after an article. */
    public static boolean isRelatedHeading(String line) {
        String bare = line.endsWith(":") ? line.substring(0, line.length() - 1).trim() : line;
        return bare.length() <= LONGEST_BOILERPLATE && RELATED_HEADING.matches(bare);
    }

    /** Returns whether a line announces links to other articles, and says nothing itself. */
    public static boolean leadsOn(String line) {
        return line.length() <= LONGEST_HEADING && (LEADING_ON.matches(line) || isRelatedHeading(line));
    }

    /** Returns whether a line is the heading of a box that portals have beside their articles. */
    public static boolean isSideHeading(String line) {
        return line.length() <= LONGEST_HEADING && (NEWS_HEADING.matches(line) || SERVICE_HEADING.matches(line));
    }

    /** Returns whether a line is the heading of a box of services, or of the people and parts of an office. */
    public static boolean isServiceHeading(String line) {
        return line.length() <= LONGEST_HEADING && (SERVICE_HEADING.matches(line) || UNIT_HEADING.matches(line));
    }

    /** Returns whether a line is the heading of what readers have written. */
    public static boolean isCommentsHeading(String line) {
        return line.length() <= LONGEST_HEADING && COMMENTS.matches(line);
    }

    /** Returns whether a line begins like that of a notice which tells when something will be: {@code Thời gian: …}. */
    public static boolean tellsWhen(String line) {
        return line.length() <= LONGEST_BOILERPLATE && WHEN.matches(line);
    }

    /** Returns whether a line is the office that signs a document: {@code KT. CHỦ TỊCH}; the caption of a picture is longer. */
    public static boolean isOffice(String line) {
        boolean apart = line.equals(line.toUpperCase(Locale.ROOT)) || line.split(" ").length <= WORDS_OF_OFFICE;
        return line.length() <= LONGEST_HEADING && (ON_BEHALF.matches(line) || (apart && OFFICE.matches(line)));
    }

    private static PrefilteredPattern anyOf(String... alternatives) {
        return PrefilteredPattern.of("(?:" + String.join(")|(?:", alternatives) + ")", FLAGS);
    }
}
