package vn.loa;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The house of the packages: who lives on which floor, who may know whom, and what may enter only one room. */
@AnalyzeClasses(packages = "vn.loa", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    /** From the ground up; a room knows only rooms below it, and the ground floor's know each other without a circle. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("model", "text", "phrases", "fetch", "config", "logging", "chart"),
            List.of("subscription", "portal", "summary"),
            List.of("store"),
            List.of("watch", "command", "delivery"),
            List.of("schedule", "web"),
            List.of("bot"),
            List.of("telegram", "zalo", "console", "probe"),
            List.of("demo", "bench"),
            List.of("app"),
            List.of("cli"));

    private static final Map<String, List<String>> ONLY_HERE = Map.ofEntries(
            Map.entry("org.quartz..", List.of("schedule")),
            Map.entry("org.telegram..", List.of("telegram")),
            Map.entry("org.jsoup..", List.of("portal")),
            Map.entry("org.jdbi..", List.of("store")),
            Map.entry("java.sql..", List.of("store")),
            Map.entry("org.flywaydb..", List.of("store")),
            Map.entry("org.knowm..", List.of("chart")),
            Map.entry("java.awt..", List.of("chart", "demo")),
            Map.entry("okhttp3..", List.of("fetch", "telegram", "zalo")),
            Map.entry("io.github.bucket4j..", List.of("delivery", "command")),
            Map.entry("picocli..", List.of("cli")),
            Map.entry("com.sun.net.httpserver..", List.of("web", "demo", "bench")),
            Map.entry("ch.qos.logback..", List.of("logging")));

    @ArchTest
    static final ArchRule no_package_stands_in_a_circle =
            slices().matching("vn.loa.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_vocabulary_knows_nothing_but_java = classes()
            .that()
            .resideInAPackage("vn.loa.model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "vn.loa.model.."));

    @ArchTest
    static void a_room_knows_only_rooms_below_it(JavaClasses house) {
        for (int floor = 1; floor < FLOORS.size(); floor++) {
            for (String room : FLOORS.get(floor)) {
                noClasses()
                        .that()
                        .resideInAPackage("vn.loa." + room + "..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(others(room, floor)))
                        .check(house);
            }
        }
    }

    private static String[] others(String room, int floor) {
        return FLOORS.subList(floor, FLOORS.size()).stream()
                .flatMap(List::stream)
                .filter(other -> !other.equals(room))
                .map(other -> "vn.loa." + other + "..")
                .toArray(String[]::new);
    }

    @ArchTest
    static void each_tool_enters_only_its_own_room(JavaClasses house) {
        ONLY_HERE.forEach((tool, rooms) -> {
            String[] allowed =
                    rooms.stream().map(room -> "vn.loa." + room + "..").toArray(String[]::new);
            noClasses()
                    .that(not(resideInAnyPackage(allowed)))
                    .should()
                    .dependOnClassesThat(resideInAPackage(tool))
                    .check(house);
        });
    }

    @ArchTest
    static void every_room_has_its_floor(JavaClasses house) {
        TreeSet<String> rooms = house.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("vn.loa."))
                .map(name -> name.substring("vn.loa.".length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(FLOORS.stream().flatMap(List::stream)).containsAll(rooms);
    }

    @ArchTest
    static final ArchRule time_is_a_parameter = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
