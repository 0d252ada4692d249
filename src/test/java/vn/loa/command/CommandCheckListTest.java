package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.ShippedClasses;
import vn.loa.command.menu.MenuEntry;
import vn.loa.command.routing.CommandRouter;
import vn.loa.model.Access;
import vn.loa.model.Cadence;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.phrases.Phrases;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.AuditStore;

/** The check-list "A command" of {@code contributing.md}: no step can be forgotten, and no guide tells what is not so. */
class CommandCheckListTest {
    private static final Path GUIDES = Path.of("src/site/markdown/vi");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TYPED = Pattern.compile("`(/[^`]+)`");
    private static final Pattern BUTTON = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    /** Stands for what people fill in: {@code /nguon xoa MÃ}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\p{Lu}{2,}(?:-\\p{Lu}+)*$|\\p{Lu}{2,}(?:-\\p{Lu}+)* ");
    /** Bot API, BotCommand. */
    private static final int LONGEST_DESCRIPTION = 256;

    /** A line that is written into the journal, and the words in it that are whole literals. */
    private static final Pattern WRITTEN = Pattern.compile("audit(?:\\(\\))?\\.add\\(([^;]+);");

    private static final Pattern WORD = Pattern.compile("\"([a-z]{3,}(?:[ -][a-z]+)*)\"");

    /** What Loa answers to words that it does not understand, or not all of. */
    private static final List<String> NOT_UNDERSTOOD = List.of(
            "command.unknown",
            "command.near-miss",
            "command.failed",
            "subscribe.unknown",
            "schedule.unclear",
            "schedule.pause.unclear",
            "latest.number",
            "report.usage",
            "unit.unknown",
            "invite.usage",
            "invite.unknown",
            "export.usage");

    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        new SourceStore(desk.database)
                .syncConfigured(List.of(new Source(
                        "px",
                        "Phú Xuyên · Văn hóa",
                        URI.create("https://px.vn/tin"),
                        "hanoi",
                        new Cadence.Every(Duration.ofMinutes(15)),
                        Map.of(),
                        Set.of())));
        operator().says("/donvi them xã Phú Xuyên từ 1/7/2025");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private CommandHarness.Voice operator() {
        return desk.alone(OPERATOR.userId());
    }

    /** The commands that the router knows, wherever it keeps them. */
    private List<Command> known() throws IllegalAccessException {
        for (Field field : CommandRouter.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (field.get(desk.router) instanceof Collection<?> held
                    && !held.isEmpty()
                    && held.stream().allMatch(Command.class::isInstance)) {
                return held.stream().map(Command.class::cast).toList();
            }
        }
        throw new AssertionError("the router keeps no commands");
    }

    private static Set<String> names(List<Command> commands) {
        return commands.stream().map(Command::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> found(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> guides = Files.list(GUIDES)) {
            for (Path guide : guides.sorted().toList()) {
                pattern.matcher(Files.readString(guide).replaceAll("\\s+", " "))
                        .results()
                        .forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }

    private static boolean understood(String answer) {
        return NOT_UNDERSTOOD.stream()
                .map(CommandCheckListTest::longestFixedPart)
                .noneMatch(answer::contains);
    }

    private static String longestFixedPart(String key) {
        return Stream.of(Phrases.vietnamese().say(key, "§", "§", "§").split("§"))
                .max(Comparator.comparing(String::length))
                .orElseThrow();
    }

    @Test
    void every_command_that_is_written_stands_in_the_list() throws IllegalAccessException {
        Set<Class<?>> listed = new LinkedHashSet<>();
        known().forEach(command -> listed.add(command.getClass()));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(ShippedClasses.fulfilling(Command.class));
    }

    @Test
    void every_command_has_a_name_that_platforms_take_and_no_word_means_two_commands() throws IllegalAccessException {
        List<String> words = new ArrayList<>();
        known().forEach(command -> {
            words.add(command.name());
            words.addAll(command.aliases());
        });
        assertThat(words).doesNotHaveDuplicates().allMatch(word -> word.matches("[a-z0-9_]{1,32}"));
    }

    @Test
    void every_command_is_in_the_help_or_says_that_it_does_not_belong_there() throws IllegalAccessException {
        String help = text(operator().says("/trogiup tất cả"));
        assertThat(known())
                .allSatisfy(command -> assertThat(help.contains("/" + command.name() + " – "))
                        .as(command.name())
                        .isEqualTo(command.listed()));
    }

    @Test
    void every_listed_command_is_in_the_menus_with_a_description_in_both_languages()
            throws IllegalAccessException, IOException {
        Set<String> listed = names(known().stream().filter(Command::listed).toList());
        for (boolean english : List.of(false, true)) {
            assertThat(desk.router.menus().alone(Role.OPERATOR, english))
                    .allSatisfy(entry -> assertThat(entry.description()).hasSizeBetween(3, LONGEST_DESCRIPTION))
                    .extracting(MenuEntry::name)
                    .containsExactlyInAnyOrderElementsOf(listed);
        }
        String english = englishPhrases();
        assertThat(listed).allSatisfy(name -> assertThat(english).contains("\ncommand." + name + ".menu"));
    }

    private static String englishPhrases() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith("_en.properties"))
                    .toList()) {
                all.append('\n').append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void every_example_of_the_help_is_understood() throws IllegalAccessException {
        for (Command command : known()) {
            if (command.listed()) {
                String example = Phrases.vietnamese().say("command." + command.name() + ".example");
                assertThat(example).startsWith("/" + command.name());
                assertThat(text(operator().says(example))).as(example).doesNotContain(unknown());
            }
        }
    }

    private static String unknown() {
        return Phrases.vietnamese().say("command.unknown");
    }

    @Test
    void every_command_that_people_can_say_is_explained_in_a_guide() throws IllegalAccessException, IOException {
        Set<String> explained = found(TYPED).stream()
                .map(typed -> typed.substring(1).split(" ")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> sayable = new TreeSet<>(names(known()));
        // Said by a button or in words: "đã nắm".
        sayable.remove("nam");
        // Answers to thanks, greetings and "why", which nobody types as commands.
        sayable.removeIf(name -> name.startsWith("talk"));
        assertThat(explained).containsAll(sayable);
    }

    @Test
    void every_command_that_a_guide_tells_of_is_understood_as_the_guide_writes_it() throws IOException {
        List<String> typed = found(TYPED);
        assertThat(typed).hasSizeGreaterThan(50);
        for (String words : typed) {
            String answer = text(operator().says(words));
            if (PLACEHOLDER.matcher(words).find()) {
                assertThat(answer).as(words).doesNotContain(unknown());
            } else {
                assertThat(understood(answer))
                        .as("%s is answered: %s", words, answer)
                        .isTrue();
            }
        }
    }

    @Test
    void every_button_that_a_guide_tells_of_exists() throws IOException {
        Phrases phrases = Phrases.vietnamese();
        List<String> said = phrases.keys().stream()
                .map(key -> phrases.say(key, "§", "§", "§", "§", "§", "§"))
                .toList();
        Set<String> buttons = new TreeSet<>(found(BUTTON));
        buttons.remove("chữ đậm");
        assertThat(buttons)
                .hasSizeGreaterThan(30)
                .allSatisfy(button -> assertThat(said)
                        .as(button)
                        .anyMatch(phrase ->
                                phrase.equals(button) || phrase.startsWith(button + " (") || fits(phrase, button)));
    }

    /** Whether a phrase with one place in it gives this label: "Gửi § tin mới nhất". */
    private static boolean fits(String phrase, String label) {
        String[] parts = phrase.split("§", -1);
        return parts.length == 2
                && label.length() > phrase.length() - 1
                && label.startsWith(parts[0])
                && label.endsWith(parts[1]);
    }

    @Test
    void every_act_that_the_journal_keeps_has_a_name_there() {
        Set<String> known = Phrases.vietnamese().keys();
        assertThat(AuditStore.ACTIONS)
                .allSatisfy(act -> assertThat(known)
                        .containsAnyOf(
                                "journal.action." + act.replace(' ', '-'), "journal.did." + act.replace(' ', '-')));
    }

    /** Acts that are passed in variables are met where the commands are tried. */
    @Test
    void every_act_that_a_line_names_is_one_of_the_journal() throws IOException {
        Set<String> acts = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                WRITTEN.matcher(Files.readString(source))
                        .results()
                        .flatMap(line -> WORD.matcher(line.group(1)).results())
                        .forEach(word -> acts.add(word.group(1)));
            }
        }
        acts.removeAll(List.of("csv"));
        assertThat(acts).hasSizeGreaterThan(30).isSubsetOf(AuditStore.ACTIONS);
    }
}
