package vn.loa.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Press;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.text.Folding;

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

    /** A press in writing: a slash and the data of a button, which no command looks like. */
    private static final Pattern WRITTEN = Pattern.compile("/([a-z]+(?::[^\\s:]+)+)");

    /** A number as people write it: {@code 1}, {@code 1.}, {@code số 1}. */
    private static final Pattern NUMBER = Pattern.compile("(?:so )?(\\d{1,3})[.)]?");

    /** The longest text file, in UTF-16 units, whose content is sent as words instead. */
    private static final int TOLD_FILE = 1_500;

    private record Place(ChatAddress chat, PersonId person) {}

    private record Menu(List<String> data, Instant until) {}

    private final Phrases phrases;
    private final InstantSource clock;
    private final Map<Place, Menu> menus = new LinkedHashMap<>();

    public NumberedMenus(Phrases phrases, InstantSource clock) {
        this.phrases = phrases;
        this.clock = clock;
    }

    /**
     * Returns a choice of an unasked message as text, with the words that make it when written at any time, by anybody
     * who may.
     */
    public static String written(Button.Action action) {
        return action.label() + ": /" + action.data();
    }

    /** Returns the press that a number stands for in the last menu, else the command unchanged. */
    public synchronized IncomingCommand understood(IncomingCommand heard) {
        String words = heard.words().strip();
        Matcher press = WRITTEN.matcher(words);
        if (press.matches()) {
            return pressed(heard, press.group(1));
        }
        Menu menu = menus.get(new Place(heard.chat(), heard.sender().person()));
        Matcher number = NUMBER.matcher(Folding.fold(words).strip());
        if (menu == null || !number.matches() || menu.until().isBefore(clock.instant())) {
            return heard;
        }
        int choice = Integer.parseInt(number.group(1));
        return choice < 1 || choice > menu.data().size()
                ? heard
                : pressed(heard, menu.data().get(choice - 1));
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

    /** Returns an answer without buttons, edits and toasts: changes are said anew, and choices have numbers. */
    public synchronized List<OutgoingMessage> said(IncomingCommand to, Reply reply) {
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
                .flatMap(message -> withoutFile(message).stream())
                .toList();
        return numbered(new Place(to.chat(), to.sender().person()), sayable);
    }

    /**
     * Replaces a file. A picture only repeats the words and is dropped; a short text file is sent as words, for others
     * the way to get it.
     */
    private Optional<OutgoingMessage> withoutFile(OutgoingMessage message) {
        Optional<Media.Made> made =
                message.media().filter(Media.Made.class::isInstance).map(Media.Made.class::cast);
        if (made.isEmpty()) {
            return Optional.of(message);
        }
        if (made.get().form() == Media.Kept.Form.PHOTO) {
            return Optional.empty();
        }
        String content = new String(made.get().content(), StandardCharsets.UTF_8).replace("\ufeff", "");
        String instead = content.length() <= TOLD_FILE
                ? content
                : phrases.say("menu.no-file", made.get().name());
        return Optional.of(OutgoingMessage.of(RichText.builder()
                        .append(message.text())
                        .plain("\n\n" + instead)
                        .build())
                .withButtons(message.buttons()));
    }

    private List<OutgoingMessage> numbered(Place place, List<OutgoingMessage> messages) {
        List<String> data = new ArrayList<>();
        List<OutgoingMessage> numbered = new ArrayList<>();
        for (OutgoingMessage message : messages) {
            numbered.add(numbered(message, data));
        }
        if (!data.isEmpty()) {
            menus.remove(place);
            menus.put(place, new Menu(data, clock.instant().plus(PATIENCE)));
            OutgoingMessage last = numbered.remove(numbered.size() - 1);
            numbered.add(last.withText(RichText.builder()
                    .append(last.text())
                    .plain("\n\n" + phrases.say("menu.numbers", 1, data.size()))
                    .build()));
            if (menus.size() > MOST) {
                menus.remove(menus.keySet().iterator().next());
            }
        }
        return numbered;
    }

    private static OutgoingMessage numbered(OutgoingMessage message, List<String> data) {
        RichText.Builder text = RichText.builder().append(message.text());
        List<List<Button>> links = new ArrayList<>();
        String gap = "\n\n";
        for (Button button : message.buttons().stream().flatMap(List::stream).toList()) {
            if (button instanceof Button.Action action) {
                data.add(action.data());
                text.plain(gap + data.size() + ". " + action.label());
                gap = "\n";
            } else {
                links.add(List.of(button));
            }
        }
        return message.withText(text.build()).withButtons(links);
    }
}
