package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.NumberedMenus;
import vn.loa.command.RunningProgram;
import vn.loa.command.SourceOperations;
import vn.loa.model.Access;
import vn.loa.model.Bot;
import vn.loa.model.HealthIndicator;
import vn.loa.model.Media;
import vn.loa.phrases.Phrases;

/** A preview with numbers is shown only by the node that will hear the number. */
class UploadPreviewTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private UploadPreview preview;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, CommandHarness.OPERATOR);
        desk.alone("1").says("/start");
        desk.waitingNotices();
        preview = new UploadPreview(
                desk.router,
                new NumberedMenus(Phrases.vietnamese(), () -> desk.now),
                desk.notices,
                desk.storage.operators(),
                Phrases.vietnamese());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private record Node(boolean showsButtons, boolean runs) implements RunningProgram {
        @Override
        public boolean showsButtons(Bot bot) {
            return showsButtons;
        }

        @Override
        public boolean runsHere(Bot bot) {
            return runs;
        }

        @Override
        public SourceOperations sources() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<HealthIndicator> health() {
            return List.of();
        }

        @Override
        public Optional<String> botName(Bot bot) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> fetch(Media.Kept file) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> backUp() {
            return Optional.empty();
        }

        @Override
        public boolean sendsPictures(Bot bot) {
            return false;
        }
    }

    private String shown(Node node) {
        preview.show(CommandHarness.OPERATOR, node);
        List<String> shown =
                desk.waitingNotices().stream().map(each -> each.text().text()).toList();
        assertThat(shown).hasSize(1);
        return shown.get(0);
    }

    @Test
    void a_node_that_does_not_hear_the_number_says_how_to_ask_for_the_preview() {
        assertThat(shown(new Node(false, false))).contains("Nhắn /nhap tệp để xem trước");
    }

    @Test
    void a_node_that_hears_the_number_shows_the_preview() {
        assertThat(shown(new Node(false, true))).doesNotContain("Nhắn /nhap tệp để xem trước");
    }

    @Test
    void a_node_whose_preview_has_buttons_shows_it_whoever_hears_them() {
        assertThat(shown(new Node(true, false))).doesNotContain("Nhắn /nhap tệp để xem trước");
    }
}
