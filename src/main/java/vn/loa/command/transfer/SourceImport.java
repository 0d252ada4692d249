package vn.loa.command.transfer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.Request;
import vn.loa.command.SourceOperations;
import vn.loa.model.Cadence;
import vn.loa.model.RichText;
import vn.loa.model.Source;
import vn.loa.store.article.SourceStore;
import vn.loa.text.Folding;

/** Compares an outline of sources with what is watched. */
final class SourceImport {
    private static final int LONGEST_LABEL = 40;
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(15);

    private final SourceStore sources;
    private final SourceOperations watches;
    private final InstantSource clock;

    SourceImport(SourceStore sources, SourceOperations watches, InstantSource clock) {
        this.sources = sources;
        this.watches = watches;
        this.clock = clock;
    }

    /** Returns the sources that an outline would add. */
    ImportPlan plan(Request request, SourceOutline.Read outline) {
        Map<String, SourceOutline.Entry> adding = unwatched(outline.entries());
        StringBuilder told = new StringBuilder(
                request.say("import.outline", adding.size(), outline.entries().size() - adding.size()));
        adding.values().stream()
                .limit(ImportPlan.SHOWN)
                .forEach(entry ->
                        told.append("\n• ").append(entry.name()).append(": ").append(entry.url()));
        told.append(unusable(request, outline.unusable()));
        Map<String, Source> added = new LinkedHashMap<>();
        Runnable apply = () -> adding.values().forEach(entry -> add(entry, added));
        Runnable after = () -> added.values().forEach(watches::watch);
        return new ImportPlan(adding.size(), 0, told.toString(), apply, after);
    }

    /** Returns the entries that are no sources yet, each address once. */
    private Map<String, SourceOutline.Entry> unwatched(List<SourceOutline.Entry> entries) {
        Set<String> watched = new HashSet<>();
        sources.known().forEach(known -> watched.add(known.source().url().toString()));
        Map<String, SourceOutline.Entry> adding = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> !watched.contains(entry.url().toString()))
                .forEach(entry -> adding.putIfAbsent(entry.url().toString(), entry));
        return adding;
    }

    private void add(SourceOutline.Entry entry, Map<String, Source> added) {
        Source source = source(entry);
        sources.addDraft(source, clock.instant());
        sources.acceptDraft(source.id()).ifPresent(accepted -> added.put(accepted.id(), accepted));
    }

    private static String unusable(Request request, List<String> addresses) {
        return addresses.isEmpty()
                ? ""
                : addresses.stream()
                        .limit(ImportPlan.SHOWN)
                        .map(each -> "\n• "
                                + RichText.plain(each).abridged(LONGEST_LABEL).text())
                        .collect(Collectors.joining("", "\n" + request.say("import.unusable", addresses.size()), ""));
    }

    private Source source(SourceOutline.Entry entry) {
        String host = entry.url().getHost() == null ? "nguon" : entry.url().getHost();
        String wanted = Folding.fold(host).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String id = wanted;
        for (int number = 2; sources.find(id).isPresent(); number++) {
            id = wanted + "-" + number;
        }
        return new Source(id, entry.name(), entry.url(), "", new Cadence.Every(USUAL_PAUSE), Map.of(), Set.of());
    }
}
