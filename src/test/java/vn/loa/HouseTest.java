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
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.Recipients;

/** The house of the packages: who lives on which floor, who may know whom, and what may enter only one room. */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HouseTest {
    private static final String HOUSE = "vn.loa.";
    private static final int MOST_IN_A_CIRCLE = 3;
    private static final int MOST_STORES = 4;
    private static final Set<String> HOLDS_STORES = Set.of(
            "store.article",
            "store.delivery",
            "store.message",
            "store.document",
            "store.failover",
            "store.inquiry",
            "store.chat",
            "app");

    /** From the ground to the roof; a room knows only rooms below it, and its neighbours on the floor not at all. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("text.pattern"),
            Set.of("chart", "docx", "logging", "model", "store.file", "text", "voice", "xlsx"),
            Set.of("text.date"),
            Set.of(
                    "command.intent",
                    "config.value",
                    "delivery.channel",
                    "document.deadline",
                    "fetch",
                    "pdf",
                    "phrases",
                    "portal.generic.block",
                    "portal.generic.script",
                    "schedule",
                    "store",
                    "story",
                    "subscription",
                    "text.speech",
                    "web"),
            Set.of(
                    "attachment",
                    "command.menu",
                    "config.yaml",
                    "delivery.pace",
                    "document",
                    "portal.generic.attachment",
                    "portal.rules",
                    "schedule.cluster",
                    "store.article",
                    "store.failover",
                    "store.inquiry",
                    "store.settlement",
                    "telegram.api",
                    "text.privacy"),
            Set.of(
                    "attachment.extract",
                    "config",
                    "portal.address",
                    "portal.generic",
                    "revision",
                    "store.document",
                    "store.message",
                    "summary",
                    "watch.alarm"),
            Set.of("portal.list", "portal.page", "store.delivery"),
            Set.of("command.incoming", "delivery.format", "portal.feed", "store.chat", "store.node"),
            Set.of("command.office", "command.role", "delivery.connection", "delivery.reminder", "portal"),
            Set.of(
                    "command",
                    "delivery",
                    "probe",
                    "telegram.incoming",
                    "watch.article",
                    "zalo.oa.consent",
                    "zalo.oa.window"),
            Set.of(
                    "bot",
                    "command.announce",
                    "command.chat",
                    "command.document",
                    "command.inquiry",
                    "command.report",
                    "command.routing",
                    "command.setting",
                    "command.source",
                    "console",
                    "watch"),
            Set.of("command.follow", "telegram", "web.page", "zalo", "zalo.oa"),
            Set.of("command.broadcast", "command.transfer", "zalo.factory"),
            Set.of("app"),
            Set.of("bench", "cli.option", "demo"),
            Set.of("cli"));

    private static final Map<String, Set<String>> ONLY_HERE = Map.ofEntries(
            Map.entry("picocli.", Set.of("cli")),
            Map.entry("org.quartz.", Set.of("schedule")),
            Map.entry("org.telegram.", Set.of("telegram")),
            Map.entry("org.jsoup.", Set.of("portal", "attachment.extract")),
            Map.entry("org.apache.pdfbox.", Set.of("attachment.extract", "pdf")),
            Map.entry("org.apache.poi.", Set.of("attachment.extract")),
            Map.entry("javax.swing.", Set.of("attachment.extract")),
            Map.entry("org.jdbi.", Set.of("store")),
            Map.entry("java.sql.", Set.of("store", "schedule.cluster")),
            Map.entry("javax.sql.", Set.of("store")),
            Map.entry("org.flywaydb.", Set.of("store")),
            Map.entry("org.sqlite.", Set.of("store")),
            Map.entry("org.postgresql.", Set.of("store")),
            Map.entry("com.zaxxer.hikari.", Set.of("store")),
            Map.entry("com.google.re2j.", Set.of("fetch", "portal", "subscription", "watch")),
            Map.entry("io.github.bucket4j.", Set.of("delivery.pace", "command")),
            Map.entry("okhttp3.", Set.of("fetch", "telegram", "zalo")),
            Map.entry("crawlercommons.", Set.of("fetch")),
            Map.entry("org.knowm.", Set.of("chart")),
            Map.entry("com.google.zxing.", Set.of("chart")),
            Map.entry("java.awt.", Set.of("chart", "demo", "attachment.extract")),
            Map.entry("javax.imageio.", Set.of("chart", "demo", "attachment.extract")),
            Map.entry("io.micrometer.", Set.of("web")),
            Map.entry("gg.jte.", Set.of("web.page")),
            Map.entry("ch.qos.logback.", Set.of("logging")),
            Map.entry("org.eclipse.jetty.", Set.of("web")),
            Map.entry("com.sun.net.httpserver.", Set.of("demo", "bench")));

    /** On two cores the pool that futures share has one thread, on which work that waits keeps the rest from beginning. */
    static final ArchRule NAMES_ITS_THREADS = noClasses()
            .should()
            .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
            .orShould()
            .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class);

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.loa");

    @Test
    void no_room_stands_in_a_circle() {
        slices().matching("vn.loa.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void the_vocabulary_knows_nothing_but_java() {
        classes()
                .that()
                .resideInAPackage("vn.loa.model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "vn.loa.model.."))
                .check(house);
    }

    @Test
    void every_class_lives_in_a_room_that_has_its_floor() {
        Set<String> planned = FLOORS.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> inhabited = house.stream().map(HouseTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertThat(inhabited).isEqualTo(planned);
    }

    @Test
    void no_two_classes_have_one_name() {
        assertThat(house.stream()
                        .filter(type -> type.getEnclosingClass().isEmpty())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !name.equals("package-info"))
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting())))
                .allSatisfy((name, times) -> assertThat(times).as(name).isEqualTo(1));
    }

    /** NullAway checks at each compilation what is marked. */
    @Test
    void nothing_is_null_in_a_room_unless_it_says_so() {
        assertThat(house.stream()
                        .map(JavaClass::getPackage)
                        .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .collect(Collectors.toSet()))
                .isEmpty();
    }

    @Test
    void a_room_knows_only_rooms_below_it() {
        assertThat(dependencies(house)
                        .filter(each -> isInHouse(each.getTargetClass()))
                        .filter(each -> !room(each.getOriginClass()).equals(room(each.getTargetClass())))
                        .filter(each -> floor(each.getOriginClass()) <= floor(each.getTargetClass()))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    @Test
    void no_more_than_three_classes_know_each_other_in_a_circle() {
        assertThat(ClassCircles.of(house, MOST_IN_A_CIRCLE + 1)).isEmpty();
    }

    @Test
    void each_tool_enters_only_its_own_room() {
        assertThat(dependencies(house)
                        .filter(each -> ONLY_HERE.entrySet().stream()
                                .anyMatch(
                                        tool -> each.getTargetClass().getName().startsWith(tool.getKey())
                                                && !isWithin(tool.getValue(), room(each.getOriginClass()))))
                        .map(Dependency::getDescription))
                .isEmpty();
    }

    private static boolean isWithin(Set<String> rooms, String asked) {
        return rooms.stream().anyMatch(room -> asked.equals(room) || asked.startsWith(room + "."));
    }

    @Test
    void stores_are_made_in_the_composition_root_alone() {
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

    @Test
    void a_class_uses_four_stores_at_most_besides_the_audit() {
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
        return type.getPackageName().startsWith("vn.loa.store.")
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

    @Test
    void time_is_a_parameter() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .check(house);
    }

    @Test
    void work_that_may_wait_names_its_threads() {
        NAMES_ITS_THREADS.check(house);
    }

    /** Classes that keep a moment of the civil clock in memory on purpose: it stands in the database too, is shown, or lasts a day. */
    private static final Set<String> KEEP_MOMENTS = Set.of(
            "ConnectionState",
            "DailyBackup",
            "DispatchBatch",
            "Dispatcher",
            "Heartbeat",
            "Ledger",
            "NumberedMenus",
            "OaNames",
            "OaTokens",
            "ZaloErrors");

    @Test
    void a_wait_in_memory_is_a_deadline_that_no_correction_of_the_clock_moves() {
        Set<String> remember = house.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(HouseTest::remembersMoments)
                .map(field -> outermost(field.getOwner()))
                .collect(Collectors.toSet());
        assertThat(house.stream()
                        .filter(type -> remember.contains(outermost(type)))
                        .flatMap(type -> type.getCodeUnits().stream())
                        .filter(unit -> calls(unit, InstantSource.class, "instant"))
                        .filter(unit -> calls(unit, Instant.class, "plus"))
                        .map(unit -> outermost(unit.getOwner()))
                        .filter(type -> !KEEP_MOMENTS.contains(type)))
                .isEmpty();
    }

    /** A field that changes, a collection or a record may hold the end of a wait; a final moment holds a beginning. */
    private static boolean remembersMoments(JavaField field) {
        boolean beginning = field.getModifiers().contains(JavaModifier.FINAL)
                && field.getRawType().isEquivalentTo(Instant.class)
                && !field.getOwner().isAssignableTo(Record.class);
        return !beginning
                && field.getType().getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Instant.class));
    }

    private static boolean calls(JavaCodeUnit unit, Class<?> owner, String start) {
        return unit.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(owner)
                        && call.getName().startsWith(start));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseTest::outermost).orElse(type.getSimpleName());
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(house);
    }
}
