package vn.loa;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.loa.store.AuditStore;
import vn.loa.store.Recipients;

/** The house of the packages: who lives on which floor, who may know whom, and what may enter only one room. */
@AnalyzeClasses(packages = "vn.loa", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String HOUSE = "vn.loa.";
    private static final int MOST_IN_A_CIRCLE = 3;
    private static final int MOST_STORES = 4;
    private static final Set<String> HOLDS_STORES = Set.of("store", "app");

    /** From the ground to the roof; a room knows only rooms below it, and its neighbours on the floor not at all. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("model", "text", "logging", "chart"),
            Set.of(
                    "phrases",
                    "config",
                    "schedule",
                    "web",
                    "subscription",
                    "story",
                    "fetch",
                    "text.date",
                    "portal.generic",
                    "command.intent"),
            Set.of("delivery.channel", "text.privacy", "portal.rules", "store"),
            Set.of("summary", "portal", "command", "delivery.format", "delivery.pace"),
            Set.of("probe", "watch", "delivery"),
            Set.of("command.announce", "command.chat", "command.report", "command.setting", "command.source"),
            Set.of("command.follow", "bot"),
            Set.of("command.transfer", "telegram", "zalo", "zalo.oa", "console"),
            Set.of("app"),
            Set.of("demo", "bench"),
            Set.of("cli"));

    private static final Map<String, Set<String>> ONLY_HERE = Map.ofEntries(
            Map.entry("picocli.", Set.of("cli")),
            Map.entry("org.quartz.", Set.of("schedule")),
            Map.entry("org.telegram.", Set.of("telegram")),
            Map.entry("org.jsoup.", Set.of("portal", "portal.generic", "portal.rules")),
            Map.entry("org.jdbi.", Set.of("store")),
            Map.entry("java.sql.", Set.of("store")),
            Map.entry("javax.sql.", Set.of("store")),
            Map.entry("org.flywaydb.", Set.of("store")),
            Map.entry("org.sqlite.", Set.of("store")),
            Map.entry("org.postgresql.", Set.of("store")),
            Map.entry("com.zaxxer.hikari.", Set.of("store")),
            Map.entry(
                    "com.google.re2j.",
                    Set.of("fetch", "portal", "portal.generic", "portal.rules", "subscription", "watch")),
            Map.entry("io.github.bucket4j.", Set.of("delivery.pace", "command")),
            Map.entry("okhttp3.", Set.of("fetch", "telegram", "zalo", "zalo.oa")),
            Map.entry("crawlercommons.", Set.of("fetch")),
            Map.entry("org.knowm.", Set.of("chart")),
            Map.entry("java.awt.", Set.of("chart", "demo")),
            Map.entry("javax.imageio.", Set.of("chart", "demo")),
            Map.entry("ch.qos.logback.", Set.of("logging")),
            Map.entry("com.sun.net.httpserver.", Set.of("web", "demo", "bench")));

    @ArchTest
    static final ArchRule no_room_stands_in_a_circle =
            slices().matching("vn.loa.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_vocabulary_knows_nothing_but_java = classes()
            .that()
            .resideInAPackage("vn.loa.model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "vn.loa.model.."));

    @ArchTest
    static void every_class_lives_in_a_room_that_has_its_floor(JavaClasses house) {
        Set<String> planned = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> inhabited = house.stream().map(HouseTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertThat(inhabited).isEqualTo(planned);
    }

    @ArchTest
    static void a_room_knows_only_rooms_below_it(JavaClasses house) {
        assertThat(dependencies(house)
                        .filter(each -> isInHouse(each.getTargetClass()))
                        .filter(each -> !room(each.getOriginClass()).equals(room(each.getTargetClass())))
                        .filter(each -> floor(each.getOriginClass()) <= floor(each.getTargetClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @ArchTest
    static void no_more_than_three_classes_know_each_other_in_a_circle(JavaClasses house) {
        assertThat(ClassCircles.of(house, MOST_IN_A_CIRCLE + 1)).isEmpty();
    }

    @ArchTest
    static void each_tool_enters_only_its_own_room(JavaClasses house) {
        assertThat(dependencies(house)
                        .filter(each -> ONLY_HERE.entrySet().stream()
                                .anyMatch(
                                        tool -> each.getTargetClass().getName().startsWith(tool.getKey())
                                                && !tool.getValue().contains(room(each.getOriginClass()))))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @ArchTest
    static void stores_are_made_in_the_composition_root_alone(JavaClasses house) {
        assertThat(house.stream()
                        .filter(type -> !HOLDS_STORES.contains(room(type)))
                        .flatMap(HouseTest::constructions)
                        .filter(each -> isStore(each.getTargetOwner()))
                        .map(JavaAccess::getDescription))
                .isEmpty();
    }

    private static Stream<JavaAccess<?>> constructions(JavaClass type) {
        return Stream.concat(
                type.getConstructorCallsFromSelf().stream(), type.getConstructorReferencesFromSelf().stream());
    }

    @ArchTest
    static void a_class_uses_four_stores_at_most_besides_the_audit(JavaClasses house) {
        assertThat(house.stream()
                        .filter(type -> !HOLDS_STORES.contains(room(type)))
                        .filter(type -> storesOf(type) > MOST_STORES)
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static long storesOf(JavaClass type) {
        return type.getFields().stream()
                .map(JavaField::getRawType)
                .filter(HouseTest::isStore)
                .filter(store -> !store.isEquivalentTo(AuditStore.class))
                .count();
    }

    /** Recipients are a store by another name. */
    private static boolean isStore(JavaClass type) {
        return type.getPackageName().equals("vn.loa.store")
                && (type.getSimpleName().endsWith("Store") || type.isEquivalentTo(Recipients.class));
    }

    private static Stream<Dependency> dependencies(JavaClasses house) {
        return house.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static boolean isInHouse(JavaClass type) {
        return type.getBaseComponentType().getName().startsWith(HOUSE);
    }

    /** The package below the root; an empty string for the root itself. */
    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()) : "";
    }

    private static int floor(JavaClass type) {
        String room = room(type);
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(room))
                .findFirst()
                .orElse(-1);
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
