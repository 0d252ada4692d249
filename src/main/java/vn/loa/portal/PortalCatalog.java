package vn.loa.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.loa.fetch.ReadingBudget;
import vn.loa.portal.rules.CommonRules;
import vn.loa.portal.rules.InvalidRulesException;
import vn.loa.portal.rules.PortalRules;
import vn.loa.portal.rules.RuleMistake;
import vn.loa.portal.rules.RulesCheck;
import vn.loa.portal.rules.RulesFile;
import vn.loa.text.date.VietnameseDates;

/**
 * The portal systems Loa can read: the ones it ships, and those an operator added. Immutable.
 *
 * <p>The order counts where a page or an address could be of several systems: the earlier one has it.
 */
public final class PortalCatalog {
    /** The word for rules given in the source itself. */
    public static final String CUSTOM = "custom";

    private static final String FOLDER = "/portals/";
    private static final Set<String> RESERVED = Set.of(CUSTOM, Evidence.FEED, "common", "index");

    private final List<String> systems;
    private final Supplier<Rules> rules;
    private final ReadingBudget budget;

    private PortalCatalog(Collection<String> systems, Supplier<Rules> rules, ReadingBudget budget) {
        this.systems = List.copyOf(systems);
        this.rules = rules;
        this.budget = budget;
    }

    /** Holds what all systems share, the rules of each by its name, and all that is made of them once. */
    private record Rules(CommonRules common, Map<String, PortalRules> bySystem, CompiledRules compiled) {
        static Rules of(CommonRules common, Map<String, PortalRules> bySystem) {
            return new Rules(common, bySystem, CompiledRules.of(common, bySystem.values()));
        }
    }

    /** Holds what the class path holds, which is the same for the life of the program. */
    private static final class Shipped {
        private static final PortalCatalog CATALOG = builtIn(PortalCatalog::resource);
    }

    /**
     * Returns the systems that ship with Loa, read from the class path once, in the order of {@code portals/index}. Their
     * rules are read beside the first caller, since a start has other things to do before the first page; whoever needs
     * them waits.
     */
    public static PortalCatalog builtIn() {
        return Shipped.CATALOG;
    }

    static PortalCatalog builtIn(UnaryOperator<String> files) {
        List<String> systems = files.apply("index")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        CompletableFuture<Rules> read =
                CompletableFuture.supplyAsync(() -> read(systems, files), PortalCatalog::beside);
        return new PortalCatalog(systems, () -> awaited(read), ReadingBudget.unbounded());
    }

    /** A mistake in a file is told as such, not as a failure of the thread that read it. */
    private static Rules awaited(CompletableFuture<Rules> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /**
     * Waits until the rules are read.
     *
     * @throws InvalidRulesException when one of the files that ship with Loa has mistakes
     */
    public void awaitRules() {
        Objects.requireNonNull(rules.get(), "rules without a mistake");
    }

    private static void beside(Runnable reading) {
        Thread thread = new Thread(reading, "portals");
        thread.setDaemon(true);
        thread.start();
    }

    private static Rules read(List<String> systems, UnaryOperator<String> files) {
        RulesFile common = new RulesFile("common.yaml");
        CommonRules commonRules = common.bind(files.apply("common.yaml"), CommonRules.class);
        throwIfAny(common.mistakes());
        Objects.requireNonNull(commonRules, "rules without a mistake");
        Map<String, PortalRules> rules = new LinkedHashMap<>();
        systems.forEach(name -> rules.put(name, parse(name + ".yaml", files.apply(name + ".yaml"), name)));
        return Rules.of(commonRules, rules);
    }

    /** Returns the same systems, whose readers read within a bound over all pages that are read at the same time. */
    public PortalCatalog within(ReadingBudget bound) {
        return new PortalCatalog(systems, rules, bound);
    }

    private static String resource(String file) {
        try (InputStream in = PortalCatalog.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /**
     * Returns this catalogue with the {@code *.yaml} files of a folder; a file of a name that is taken replaces the
     * rules of that name. A folder that does not exist adds nothing.
     *
     * @throws InvalidRulesException when a file has mistakes; it tells those of all files
     */
    public PortalCatalog extendedFrom(Path folder) {
        List<RuleMistake> mistakes = new ArrayList<>();
        Map<String, PortalRules> extended = new LinkedHashMap<>();
        for (Path file : yamlFiles(folder)) {
            String name = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
            try {
                extended.put(name, parse(file.toString(), Files.readString(file), name));
            } catch (InvalidRulesException e) {
                mistakes.addAll(e.mistakes());
            } catch (IOException e) {
                mistakes.add(new RuleMistake(file.toString(), "file", "", "cannot be read: " + e.getMessage()));
            }
        }
        throwIfAny(mistakes);
        if (extended.isEmpty()) {
            return this;
        }
        Rules shipped = rules.get();
        shipped.bySystem().forEach(extended::putIfAbsent);
        Rules all = Rules.of(shipped.common(), extended);
        return new PortalCatalog(extended.keySet(), () -> all, budget);
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.toString(), e);
        }
    }

    private static PortalRules parse(String file, String yaml, String name) {
        RulesFile source = new RulesFile(file);
        PortalRules rules = source.bind(yaml, PortalRules.class);
        List<RuleMistake> mistakes = new ArrayList<>(source.mistakes());
        if (RESERVED.contains(name)) {
            mistakes.add(new RuleMistake(file, "name", name, "is a word with a meaning of its own; rename the file"));
        }
        if (rules != null) {
            mistakes.addAll(RulesCheck.mistakes(file, rules));
        }
        throwIfAny(mistakes);
        if (rules == null) {
            throw new InvalidRulesException(List.of(new RuleMistake(file, "file", "", "is empty")));
        }
        return rules.named(name);
    }

    private static void throwIfAny(List<RuleMistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new InvalidRulesException(mistakes);
        }
    }

    /** Returns the words that {@code portal:} takes, besides an empty one. */
    public List<String> names() {
        List<String> names = new ArrayList<>(systems);
        names.add(Evidence.FEED);
        names.add(CUSTOM);
        return names;
    }

    /** Makes a reader that recognises each page's system by itself. */
    public PortalReader detecting(ZoneId zone) {
        return reader(new SourceRules(compiled(), VietnameseDates.in(zone), Optional.empty(), Set.of()), false);
    }

    /**
     * Makes a reader for one source.
     *
     * @param portal the name of its system, an empty string to recognise it from the page
     * @param ownRules for {@code custom}, the selectors as written in the configuration: the keys of a rules file
     * @param zone where its civil dates hold
     * @throws InvalidRulesException when there is no such system, or the rules have mistakes
     */
    public PortalReader reader(String portal, Map<String, Object> ownRules, ZoneId zone) {
        if (portal.isEmpty()) {
            return detecting(zone);
        }
        VietnameseDates dates = VietnameseDates.in(zone);
        if (portal.equals(Evidence.FEED)) {
            return reader(new SourceRules(compiled(), dates, Optional.empty(), Set.of()), true);
        }
        PortalRules chosen = portal.equals(CUSTOM)
                ? custom(ownRules)
                : rules.get().bySystem().get(portal);
        if (chosen == null) {
            throw new InvalidRulesException(List.of(new RuleMistake(
                    "source", "portal", portal, "no such portal; known are " + String.join(", ", names()))));
        }
        return reader(new SourceRules(compiled(), dates, Optional.of(compiled().ready(chosen)), Set.of()), false);
    }

    private CompiledRules compiled() {
        return rules.get().compiled();
    }

    private PortalReader reader(SourceRules sourceRules, boolean feedOnly) {
        return new PortalReader(sourceRules, feedOnly).within(budget);
    }

    /** Rules of a source's own; without an identity rule each item of its list counts, known by its path. */
    private static PortalRules custom(Map<String, Object> values) {
        RulesFile source = new RulesFile("rules");
        PortalRules rules = source.bind(values, PortalRules.class);
        List<RuleMistake> mistakes = new ArrayList<>(source.mistakes());
        if (rules != null) {
            mistakes.addAll(RulesCheck.mistakes("rules", rules));
            if (rules.list() == null) {
                mistakes.add(new RuleMistake("rules", "list", "", "is missing: needs at least item and title"));
            }
        }
        throwIfAny(mistakes);
        Objects.requireNonNull(rules, "rules without a mistake");
        boolean anyPath = values.get("identity") == null;
        PortalRules.Identity identity = anyPath ? new PortalRules.Identity(true, List.of()) : rules.identity();
        return new PortalRules(
                CUSTOM, rules.about(), rules.recognise(), rules.list(), rules.article(), identity, rules.dates());
    }
}
