package vn.loa.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.phrases.Phrases;
import vn.loa.store.message.AlbumGap;

/** Words what of an announcement did not arrive, or could not be taken back: which part, in how many chats, why, what next. */
public final class AnnouncementGaps {
    private static final String UNCONFIRMED = "UNCONFIRMED";
    private static final String FORMER_CHAT = "FORMER_CHAT";

    private AnnouncementGaps() {}

    /** Returns a line for each kind of gap, and others that say what can be done; nothing when there is no gap. */
    public static List<String> lines(Phrases phrases, List<AlbumGap> gaps) {
        return lines(phrases, gaps, "announce.gap.next.MISSING");
    }

    /**
     * Returns the same lines for where the missing files can be sent again.
     *
     * @param button whether a button that does so stands below
     */
    public static List<String> lines(Phrases phrases, List<AlbumGap> gaps, boolean button) {
        return lines(phrases, gaps, button ? "announce.gap.next.here" : "announce.gap.next.none");
    }

    private static List<String> lines(Phrases phrases, List<AlbumGap> gaps, String next) {
        List<String> lines = new ArrayList<>();
        for (AlbumGap.Kind kind : AlbumGap.Kind.values()) {
            List<AlbumGap> ofKind =
                    gaps.stream().filter(gap -> gap.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                lines.add(phrases.say("announce.gap." + kind, String.join("; ", parts(phrases, ofKind))));
            }
            steps(kind, causes(ofKind), next).forEach(step -> lines.add(phrases.say(step)));
        }
        return lines;
    }

    /** Returns why parts are missing or remain, but for those that are still being sent. */
    private static Set<String> causes(List<AlbumGap> gaps) {
        return gaps.stream()
                .filter(gap -> !gap.reason().isEmpty())
                .map(gap -> FailureReasons.cause(gap.reason()).orElse(""))
                .collect(Collectors.toSet());
    }

    /** Returns what can be done, by the causes; what nobody can do is asked of nobody. */
    private static List<String> steps(AlbumGap.Kind kind, Set<String> causes, String next) {
        List<String> steps = new ArrayList<>();
        Set<String> others = new HashSet<>(causes);
        boolean remaining = kind == AlbumGap.Kind.REMAINING;
        if (others.contains(UNCONFIRMED)) {
            steps.add("announce.gap.look." + kind);
        }
        if (remaining && others.contains(FORMER_CHAT)) {
            steps.add("announce.gap.stays");
        }
        if (remaining) {
            others.removeAll(Set.of(UNCONFIRMED, FORMER_CHAT));
        }
        if (!others.isEmpty()) {
            steps.add(remaining ? "announce.gap.next.REMAINING" : next);
        }
        return steps;
    }

    private static List<String> parts(Phrases phrases, List<AlbumGap> gaps) {
        record Part(String name, String reason) {}
        Map<Part, Integer> chats = new LinkedHashMap<>();
        gaps.forEach(gap -> chats.merge(new Part(name(phrases, gap), reason(phrases, gap)), gap.chats(), Integer::sum));
        List<String> parts = new ArrayList<>();
        chats.forEach((part, count) -> parts.add(phrases.say("announce.gap.part", part.name(), count, part.reason())));
        return parts;
    }

    /** A file without a reason is still to be sent. */
    private static String reason(Phrases phrases, AlbumGap gap) {
        return gap.reason().isEmpty()
                ? phrases.say("announce.gap.sending")
                : FailureReasons.told(phrases, gap.reason());
    }

    private static String name(Phrases phrases, AlbumGap gap) {
        if (gap.file().isEmpty()) {
            return phrases.say("announce.gap.words");
        }
        String numbered = phrases.say(
                gap.photo() ? "announce.gap.photo" : "announce.gap.file",
                gap.file().get() + 1);
        return gap.name().isEmpty() ? numbered : phrases.say("announce.gap.named", numbered, gap.name());
    }
}
