package vn.loa.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Text with the few styles every channel can show or leave out. It carries no markup: a channel makes its own from
 * the spans, so what a portal or a person wrote can never become a tag.
 *
 * @param spans the text in order
 */
public record RichText(List<Span> spans) {
    /** The styles of a span. */
    public enum Style {
        PLAIN,
        BOLD,
        ITALIC,
        STRIKE,
        /** Set off, and shown in part until somebody opens it; stands on lines of its own. */
        FOLDED,
        CODE
    }

    /**
     * A run of text in one style.
     *
     * @param text plain text, may hold line breaks
     * @param style how it looks
     * @param link where it leads, for channels that can hide a link under words
     */
    public record Span(String text, Style style, Optional<URI> link) {
        public Span {
            Objects.requireNonNull(text);
            Objects.requireNonNull(style);
            Objects.requireNonNull(link);
        }

        private Span withText(String other) {
            return new Span(other, style, link);
        }
    }

    public RichText {
        spans = List.copyOf(spans);
    }

    public static RichText plain(String text) {
        return builder().plain(text).build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Returns the words alone. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** Returns the same without any style, each hidden link written out behind its words. */
    public RichText withVisibleLinks() {
        return plain(spans.stream().map(RichText::withVisibleLink).collect(Collectors.joining()));
    }

    private static String withVisibleLink(Span span) {
        return span.link()
                .map(URI::toString)
                .filter(address -> !span.text().contains(address))
                .map(address -> span.text() + " (" + address + ")")
                .orElse(span.text());
    }

    /** Returns the length in UTF-16 units, as Telegram and Zalo count it. */
    public int length() {
        return spans.stream().mapToInt(span -> span.text().length()).sum();
    }

    /**
     * Returns the beginning of the text, at most {@code limit} UTF-16 units long, cut between words and closed with "…"
     * when something was left out. A surrogate pair or a base letter with its combining marks is never split.
     */
    public RichText abridged(int limit) {
        if (length() <= limit) {
            return this;
        }
        List<Span> kept = new ArrayList<>();
        int left = limit - 1;
        for (Span span : spans) {
            if (span.text().length() <= left) {
                kept.add(span);
                left -= span.text().length();
            } else {
                kept.add(span.withText(cut(span.text(), left)));
                break;
            }
        }
        kept.add(new Span("…", Style.PLAIN, Optional.empty()));
        return new RichText(kept);
    }

    private static String cut(String text, int limit) {
        int end = Math.max(limit, 0);
        int space = end;
        while (space > 0 && !Character.isWhitespace(text.charAt(space))) {
            space--;
        }
        if (space > end / 2) {
            return text.substring(0, space).stripTrailing();
        }
        while (end > 0 && !boundary(text, end)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static boolean boundary(String text, int index) {
        int type = Character.getType(text.codePointAt(index));
        boolean combining = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
        return !combining && !Character.isLowSurrogate(text.charAt(index));
    }

    /** Collects spans; empty texts are left out. */
    public static final class Builder {
        private final List<Span> spans = new ArrayList<>();

        private Builder() {}

        public Builder plain(String text) {
            return add(text, Style.PLAIN);
        }

        public Builder bold(String text) {
            return add(text, Style.BOLD);
        }

        public Builder italic(String text) {
            return add(text, Style.ITALIC);
        }

        public Builder strike(String text) {
            return add(text, Style.STRIKE);
        }

        public Builder folded(String text) {
            return add(text, Style.FOLDED);
        }

        public Builder code(String text) {
            return add(text, Style.CODE);
        }

        public Builder link(String text, URI target) {
            if (!text.isEmpty()) {
                spans.add(new Span(text, Style.PLAIN, Optional.of(target)));
            }
            return this;
        }

        public Builder append(RichText other) {
            spans.addAll(other.spans());
            return this;
        }

        public Builder newline() {
            return plain("\n");
        }

        public RichText build() {
            return new RichText(spans);
        }

        private Builder add(String text, Style style) {
            if (!text.isEmpty()) {
                spans.add(new Span(text, style, Optional.empty()));
            }
            return this;
        }
    }
}
