package vn.loa.command.routing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.loa.command.Reply;
import vn.loa.command.Vocabulary;
import vn.loa.command.intent.Intent;
import vn.loa.command.intent.Slots;
import vn.loa.command.intent.Understanding;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.CommandButtons.Typed;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.text.PlainText;

/**
 * Answers sentences that were not understood, or only nearly: repeats the words and offers buttons for what may have
 * been meant.
 */
public final class SentenceOffers {
    private static final int MOST = 6;
    /** The longest part of a sentence that is repeated, in UTF-16 units. */
    private static final int REPEATED = 100;
    /** The longest search, in words; more is nothing to look for, or to follow. */
    private static final int LONGEST_SEARCH = 8;

    /** Begins the words of {@code /lich} for a pause. */
    private static final String PAUSE = "tamdung ";

    private static final int LONGEST_FOLLOWED = 5;
    private static final int LONGEST_LABEL = 30;
    private static final List<Intent> ALWAYS =
            List.of(Intent.LATEST, Intent.TIMES_MENU, Intent.UNFOLLOW_ALL, Intent.FOLLOW_MENU);

    private static final Slots NOTHING = new Slots(
            "",
            false,
            false,
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            false,
            Optional.empty(),
            false);

    private final SentenceCommands commands;
    private final UnaryOperator<String> followed;
    private final CommandButtons buttons;

    /**
     * Makes the offers.
     *
     * @param followed gives the words after {@code /theodoi} with which just these words are followed
     */
    public SentenceOffers(SentenceCommands commands, UnaryOperator<String> followed, InstantSource clock) {
        this.commands = commands;
        this.followed = followed;
        this.buttons = new CommandButtons(clock);
    }

    /** Reads the press of a button that was offered. */
    Optional<Typed> pressed(ButtonData data) {
        return buttons.read(data);
    }

    /** Makes a router for sentences over the words of commands. */
    SentenceRouter over(Vocabulary vocabulary) {
        return new SentenceRouter(vocabulary, commands);
    }

    /** Makes buttons for what everybody may do everywhere. */
    List<List<Button>> ways(Phrases phrases) {
        return Stream.of(Intent.LATEST, Intent.HELP)
                .flatMap(intent ->
                        button(intent, new Understanding(intent, NOTHING, true, List.of()), name -> true, phrases)
                                .stream())
                .map(List::of)
                .toList();
    }

    /** Makes a fresh button for a command whose old one does nothing any more. */
    List<List<Button>> again(String command, String arguments) {
        return corrected(command, arguments.isEmpty() ? "" : "/ " + arguments);
    }

    /** Makes the button for a command that was mistyped after a slash, with the words that followed it. */
    List<List<Button>> corrected(String command, String words) {
        String rest = words.startsWith("/") ? words.replaceFirst("^\\S+\\s*", "") : "";
        Typed typed = new Typed(command, rest.strip());
        String label = ("/" + typed.command() + " " + typed.arguments()).strip();
        return buttons.button(PlainText.start(label, LONGEST_LABEL), typed).stream()
                .map(List::of)
                .toList();
    }

    /**
     * Answers a sentence.
     *
     * @param usable whether the sender may use the command of this name
     */
    Reply answer(String words, Understanding understood, Predicate<String> usable, Phrases phrases) {
        String heard = PlainText.start(words, REPEATED);
        String text = heard.isEmpty()
                ? phrases.say("command.unknown")
                : phrases.say(isUnknown(understood) ? "talk.unknown" : "talk.near", heard);
        return Reply.of(OutgoingMessage.plain(text).withButtons(rows(understood, usable, phrases)));
    }

    private static boolean isUnknown(Understanding understood) {
        return understood.intent() == Intent.OFFER && understood.wishes().isEmpty();
    }

    private List<List<Button>> rows(Understanding understood, Predicate<String> usable, Phrases phrases) {
        Set<Intent> wishes = new LinkedHashSet<>();
        if (understood.wishes().size() < 2) {
            wishes.addAll(intents(understood));
        }
        wishes.addAll(ALWAYS);
        List<List<Button>> rows = new ArrayList<>();
        for (Understanding part : understood.wishes()) {
            if (rows.size() < MOST - 2) {
                button(part.intent(), part, usable, phrases)
                        .map(List::of)
                        .filter(row -> !rows.contains(row))
                        .ifPresent(rows::add);
            }
        }
        for (Intent intent : wishes) {
            if (rows.size() < MOST - 1) {
                button(intent, understood, usable, phrases)
                        .map(List::of)
                        .filter(row -> !rows.contains(row))
                        .ifPresent(rows::add);
            }
        }
        button(Intent.HELP, understood, usable, phrases).map(List::of).ifPresent(rows::add);
        return rows;
    }

    /** Returns what a sentence that is one whole may mean. */
    private static List<Intent> intents(Understanding understood) {
        List<Intent> intents = new ArrayList<>(List.of(understood.intent()));
        intents.addAll(understood.others());
        if (!understood.slots().what().isEmpty() && understood.wishes().isEmpty()) {
            intents.addAll(List.of(Intent.SEARCH, Intent.FOLLOW));
        }
        return intents;
    }

    private Optional<Button> button(
            Intent intent, Understanding understood, Predicate<String> usable, Phrases phrases) {
        boolean told = intent == understood.intent() || carriesWords(intent) || intent == Intent.LATEST_PERIOD;
        Slots slots = told ? understood.slots() : NOTHING;
        if (carriesWords(intent) && !fits(intent, slots)) {
            return Optional.empty();
        }
        String key = "talk.button." + intent.name();
        return commands.of(intent, slots)
                .filter(typed -> usable.test(typed.command()))
                .map(typed -> intent == Intent.FOLLOW ? following(typed) : typed)
                .flatMap(typed -> buttons.button(label(phrases, key, slots, typed), typed));
    }

    private static boolean carriesWords(Intent intent) {
        return intent == Intent.SEARCH
                || intent == Intent.FOLLOW
                || intent == Intent.UNFOLLOW
                || intent == Intent.LATEST_OF;
    }

    private static boolean fits(Intent intent, Slots slots) {
        int most = intent == Intent.FOLLOW ? LONGEST_FOLLOWED : LONGEST_SEARCH;
        return slots.everything() && intent == Intent.FOLLOW
                || !slots.what().isBlank() && slots.what().split("\\s+").length <= most;
    }

    private Typed following(Typed typed) {
        return new Typed(typed.command(), followed.apply(typed.arguments()));
    }

    /** Returns the label of an offer: a change with its values, the rest by name. */
    private static String label(Phrases phrases, String key, Slots slots, Typed typed) {
        if (key.endsWith(".PAUSE") && typed.arguments().startsWith(PAUSE)) {
            String end = typed.arguments().substring(PAUSE.length());
            String until = slots.later() ? key + ".now" : key + ".until";
            return phrases.say(end.indexOf('/') > 0 ? until : key + ".for", end);
        }
        String what = slots.everything() ? typed.arguments() : slots.what();
        String told = what.isEmpty() ? typed.arguments() : what;
        return phrases.say(key, PlainText.start(told, LONGEST_LABEL));
    }
}
