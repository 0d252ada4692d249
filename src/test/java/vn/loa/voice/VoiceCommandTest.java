package vn.loa.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.waiting.TestPatience;

class VoiceCommandTest {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private VoiceCommand program(String script, Duration longest, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("voice.sh"), script);
        List<String> command = new java.util.ArrayList<>(List.of("sh", file.toString()));
        command.addAll(List.of(arguments));
        return new VoiceCommand(command, longest);
    }

    @Test
    void the_text_goes_in_and_the_sound_comes_out() throws Exception {
        byte[] sound = program("cat", LONGEST).speak("mười sáu giờ");
        assertThat(new String(sound, StandardCharsets.UTF_8)).isEqualTo("mười sáu giờ");
    }

    @Test
    void a_program_may_write_its_sound_into_a_file() throws Exception {
        byte[] sound =
                program("cat > \"$2\"; echo done", LONGEST, "-o", "{file}").speak("a");
        assertThat(new String(sound, StandardCharsets.UTF_8)).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource({"exit 3, it ended with status 3", "cat > /dev/null, it gave no sound"})
    void a_program_without_success_says_why(String script, String why) throws IOException {
        VoiceCommand voice = program(script, LONGEST);
        assertThatThrownBy(() -> voice.speak("a"))
                .isInstanceOf(NoVoiceException.class)
                .hasMessage(why);
    }

    @Test
    void a_program_that_does_not_end_is_stopped_with_its_children() throws IOException {
        Path pid = folder.resolve("pid");
        VoiceCommand voice = program("sleep 600 & echo $! > " + pid + "; wait", Duration.ofSeconds(1));
        assertThatThrownBy(() -> voice.speak("a")).hasMessage("it took more than 1 s");
        long child = Long.parseLong(Files.readString(pid).strip());
        ProcessHandle.of(child)
                .ifPresent(left -> left.onExit()
                        .orTimeout(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS)
                        .join());
    }

    @Test
    void a_program_that_is_not_there_is_told() {
        VoiceCommand voice = new VoiceCommand(List.of(folder.resolve("none").toString()), LONGEST);
        assertThatThrownBy(() -> voice.speak("a")).hasMessageContaining("it cannot be started");
    }
}
