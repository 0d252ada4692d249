package vn.loa.store.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCipherTest {
    private static final String TOKEN = "1459232241454765289:AbCdEf-12345";

    @TempDir
    private Path folder;

    @Test
    void a_secret_comes_back_and_is_never_written_the_same_way_twice() {
        SecretCipher cipher = SecretCipher.of("one key");
        String hidden = cipher.encrypt(TOKEN, "zalo/main");
        assertThat(hidden).doesNotContain("AbCdEf").isNotEqualTo(cipher.encrypt(TOKEN, "zalo/main"));
        assertThat(cipher.decrypt(hidden, "zalo/main")).contains(TOKEN);
    }

    @Test
    void another_key_another_owner_or_a_changed_letter_read_nothing() {
        SecretCipher cipher = SecretCipher.of("one key");
        String hidden = cipher.encrypt(TOKEN, "zalo/main");
        assertThat(SecretCipher.of("another key").decrypt(hidden, "zalo/main")).isEmpty();
        assertThat(cipher.decrypt(hidden, "zalo/other")).isEmpty();
        char last = hidden.charAt(20);
        String changed = hidden.substring(0, 20) + (last == 'A' ? 'B' : 'A') + hidden.substring(21);
        assertThat(cipher.decrypt(changed, "zalo/main")).isEmpty();
        assertThat(cipher.decrypt("v1:", "zalo/main")).isEmpty();
        assertThat(cipher.decrypt(TOKEN, "zalo/main")).isEmpty();
    }

    @Test
    void the_key_is_made_once_for_loas_user_alone_and_read_again() throws IOException {
        String hidden = SecretKeyFile.cipher(Optional.empty(), folder).encrypt(TOKEN, "x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret.key"))))
                .isEqualTo("rw-------");
        assertThat(SecretKeyFile.cipher(Optional.empty(), folder).decrypt(hidden, "x"))
                .contains(TOKEN);
    }

    @Test
    void a_key_of_the_environment_needs_no_file_and_a_short_one_is_refused() {
        SecretKeyFile.cipher(Optional.of("0123456789abcdef0123"), folder);
        assertThat(folder.resolve("secret.key")).doesNotExist();
        assertThatThrownBy(() -> SecretKeyFile.cipher(Optional.of("short"), folder))
                .hasMessageContaining("LOA_SECRET_KEY");
    }
}
