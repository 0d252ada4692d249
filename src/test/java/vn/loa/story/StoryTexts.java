package vn.loa.story;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import vn.loa.model.ArticleContent;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.store.article.NewArticle;

/** A story as portals publish it. */
public final class StoryTexts {
    private static final List<String> BODY = List.of(
            "Theo báo cáo tại hội nghị, xã Phú Xuyên đã vận động được 742 triệu đồng, xây mới 12 căn nhà Đại đoàn kết và"
                    + " trao 318 suất quà cho hộ nghèo trong dịp Tết vừa qua.",
            "Đồng chí Nguyễn Thị Lan, Chủ tịch Ủy ban MTTQ xã, đề nghị các thôn Cổ Trai, Nam Quất công khai danh sách hỗ"
                    + " trợ tại nhà văn hóa trước ngày 15/12 để Nhân dân theo dõi, góp ý.");

    private StoryTexts() {}

    /** Returns the story as this source tells it, under a title and lead of its own. */
    public static NewArticle story(String sourceId, int number) {
        return article(sourceId, number, BODY);
    }

    /** Returns another story of this source. */
    public static NewArticle other(String sourceId, int number) {
        return article(
                sourceId,
                number,
                List.of(
                        "Sáng 8/3, trường Tiểu học Tri Thủy khánh thành thư viện xanh với 2.400 đầu sách do cựu học sinh"
                                + " gửi tặng; thầy Phạm Văn Khôi mong các em đọc ít nhất 20 phút mỗi ngày và giữ sách sạch đẹp."));
    }

    private static NewArticle article(String sourceId, int number, List<String> body) {
        String title = "Tin " + number + " của " + sourceId;
        ArticleContent content = new ArticleContent(
                title,
                Published.unknown(),
                "Tin từ cơ sở, bài của " + sourceId + ".",
                body,
                "",
                "",
                Optional.empty(),
                List.of());
        return new NewArticle(
                sourceId + "#" + number,
                sourceId,
                title,
                URI.create("https://" + sourceId + ".gov.vn/" + number),
                content,
                new Summary(List.of(), Optional.empty()),
                "",
                "");
    }
}
