package vn.loa.command;

import java.util.Map;
import java.util.stream.Stream;

/** Tells answers that do what an intent asks for from others. */
final class IntentAnswers {
    /** How an answer begins that does what an intent asks for. */
    private static final Map<String, String> DONE = Map.ofEntries(
            Map.entry("latest", "Hiện chưa có tin nào|Tin mới nhất"),
            Map.entry(
                    "latest-period",
                    "Hiện chưa có tin nào|Tin mới nhất|Không có tin|Tin ngày|Những ngày ấy chưa có tin"),
            Map.entry("latest-of", "Hiện chưa có tin nào|Tin mới nhất|Không có tin"),
            Map.entry("search", "Không tìm thấy tin nào|Kết quả tìm"),
            Map.entry("follow", "Đã theo dõi|Sẽ gửi tin có"),
            Map.entry("follow-menu", "Đồng chí muốn theo dõi"),
            Map.entry("unfollow", "Đã thôi theo dõi|Không theo dõi mục nào tên"),
            Map.entry("unfollow-all", "Xin đồng chí chọn mục muốn thôi"),
            Map.entry("pause", "Đang tạm dừng"),
            Map.entry("pause-menu", "Lịch gửi tin"),
            Map.entry("resume", "Đã ghi nhận. Lịch gửi tin"),
            Map.entry("times", "Đã ghi nhận. Lịch gửi tin"),
            Map.entry("quiet", "Đã ghi nhận. Lịch gửi tin"),
            Map.entry("workdays", "từ thứ Hai đến thứ Sáu"),
            Map.entry("settings", "Cài đặt của cuộc trò chuyện"),
            Map.entry("times-menu", "Lịch gửi tin"),
            Map.entry("list", "Đang theo dõi"),
            Map.entry("sources", "Các nguồn tin"),
            Map.entry("help", "Đồng chí cần việc gì"),
            Map.entry("greeting", "Kính chào"),
            Map.entry("thanks", "không có gì"),
            Map.entry("acknowledge", "Xin đồng chí chọn"),
            Map.entry("report-today", "Không có tin nào được gửi"),
            Map.entry("report-yesterday", "Không có tin nào được gửi"),
            Map.entry("report-week", "Không có tin nào được gửi"),
            Map.entry("report-who-not", "Chưa có tin nào được gửi đi"),
            Map.entry("why", "Đồng chí nhận được tin vì"),
            Map.entry("announce", "Chưa có thông báo nào|Các thông báo gần đây"),
            Map.entry("offer", "Tôi chưa hiểu"));

    private IntentAnswers() {}

    static boolean does(String answer, String intent) {
        return Stream.of(DONE.get(intent).split("\\|")).anyMatch(answer::contains);
    }
}
