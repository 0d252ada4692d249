package vn.loa.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.phrases.Phrases;
import vn.loa.store.message.AlbumGap;

/** Words what of an announcement did not arrive, or could not be taken back: which part, in how many chats, why, what next. */
public final class AnnouncementGaps {
    private AnnouncementGaps() {}

    /** Returns a line for each kind of gap, and one that says what can be done; nothing when there is no gap. */
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
            if (ofKind.stream().anyMatch(gap -> !gap.reason().isEmpty())) {
                lines.add(phrases.say(kind == AlbumGap.Kind.MISSING ? next : "announce.gap.next." + kind));
            }
        }
        return lines;
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
