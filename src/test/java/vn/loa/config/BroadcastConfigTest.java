package vn.loa.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BroadcastConfigTest {
    @Test
    void there_is_no_voice_unless_a_program_is_named() throws ConfigException {
        BroadcastConfig usual = new Configs().read("data: /srv/loa").broadcast();
        assertThat(usual)
                .isEqualTo(new BroadcastConfig(Path.of("/srv/loa/templates"), List.of(), "wav", Duration.ofMinutes(1)));
        BroadcastConfig speaking = new Configs()
                .read(
                        "broadcast: {voice: espeak-ng -v vi --stdout, voice-file-type: ogg, voice-time-limit: 30s, templates: /m}")
                .broadcast();
        assertThat(speaking)
                .isEqualTo(new BroadcastConfig(
                        Path.of("/m"), List.of("espeak-ng", "-v", "vi", "--stdout"), "ogg", Duration.ofSeconds(30)));
    }

    @Test
    void a_time_limit_that_is_none_is_told() {
        assertThat(new Configs().complaints("broadcast: {voice-time-limit: long}"))
                .anyMatch(line -> line.contains("broadcast.voice-time-limit"));
    }
}
