package vn.loa.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.PersonId;

class WebLoginsTest {
    private static final URI WEB = URI.create("https://loa.example.vn");
    private static final ChatAddress ALONE = ChatAddress.of(CommandHarness.BOT, "1");
    private static final PersonId OTHER = CommandHarness.person("2");

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private WebLogins logins;
    private WebFiles files;

    @BeforeEach
    void open() {
        desk = new CommandHarness(WEB, folder, Access.OPEN, CommandHarness.OPERATOR);
        logins = desk.logins;
        files = logins.files(desk.storage.files());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static String token(Optional<URI> link, String path) {
        String address = link.orElseThrow().toString();
        assertThat(address).startsWith(WEB + path + "?token=").matches(".*=[A-Za-z0-9_-]{43}");
        return address.replaceFirst(".*=", "");
    }

    @Test
    void a_link_begins_one_session_which_ends_with_its_life_or_when_the_person_wants() {
        String link = token(logins.link(CommandHarness.OPERATOR, ALONE), "/web/login");
        WebLogins.Session session = logins.begin(link).orElseThrow();
        assertThat(session.person()).isEqualTo(CommandHarness.OPERATOR);
        assertThat(session.chat()).isEqualTo(ALONE);
        assertThat(session.toString()).doesNotContain(session.token());
        assertThat(logins.begin(link)).as("the same link again").isEmpty();
        assertThat(logins.session(session.token())).contains(session);
        assertThat(session.formToken()).isNotEqualTo(session.token());
        desk.now = CommandHarness.NOW.plus(WebLogins.SESSION_LIFE);
        assertThat(logins.session(session.token())).isEmpty();
        desk.now = CommandHarness.NOW;
        logins.end(session);
        assertThat(logins.session(session.token())).isEmpty();
    }

    @Test
    void a_link_that_is_old_guessed_or_of_somebody_who_is_no_operator_begins_nothing() {
        String late = token(logins.link(CommandHarness.OPERATOR, ALONE), "/web/login");
        String other = token(logins.link(OTHER, ALONE), "/web/login");
        assertThat(logins.begin("guess")).isEmpty();
        assertThat(logins.begin(other)).isEmpty();
        desk.now = CommandHarness.NOW.plus(WebLogins.LINK_LIFE);
        assertThat(logins.begin(late)).isEmpty();
    }

    @Test
    void a_backup_is_handed_out_once_and_to_operators_only() {
        Path backup = folder.resolve("b.db");
        String link = token(logins.backupLink(CommandHarness.OPERATOR, backup), "/web/backup");
        String other = token(logins.backupLink(OTHER, backup), "/web/backup");
        assertThat(logins.backup(other)).isEmpty();
        assertThat(logins.backup(link).orElseThrow().file()).isEqualTo(backup);
        assertThat(logins.backup(link)).isEmpty();
    }

    @Test
    void a_file_is_handed_out_once_within_its_time() {
        Media.Made table = new Media.Made(Media.Kept.Form.DOCUMENT, "tin.csv", new byte[] {1, 2});
        String link = token(files.link(CommandHarness.OPERATOR, table), WebFiles.PATH);
        String late = token(files.link(CommandHarness.OPERATOR, table), WebFiles.PATH);
        assertThat(files.take(link)).contains(table);
        assertThat(files.take(link)).isEmpty();
        desk.now = CommandHarness.NOW.plus(WebFiles.LINK_LIFE);
        assertThat(files.take(late)).isEmpty();
    }

    @Test
    void a_file_is_taken_once_by_a_link_and_kept_for_the_operator_who_got_it() {
        String link = token(files.uploadLink(CommandHarness.OPERATOR), WebFiles.UPLOAD_PATH);
        String other = token(files.uploadLink(OTHER), WebFiles.UPLOAD_PATH);
        assertThat(files.isExpected(link)).isTrue();
        assertThat(files.isExpected("guess")).isFalse();
        assertThat(files.received(CommandHarness.OPERATOR)).isEmpty();
        assertThat(files.receive(other, new byte[] {9})).isEmpty();
        assertThat(files.receive(link, new byte[] {3, 4})).contains(CommandHarness.OPERATOR);
        assertThat(files.receive(link, new byte[] {5})).isEmpty();
        assertThat(files.isExpected(link)).isFalse();
        assertThat(files.received(CommandHarness.OPERATOR).orElseThrow()).containsExactly(3, 4);
        assertThat(files.received(OTHER)).isEmpty();
    }

    @Test
    void without_an_address_there_are_no_links() {
        WebLogins nowhere = new WebLogins(
                desk.storage.logins(), desk.roles, Optional.empty(), () -> desk.now, new java.util.Random(1));
        assertThat(nowhere.link(CommandHarness.OPERATOR, ALONE)).isEmpty();
        assertThat(nowhere.backupLink(CommandHarness.OPERATOR, folder)).isEmpty();
        assertThat(nowhere.files(desk.storage.files()).uploadLink(CommandHarness.OPERATOR))
                .isEmpty();
        assertThat(nowhere.encrypted()).isFalse();
        assertThat(logins.encrypted()).isTrue();
    }
}
