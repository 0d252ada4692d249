package vn.loa.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.Folding;
import vn.loa.text.privacy.PrivateData.Masks;

/**
 * Measures the processor time of summarising as a multiple of that of folding the same text, which goes over every
 * letter a few times. Both are measured in turns until the compiler makes them no quicker, and the quickest turn of each
 * counts, so that the machine and what else it does matter little. The first turns take three times as long.
 */
final class TextBenchmark {
    private static final double MOST = 25;
    /** So many turns without a quicker one show that the compiler has done its work. */
    private static final int TURNS_WITHOUT_GAIN = 12;

    private static final int MOST_TURNS = 200;
    private static final int PARAGRAPHS = 8;
    private static final double MIB = 1 << 20;
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final List<String> SENTENCES = List.of(
            "Sáng %d/9, Ủy ban MTTQ Việt Nam xã tổ chức hội nghị triển khai cuộc vận động xây dựng nếp sống văn minh.",
            "Dự hội nghị có đồng chí Bí thư Đảng ủy, lãnh đạo HĐND, UBND xã cùng %d đại biểu các thôn, tổ dân phố.",
            "Theo kế hoạch, từ nay đến cuối năm xã sẽ sửa chữa %d km đường và trồng thêm cây xanh dọc hai bên.",
            "Ông Trưởng ban cho biết: “Bà con góp được %d triệu đồng, còn thiếu thì xã hỗ trợ phần vật liệu”.",
            "Trong đó, nhiều hộ tự nguyện lùi tường rào để mở rộng ngõ; %d hộ khác nhận chăm sóc bồn hoa.",
            "Tuy nhiên, việc thu gom rác ở %d điểm tập kết vẫn chậm vì xe chuyên dụng phải sửa chữa lâu ngày.",
            "Người dân có ý kiến xin gửi về bộ phận một cửa trước ngày %d tháng 10 để được xem xét, giải quyết.",
            "Kết thúc buổi làm việc, các đơn vị thống nhất giao ban vào thứ hai hằng tuần và báo cáo trước %d giờ.");

    private final int articles;
    private final Consumer<Figure> tell;

    /**
     * Prepares the measurement.
     *
     * @param articles how many are summarized each time, at least 1
     * @param tell receives the figure
     */
    TextBenchmark(int articles, Consumer<Figure> tell) {
        this.articles = articles;
        this.tell = tell;
    }

    void run() {
        List<ArticleContent> read =
                IntStream.range(0, articles).mapToObj(TextBenchmark::article).toList();
        Summarizer summarizer = new Summarizer(SummaryLimits.ofAnnouncement(), new Masks("…", "…", "…", "…", "…", "…"));
        double folding = Double.MAX_VALUE;
        double summarizing = Double.MAX_VALUE;
        int last = TURNS_WITHOUT_GAIN;
        for (int turn = 0; turn < last; turn++) {
            folding = Math.min(folding, seconds(read, each -> each.paragraphs().forEach(Folding::fold)));
            double taken = seconds(read, each -> summarizer.summarize(each, ZONE));
            last = taken < summarizing ? Math.min(MOST_TURNS, turn + 1 + TURNS_WITHOUT_GAIN) : last;
            summarizing = Math.min(summarizing, taken);
        }
        figure(summarizing / folding, summarizing * MIB / size(read));
    }

    private void figure(double ratio, double perMebibyte) {
        tell.accept(new Figure(
                "summarizing to folding the same text",
                String.format(Locale.ROOT, "%.1f (%.2f s of a processor a MiB)", ratio, perMebibyte),
                String.format(Locale.ROOT, "at most %.0f", MOST),
                ratio <= MOST));
    }

    private static double seconds(List<ArticleContent> articles, Consumer<ArticleContent> step) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        articles.forEach(step);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static long size(List<ArticleContent> articles) {
        return articles.stream()
                .flatMap(article -> article.paragraphs().stream())
                .mapToLong(paragraph -> paragraph.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static ArticleContent article(int number) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i < PARAGRAPHS; i++) {
            paragraphs.add(sentence(number + i, i) + " " + sentence(number + 3 * i + 1, i + number) + " "
                    + sentence(number + 5 * i + 2, 2 * i + number));
        }
        return new ArticleContent(
                "Xã triển khai đợt chỉnh trang thứ " + number,
                Published.at(Instant.EPOCH, Precision.DAY),
                "",
                paragraphs,
                "",
                "",
                Optional.empty(),
                List.of());
    }

    private static String sentence(int which, int number) {
        return String.format(Locale.ROOT, SENTENCES.get(which % SENTENCES.size()), 1 + number % 28);
    }
}
