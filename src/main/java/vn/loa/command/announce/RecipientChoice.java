package vn.loa.command.announce;

import java.util.List;
import java.util.Set;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.text.Folding;

/** Has the recipients of a draft chosen one by one, by pages and by units. */
final class RecipientChoice {
    private static final int LONGEST_FILTER = 24;

    private final Draft drafts;
    private final Audience audience;

    RecipientChoice(Draft drafts, Audience audience) {
        this.drafts = drafts;
        this.audience = audience;
    }

    /** Shows only the chats whose names have these words. */
    Reply narrow(Request request, long draft) {
        String words = Folding.fold(request.arguments().strip());
        drafts.narrow(draft, words.substring(0, Math.min(LONGEST_FILTER, words.length())));
        return Reply.of(audience.menu(request, choice(draft), 0));
    }

    private Audience.Choice choice(long draft) {
        return new Audience.Choice(draft, drafts.chosen(draft).orElse(Set.of()), drafts.words(draft));
    }

    /** Shows all chats again. */
    Reply widen(Request request, long draft) {
        drafts.narrow(draft, "");
        return Reply.edit(audience.menu(request, choice(draft), 0), "");
    }

    /** Returns the chosen chats that may still be written to. */
    List<Chat> chosen(Request request, long draft) {
        Set<Long> ids = drafts.chosen(draft).orElse(Set.of());
        return audience.open(request).stream()
                .filter(chat -> ids.contains(chat.id()))
                .toList();
    }

    /** Handles a press on a page of the choice: turns it, or ticks. */
    Reply choose(Request request, long draft, String wish) {
        if (!wish.matches("(?:page|units|whole):\\d{1,6}|(?:tick|unit):\\d{1,18}:\\d{1,6}")) {
            return request.toast("press.stale");
        }
        if (request.chat().kind() == ChatKind.PRIVATE) {
            drafts.await(request.chat(), request.person(), new Draft.Question(Draft.Awaited.WORDS, draft));
        }
        String[] parts = wish.split(":");
        int page = Integer.parseInt(parts[parts.length - 1]);
        Audience.Choice choice = choice(draft);
        tick(request, parts, choice);
        drafts.choose(draft, choice.ids());
        boolean byUnit = parts[0].startsWith("unit");
        return Reply.edit(
                byUnit ? audience.unitMenu(request, choice, page) : audience.menu(request, choice, page),
                request.say("announce.chosen", choice.ids().size()));
    }

    private void tick(Request request, String[] parts, Audience.Choice choice) {
        switch (parts[0]) {
            case "tick" -> {
                long chat = Long.parseLong(parts[1]);
                if (!choice.ids().remove(chat)) {
                    choice.ids().add(chat);
                }
            }
            case "unit" -> audience.toggle(request, Long.parseLong(parts[1]), choice.ids());
            case "whole" -> audience.togglePage(request, choice, Integer.parseInt(parts[1]));
            default -> {}
        }
    }
}
