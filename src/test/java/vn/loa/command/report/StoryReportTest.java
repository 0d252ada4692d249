package vn.loa.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.Attachment;
import vn.loa.model.Button;
import vn.loa.model.Priority;
import vn.loa.store.LedgerRow;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.StoryCopy;
import vn.loa.store.article.StoryStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.StorySkipStore;
import vn.loa.store.document.AttachmentStore;
import vn.loa.store.document.StoredAttachment;
import vn.loa.story.StoryTexts;

/** What operators see of articles that were taken for one story, and how they part them. */
class StoryReportTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice group;
    private Article first;
    private Article copy;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        group = desk.admin("7", "-100");
        group.says("/theodoi tất cả");
        first = told(StoryTexts.story("tinh", 1));
        copy = told(StoryTexts.story("xa", 2));
        StoryCopy found = new StoryCopy(copy.id(), first.id(), first.id(), 93, 13, 12, Optional.empty());
        new StoryStore(desk.database).join(found, desk.now);
        new StorySkipStore(desk.database).skip(found, desk.now);
    }

    private Article told(NewArticle article) {
        Article added = new ArticleStore(desk.database).add(article, desk.now);
        new DeliveryStore(desk.database).enqueueArticle(added.id(), Priority.ORDINARY, desk.now);
        return added;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private int waiting() {
        return LedgerRow.latest(desk.database, group.chat().id(), 10).size();
    }

    private static Button.Action parting(Reply report) {
        return CommandHarness.buttons(report.messages().get(0)).get(0);
    }

    @Test
    void the_report_of_an_article_tells_why_another_was_taken_for_the_same_story() {
        assertThat(text(operator.says("/baocao bài")))
                .contains("Cũng đăng tại https://xa.gov.vn/2 với tiêu đề \"Tin 2 của xa\"")
                .contains(
                        "93% câu chữ trùng nhau và 12/13 số liệu, tên riêng giống nhau; không gửi lại cho 1 nơi nhận");
    }

    @ParameterizedTest
    @CsvSource({"HOST, cổng bận", "READER, Loa bận đọc các tệp khác"})
    void the_report_names_a_file_that_was_never_read_and_what_kept_it_from_its_turn(
            AttachmentStore.Wait keptBy, String told) {
        AttachmentStore attachments = desk.storage.attachments();
        attachments.list(
                first.id(),
                List.of(new Attachment("Kế hoạch 27", URI.create("https://tinh.gov.vn/27.pdf"))),
                false,
                desk.now);
        StoredAttachment file = attachments.of(first.id()).get(0);
        attachments.putOff(file, keptBy, desk.now, desk.now);
        assertThat(text(operator.says("/baocao bài"))).doesNotContain("Kế hoạch 27");
        attachments.neverCameToItsTurn(attachments.of(first.id()).get(0), keptBy);
        assertThat(text(operator.says("/baocao bài")))
                .contains("tệp \"Kế hoạch 27\": từ 9/3/2026 17:00", "xin đồng chí mở tệp", told);
    }

    @Test
    void an_operator_parts_the_two_by_a_button_and_the_copy_is_told_after_all() {
        Button.Action part = parting(operator.says("/baocao bài"));
        assertThat(part.label()).isEqualTo("✂️ Tách: Tin 2 của xa");
        assertThat(text(operator.presses(part.data()))).contains("Đã tách \"Tin 2 của xa\"", "tới 1 nơi nhận");
        assertThat(waiting()).isEqualTo(2);
        assertThat(text(operator.presses(part.data()))).contains("không còn hiệu lực");
        assertThat(waiting()).isEqualTo(2);
        assertThat(text(operator.says("/nhatky"))).contains("tách tin trùng – https://xa.gov.vn/2");
        Reply report = operator.presses("baocao:" + first.id());
        assertThat(text(report)).contains("(Đã tách lúc ");
        assertThat(CommandHarness.buttons(report.messages().get(0))).isEmpty();
        assertThat(text(operator.presses("baocao:" + copy.id())))
                .contains("Được coi là cùng một tin với \"Tin 1 của tinh\"");
    }

    @Test
    void nobody_else_parts_anything() {
        Button.Action part = parting(operator.says("/baocao bài"));
        group.presses(part.data());
        assertThat(waiting()).isEqualTo(1);
        assertThat(text(operator.presses("baocao:tach 999"))).contains("không còn hiệu lực");
    }
}
