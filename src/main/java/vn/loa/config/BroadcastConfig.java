package vn.loa.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * Configures what is made of the news for loudspeakers and notice boards.
 *
 * @param templates the folder of the operator's own Word templates
 * @param voice the program that speaks scripts and its arguments; empty for none
 * @param fileType the ending of its sound files, such as wav
 * @param longest after which time it is stopped
 */
public record BroadcastConfig(Path templates, List<String> voice, String fileType, Duration longest) {
    private static final int LONGEST_LINE = 500;

    public BroadcastConfig {
        voice = List.copyOf(voice);
    }

    static BroadcastConfig read(Section broadcast, Path data) {
        String line =
                broadcast.value("voice", ValueTypes.line(LONGEST_LINE), "").strip();
        return new BroadcastConfig(
                broadcast.value("templates", ValueTypes.folder(), data.resolve("templates")),
                line.isEmpty() ? List.of() : List.of(line.split("\\s+")),
                broadcast.value("voice-file-type", ValueTypes.identifier(), "wav"),
                broadcast.value(
                        "voice-time-limit",
                        ValueTypes.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                        Duration.ofMinutes(1)));
    }
}
