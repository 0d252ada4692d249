package vn.loa.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.config.LoaConfig;
import vn.loa.config.SourceConfig;

/** Computes by what nodes tell whether they are configured to do the same: sources, bots, operators and rights. */
final class ConfigurationDigest {
    private ConfigurationDigest() {}

    /** Returns the SHA-256 of what all nodes must have alike, of tokens their names alone. */
    static String of(LoaConfig config) {
        Stream<Object> sources = config.sources().stream()
                .map(SourceConfig::source)
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .map(source -> source.id() + " " + source.name() + " " + source.url() + " " + source.portal() + " "
                        + source.cadence() + " "
                        + source.options().stream().sorted().toList() + " "
                        + new java.util.TreeMap<>(source.rules()));
        Stream<Object> rest = Stream.of(
                config.zone(),
                config.access(),
                config.announceWithin(),
                config.operators().stream().map(each -> each.key()).sorted().toList(),
                config.channels().botNames().stream().sorted().toList());
        String all = Stream.concat(sources, rest).map(String::valueOf).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
