package vn.loa.command.intent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Corrects the tags of a sentence where the words beside them tell another meaning. */
final class TagCorrections {
    private static final Map<String, Concept> COMPLAINTS = Map.of(
            "không", Concept.FAILED,
            "chưa", Concept.FAILED,
            "chẳng", Concept.FAILED,
            "lại", Concept.WHY,
            "cứ", Concept.WHY,
            "bị", Concept.WHY,
            "toàn", Concept.WHY);

    private TagCorrections() {}

    /**
     * Corrects tags by their position: "không" at a question's end denies nothing, "thôi" at the end stops nothing, a
     * lone number after "tin" counts.
     */
    static List<Tag> of(Sentence sentence, List<Tag> tags) {
        return IntStream.range(0, tags.size())
                .mapToObj(at -> corrected(sentence, tags, at))
                .toList();
    }

    private static Tag corrected(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        return meant(sentence, tags, at)
                .map(concept -> Tag.of(concept, tag.from(), tag.to()))
                .or(() -> counted(sentence, tags, at))
                .orElse(tag);
    }

    /** Returns what a tag means among those beside it, where that is something else than its words say. */
    private static Optional<Concept> meant(Sentence sentence, List<Tag> tags, int at) {
        if (isEndOfQuestion(sentence, tags, at)) {
            return Optional.of(Concept.ASK);
        }
        Optional<Concept> complaint = complaint(sentence, tags, at);
        if (complaint.isPresent()) {
            return complaint;
        }
        if (isAnything(sentence, tags, at) || isListener(sentence, tags, at)) {
            return Optional.of(Concept.FILLER);
        }
        if (isEndOfSubject(sentence, tags, at)) {
            return Optional.of(Concept.RAW);
        }
        return isLast(tags, at) ? meantLast(sentence, tags, at) : Optional.empty();
    }

    private static Optional<Concept> meantLast(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        boolean not = tag.length() == 1
                && tag.is(Concept.NOT)
                && at > 0
                && sentence.word(tag.from()).folded().equals("khong");
        if (not) {
            return Optional.of(isPlea(sentence, tags, tag) ? Concept.FILLER : Concept.ASK);
        }
        return tag.is(Concept.YET) && isQuestion(tags.subList(0, at)) ? Optional.of(Concept.ASK) : Optional.empty();
    }

    private static Optional<Tag> counted(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        boolean count = tag.is(Concept.RAW)
                && tag.length() == 1
                && sentence.word(tag.from()).isNumber()
                && at > 0
                && isLast(tags, at)
                && (tags.get(at - 1).is(Concept.NEW) || tags.get(at - 1).is(Concept.NEWS));
        return count
                ? Optional.of(
                        Tag.count(Integer.parseInt(sentence.word(tag.from()).lower()), tag.from(), tag.to()))
                : Optional.empty();
    }

    private static boolean isLast(List<Tag> tags, int at) {
        return tags.subList(at + 1, tags.size()).stream().noneMatch(TagCorrections::says);
    }

    /** "Nhắn lúc 7h được không" wishes; it does not ask when. */
    private static boolean isPlea(Sentence sentence, List<Tag> tags, Tag not) {
        return sentence.word(not.from() - 1).folded().equals("duoc")
                && tags.stream().anyMatch(tag -> tag.time().isPresent());
    }

    /**
     * Reads a word after a "sao" that begins a clause: "sao hôm qua không gửi tin" misses something and stops nothing,
     * "sao bà lại nhận tin này" asks why; "sao để không nhận tin" does neither.
     */
    private static Optional<Concept> complaint(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        return IntStream.range(0, at).anyMatch(sao -> opensWithSao(sentence, tags, sao))
                ? COMPLAINTS.entrySet().stream()
                        .filter(listed ->
                                WordMarks.fit(sentence.word(tag.from()).lower(), listed.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .filter(concept -> concept == Concept.WHY ? tag.length() == 1 : !tag.is(Concept.FILLER))
                : Optional.empty();
    }

    private static boolean opensWithSao(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        return (tag.length() == 1 || tag.is(Concept.WHY))
                && sentence.word(tag.from()).lower().equals("sao")
                && (tags.subList(0, at).stream().allMatch(before -> before.is(Concept.FILLER))
                        || sentence.word(tag.from() - 1).ends());
    }

    /** "Đừng gửi gì" asks nothing. */
    private static boolean isAnything(Sentence sentence, List<Tag> tags, int at) {
        return tags.get(at).concepts().equals(Set.of(Concept.ASK))
                && tags.subList(Math.max(0, at - 2), at).stream()
                        .anyMatch(tag -> tag.is(Concept.NOT)
                                && sentence.word(tag.from()).folded().equals("dung"));
    }

    /** "Cho mệ xem tin": who stands there is no subject, by whatever name people call themselves. */
    private static boolean isListener(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        return tag.length() == 1
                && tag.is(Concept.RAW)
                && at > 0
                && at + 1 < tags.size()
                && sentence.word(tag.from() - 1).folded().equals("cho")
                && tags.get(at + 1).is(Concept.SHOW);
    }

    /** "Bán hàng trên facebook" is one subject; after a place, "qua zalo" says by which way its news should come. */
    private static boolean isEndOfSubject(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        if (!tag.is(Concept.CHANNEL)
                || tag.from() == 0
                || sentence.word(tag.from() - 1).ends()) {
            return false;
        }
        int begin = at;
        while (begin > 0 && tags.get(begin - 1).isContent()) {
            begin--;
        }
        return tags.subList(begin, at).stream().anyMatch(TagCorrections::isNamed)
                && (begin == 0 || !tags.get(begin - 1).is(Concept.PLACE_WORD));
    }

    private static boolean isNamed(Tag tag) {
        return tag.is(Concept.RAW) || tag.is(Concept.NAME);
    }

    /** "Có nghe không cho tôi xem tin" asks, and then wishes: "không cho" forbids nothing there. */
    private static boolean isEndOfQuestion(Sentence sentence, List<Tag> tags, int at) {
        Tag tag = tags.get(at);
        return tag.length() == 2
                && sentence.word(tag.from()).folded().equals("khong")
                && sentence.word(tag.from() + 1).folded().equals("cho")
                && tags.subList(0, at).stream().anyMatch(before -> before.is(Concept.EXISTS));
    }

    /** Tells whether the sentence asks for news, as "có tin mới chưa", rather than for people, as "ai đã nhận chưa". */
    private static boolean isQuestion(List<Tag> before) {
        return before.stream().anyMatch(tag -> tag.is(Concept.EXISTS))
                && before.stream()
                        .noneMatch(tag -> tag.is(Concept.RECEIVE) || tag.is(Concept.READ) || tag.is(Concept.WHO));
    }

    private static boolean says(Tag tag) {
        return tag.isContent()
                || tag.concepts().stream().anyMatch(concept -> switch (concept) {
                    case RECEIVE, SEND, FOLLOW, WANT, NEWS, SHOW, SEARCH, STOP, ANYMORE, QUIET_WORD, NIGHT -> true;
                    default -> false;
                });
    }
}
