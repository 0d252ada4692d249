package vn.loa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.delivery.channel.Messenger;

/** The check-list "A channel" of {@code contributing.md}: no step can be forgotten. */
class ChannelCheckListTest {
    private static final Path MAIN = Path.of("src/main/java/vn/loa");

    /** What stands before the messengers of all channels and only measures them. */
    private static final String COMPOSITION_ROOT = "app";

    /** The packages in which a {@code Messenger} is fulfilled, below {@code vn.loa}: {@code zalo.oa}. */
    static Set<String> channels() {
        return ShippedClasses.fulfilling(Messenger.class).stream()
                .map(type -> type.getPackageName().substring("vn.loa.".length()))
                // It has any channel's messenger fall silent while another node runs the bot.
                .filter(room -> !room.equals("bot"))
                .filter(room -> !room.equals(COMPOSITION_ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void there_are_channels() {
        assertThat(channels()).contains("telegram", "zalo", "console");
    }

    @ParameterizedTest
    @MethodSource("channels")
    void its_package_says_what_may_live_there(String channel) {
        assertThat(MAIN.resolve(channel.replace('.', '/')).resolve("package-info.java"))
                .exists();
    }

    @ParameterizedTest
    @MethodSource("channels")
    void it_has_its_place_in_the_table_of_rooms(String channel) throws IOException {
        String rooms = Files.readString(Path.of("src/site/markdown/architecture.md"))
                .split("\n## The rooms\n")[1]
                .split("\n## ")[0];
        assertThat(rooms.lines()
                        .filter(line -> line.startsWith("| 4 |"))
                        .map(line -> line.split("\\|")[2])
                        .collect(Collectors.joining()))
                .contains("`" + channel + "`");
    }

    @Test
    void the_table_of_channels_has_a_column_for_each() throws IOException {
        String header = Files.readString(Path.of("src/site/markdown/behaviour.md"))
                .split("\n### Channels\n")[1]
                .lines()
                .filter(line -> line.startsWith("| | "))
                .findFirst()
                .orElseThrow();
        assertThat(header.split("\\|"))
                .as("a margin, the names of the rows, then %s", channels())
                .hasSize(2 + channels().size());
    }

    @ParameterizedTest
    @MethodSource("channels")
    void it_has_its_section_in_the_configuration(String channel) throws IOException {
        // The terminal has nothing to configure.
        if (channel.equals("console")) {
            return;
        }
        String configuration = Files.readString(Path.of("config/loa.yaml"));
        String[] keys = channel.split("\\.");
        assertThat(configuration).containsPattern(Pattern.compile("^" + keys[0] + ":$", Pattern.MULTILINE));
        String section = configuration.split("(?m)^" + keys[0] + ":$")[1].split("(?m)^[a-z-]+:")[0];
        for (int level = 1; level < keys.length; level++) {
            assertThat(section).containsPattern("\\b" + keys[level] + ":");
        }
    }
}
