package vn.loa.probe;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import vn.loa.model.Source;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * The draft of a source that could be added.
 *
 * @param id made of its address: {@code phuxuyen-van-hoa-xa-hoi}, at most 40 characters
 * @param name the page's title, at most 80 characters, or the host
 * @param url the address of the list or feed
 * @param portal the system that was recognised, an empty string when the generic reader reads it
 */
public record SourceDraft(String id, String name, URI url, String portal) {
    private static final int LONGEST_ID = 40;
    private static final int LONGEST_NAME = 80;

    public SourceDraft {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
        Objects.requireNonNull(url);
        Objects.requireNonNull(portal);
    }

    static SourceDraft of(URI url, String title, String portal) {
        String tidy = PlainText.tidy(title);
        String name = tidy.isEmpty() ? url.getHost() : tidy;
        return new SourceDraft(
                id(url),
                name.length() <= LONGEST_NAME
                        ? name
                        : name.substring(0, LONGEST_NAME).strip(),
                url,
                portal);
    }

    private static String id(URI url) {
        String host = url.getHost().replaceFirst("^www\\.", "");
        String[] steps = url.getPath() == null ? new String[0] : url.getPath().split("/");
        String last = steps.length == 0 ? "" : steps[steps.length - 1].replaceFirst("\\.\\w+$", "");
        String site = host.matches("[\\d.]+") ? host : host.split("\\.")[0];
        String id =
                Folding.fold(site + "-" + last).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID).replaceAll("-+$", "");
    }

    /** Returns the source as an item of the configuration's list {@code sources}. */
    public String yaml(Set<Source.Option> options) {
        StringBuilder yaml = new StringBuilder("  - id: " + id + "\n");
        yaml.append("    name: ").append(quoted(name)).append('\n');
        yaml.append("    url: ").append(quoted(url.toString())).append('\n');
        if (!portal.isEmpty()) {
            yaml.append("    portal: ").append(portal).append('\n');
        }
        yaml.append("    every: 15m\n");
        options.stream()
                .sorted()
                .forEach(option -> yaml.append("    ")
                        .append(option.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .append(": true\n"));
        return yaml.toString();
    }

    /** A YAML text in single quotes, in which only the quote itself has a meaning. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
