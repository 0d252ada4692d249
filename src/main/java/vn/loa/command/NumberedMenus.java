package vn.loa.command;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Press;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Hearing;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.text.Folding;
import vn.loa.text.PoliteWords;

/**
 * Replaces buttons and files on channels without them. Choices are numbered under the message, and the number that a
 * person answers with is the press. Rights are checked at the press, as they are for buttons. A menu is for the person
 * who asked, and is forgotten after a quarter of an hour and with a restart; after that a number is not understood and
 * the command has to be given again.
 */
public final class NumberedMenus {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    /** The most menus that are remembered; the oldest are forgotten first. */
    private static final int MOST = 1_000;

    /** A press in writing: a slash and the data of a button, which no command looks like; a mere colon is no data. */
    private static final Pattern WRITTEN = Pattern.compile("/([a-z]+(?=:+[^\\s:])(?::[^\\s:]*)+)");
    /** Opens a chat, or the list of chats, for which there are shorter words. */
    private static final Pattern OF_CHATS = Pattern.compile("nhom:(?:o:(\\d+)|l:).*");

    /** The mark of an announcement written back: {@code nắm 12}, {@code Đã nắm tin số 12 ạ}. */
    private static final Pattern MARK = Pattern.compile(
            "(?:[\\p{L}]{1,10} ){0,3}nắm(?: tin)?(?: số)? ?#?([nd]?\\d{1,18})(?: ạ| nhé| rồi| rồi ạ)?[.!]?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

    /** Numbers in words; they count after a word that announces a number, for "ba" and "năm" mean other things too. */
    private static final List<String> IN_WORDS =
            List.of("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười");

    private static final Set<String> ANNOUNCING = Set.of("so", "muc", "chon", "lay");
    /** After these alone a number may lack its marks, in a text without any: "chon sau" is "later". */
    private static final Set<String> NUMBERING = Set.of("so", "muc");

    /** Words that people write before the number that they choose, folded: {@code chọn số 1}. */
    private static final Set<String> BEFORE_NUMBER =
            Set.of("chon", "so", "muc", "lay", "cai", "chau", "bac", "chu", "co");

    /** Words that people write to say yes to the only choice, folded. */
    private static final Set<String> YES = Set.of("dong y", "ok", "oke", "co", "vang", "duoc", "chon", "nhat tri");

    /** The longest text file, in UTF-16 units, whose content is sent as words instead. */
    private static final int TOLD_FILE = 1_500;

    /** Makes one-time links to files. */
    @FunctionalInterface
    public interface FileLinks {
        /** Returns a link for a person; empty where people do not reach Loa's web server. */
        Optional<URI> link(PersonId person, Media.Made file);
    }

    private record Place(ChatAddress chat, PersonId person) {}

    private record Menu(List<String> data, Instant until) {}

    private final Phrases phrases;
    private final InstantSource clock;
    private final Predicate<PersonId> operators;
    private final FileLinks files;

    @GuardedBy("this")
    private final Map<Place, Menu> menus = new LinkedHashMap<>();

    public NumberedMenus(Phrases phrases, InstantSource clock) {
        this(phrases, clock, person -> false, (person, file) -> Optional.empty());
    }

    /**
     * Makes menus where an operator's yes, in private and to no menu, admits the only chat that waits.
     *
     * @param operators tells whether a person is an operator
     * @param files makes links to files, which such channels do not carry
     */
    public NumberedMenus(Phrases phrases, InstantSource clock, Predicate<PersonId> operators, FileLinks files) {
        this.files = files;
        this.phrases = phrases;
        this.clock = clock;
        this.operators = operators;
    }

    /**
     * Returns a choice of an unasked message as text, with the words that make it when written at any time, by anybody
     * who may.
     */
    public static String written(Button.Action action) {
        Matcher chats = OF_CHATS.matcher(action.data());
        if (chats.matches()) {
            return action.label() + ": /nhom" + (chats.group(1) == null ? "" : " " + chats.group(1));
        }
        return ApprovalRequest.words(action).orElseGet(() -> action.label() + ": /" + action.data());
    }

    /** Returns the press that a number stands for in the last menu, else the command unchanged. */
    public synchronized IncomingCommand understood(IncomingCommand heard) {
        String words = heard.words().strip();
        Matcher mark = MARK.matcher(words);
        if (mark.matches()) {
            return heard.withWords("/nam " + mark.group(1).toLowerCase(Locale.ROOT));
        }
        Matcher press = WRITTEN.matcher(words);
        if (press.matches()) {
            return pressed(heard, press.group(1));
        }
        Menu menu = menus.get(new Place(heard.chat(), heard.sender().person()));
        if (menu != null && !menu.until().isBefore(clock.instant())) {
            int choice = choice(words, menu.data().size());
            if (choice >= 1 && choice <= menu.data().size()) {
                return pressed(heard, menu.data().get(choice - 1));
            }
        }
        return heard.kind().shared() ? heard : approved(heard, words);
    }

    private IncomingCommand approved(IncomingCommand heard, String words) {
        Optional<String> decision = ApprovalRequest.written(words, phrases);
        if (decision.isPresent()) {
            return pressed(heard, decision.get());
        }
        String agreed = phrases.say("approval.accept");
        boolean bare = PoliteWords.words(words).equals(PoliteWords.words(agreed));
        return bare && operators.test(heard.sender().person())
                ? heard.withWords("/" + ApprovalRequest.COMMAND + " " + agreed)
                : heard;
    }

    /** Returns the number that somebody chose, with whatever politeness around it; 0 for none. */
    private static int choice(String words, int choices) {
        List<String> typed = PoliteWords.words(words);
        int at = 0;
        int polite = PoliteWords.before(words);
        while (at < typed.size() && (at < polite || BEFORE_NUMBER.contains(typed.get(at)))) {
            at++;
        }
        int number = at < typed.size() ? number(words, typed, at) : 0;
        if (number > 0) {
            return PoliteWords.only(String.join(" ", typed.subList(at + 1, typed.size()))) ? number : 0;
        }
        return choices == 1 && yes(words, typed) ? 1 : 0;
    }

    private static int number(String words, List<String> folded, int at) {
        if (NUMBER.matcher(folded.get(at)).matches()) {
            return Integer.parseInt(folded.get(at));
        }
        String before = at > 0 ? folded.get(at - 1) : "";
        if (!ANNOUNCING.contains(before)) {
            return 0;
        }
        List<String> typed = PoliteWords.typed(words);
        boolean unmarked = NUMBERING.contains(before) && typed.equals(folded);
        Stream<String> numbers = unmarked ? IN_WORDS.stream().map(Folding::fold) : IN_WORDS.stream();
        return numbers.toList().indexOf(typed.get(at)) + 1;
    }

    private static boolean yes(String words, List<String> typed) {
        String said = String.join(" ", typed).strip();
        return YES.stream()
                .anyMatch(yes -> said.equals(yes) || said.startsWith(yes + " ") && PoliteWords.only(rest(words, yes)));
    }

    /** Returns the typed words after those of a phrase. */
    private static String rest(String words, String phrase) {
        String[] typed = words.strip().split("\\s+");
        int skipped = phrase.split(" ").length;
        return String.join(" ", List.of(typed).subList(Math.min(skipped, typed.length), typed.length));
    }

    private static IncomingCommand pressed(IncomingCommand heard, String data) {
        return new IncomingCommand(
                heard.chat(),
                heard.kind(),
                heard.chatTitle(),
                heard.sender(),
                data,
                Optional.of(new Press.InWords()),
                true);
    }

    /** As {@link #said(IncomingCommand, Reply, Hearing)}, where everything is heard. */
    public List<OutgoingMessage> said(IncomingCommand to, Reply reply) {
        return said(to, reply, Hearing.EVERYTHING);
    }

    /**
     * Returns an answer without buttons, edits and toasts: changes are said anew, and choices have numbers. Where several
     * people share the chat it is said whose choices they are, and how a number is heard.
     */
    public synchronized List<OutgoingMessage> said(IncomingCommand to, Reply reply, Hearing hearing) {
        List<OutgoingMessage> messages = new ArrayList<>();
        reply.edit()
                .ifPresent(message -> messages.add(reply.toast()
                        .filter(toast ->
                                !toast.isBlank() && !message.text().text().equals(toast))
                        .map(toast -> message.withText(RichText.builder()
                                .plain(toast + "\n\n")
                                .append(message.text())
                                .build()))
                        .orElse(message)));
        messages.addAll(reply.messages());
        if (messages.isEmpty()) {
            reply.toast()
                    .filter(toast -> !toast.isBlank())
                    .ifPresent(toast -> messages.add(OutgoingMessage.plain(toast)));
        }
        List<OutgoingMessage> sayable = messages.stream()
                .flatMap(message -> withoutFile(message, to.sender().person()).stream())
                .toList();
        return numbered(to, sayable, hearing);
    }

    /**
     * Replaces a file. A short text file is sent as words, others by a link that works once. A picture only repeats the
     * words, so where there is no link it is dropped.
     */
    private Optional<OutgoingMessage> withoutFile(OutgoingMessage message, PersonId person) {
        Optional<Media.Made> made =
                message.media().filter(Media.Made.class::isInstance).map(Media.Made.class::cast);
        if (made.isEmpty()) {
            return Optional.of(message);
        }
        boolean picture = made.get().form() == Media.Kept.Form.PHOTO;
        String content = new String(made.get().content(), StandardCharsets.UTF_8).replace("\ufeff", "");
        boolean told = !picture && content.length() <= TOLD_FILE;
        Optional<URI> link = told ? Optional.empty() : files.link(person, made.get());
        if (picture && link.isEmpty()) {
            return Optional.empty();
        }
        String instead = link.map(
                        address -> phrases.say("menu.file-link", made.get().name()) + "\n" + address)
                .orElseGet(() ->
                        told ? content : phrases.say("menu.no-file", made.get().name()));
        return Optional.of(OutgoingMessage.of(RichText.builder()
                        .append(message.text())
                        .plain("\n\n" + instead)
                        .build())
                .withButtons(message.buttons()));
    }

    @GuardedBy("this")
    private List<OutgoingMessage> numbered(IncomingCommand to, List<OutgoingMessage> messages, Hearing hearing) {
        Place place = new Place(to.chat(), to.sender().person());
        List<String> data = new ArrayList<>();
        List<OutgoingMessage> numbered = new ArrayList<>();
        boolean one = messages.stream().mapToLong(NumberedMenus::choices).sum() == 1;
        for (OutgoingMessage message : messages) {
            numbered.add(numbered(message, data, one));
        }
        if (!data.isEmpty()) {
            menus.remove(place);
            menus.put(place, new Menu(data, clock.instant().plus(PATIENCE)));
            OutgoingMessage last = numbered.remove(numbered.size() - 1);
            numbered.add(last.withText(RichText.builder()
                    .append(last.text())
                    .plain("\n\n" + how(to, data.size(), only(messages), hearing))
                    .build()));
            if (menus.size() > MOST) {
                menus.remove(menus.keySet().iterator().next());
            }
        }
        return numbered;
    }

    private static long choices(OutgoingMessage message) {
        return message.buttons().stream()
                .flatMap(List::stream)
                .filter(Button.Action.class::isInstance)
                .count();
    }

    private static String only(List<OutgoingMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.buttons().stream())
                .flatMap(List::stream)
                .filter(Button.Action.class::isInstance)
                .map(Button::label)
                .findFirst()
                .orElse("");
    }

    /**
     * Says how to choose, and in a shared chat who may.
     *
     * @param label the first choice
     */
    private String how(IncomingCommand to, int choices, String label, Hearing hearing) {
        boolean shared = to.kind().shared();
        String name = to.sender().name().strip();
        String person = name.isEmpty() ? phrases.say("menu.you") : phrases.say("menu.person", name);
        Phrases words = shared ? phrases.heardThrough(hearing) : phrases;
        boolean plainly = !shared || !hearing.everything();
        return choices == 1
                ? words.say(plainly ? "menu.one" : "menu.one.of", label, person)
                : words.say(plainly ? "menu.numbers" : "menu.numbers.of", 1, choices, person);
    }

    private static OutgoingMessage numbered(OutgoingMessage message, List<String> data, boolean one) {
        RichText.Builder text = RichText.builder().append(message.text());
        List<List<Button>> links = new ArrayList<>();
        String gap = "\n\n";
        for (Button button : message.buttons().stream().flatMap(List::stream).toList()) {
            if (button instanceof Button.Action action) {
                data.add(action.data());
                text.plain(one ? "" : gap + data.size() + ". " + action.label());
                gap = "\n";
            } else {
                links.add(List.of(button));
            }
        }
        return message.withText(text.build()).withButtons(links);
    }
}
