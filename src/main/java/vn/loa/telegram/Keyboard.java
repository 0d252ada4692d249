package vn.loa.telegram;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import vn.loa.model.Button;

/**
 * Buttons as Telegram takes them. One bad button makes it refuse the whole message, so what it would refuse is told
 * apart here: at most 100 buttons, 8 a row, labels that are not blank, links to a host with a dot or an address.
 */
final class Keyboard {
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_IN_A_ROW = 8;
    private static final Set<String> WEB = Set.of("http", "https");

    private final List<InlineKeyboardRow> rows = new ArrayList<>();
    private final List<Button.Link> refusedLinks = new ArrayList<>();
    private int count;

    Keyboard(List<List<Button>> buttons) {
        buttons.forEach(this::addRow);
    }

    /** The markup, or empty when there are no buttons. */
    Optional<InlineKeyboardMarkup> markup() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(new InlineKeyboardMarkup(rows));
    }

    /** Links that cannot be buttons and have to stand in the text. */
    List<Button.Link> refusedLinks() {
        return refusedLinks;
    }

    private void addRow(List<Button> buttons) {
        InlineKeyboardRow row = new InlineKeyboardRow();
        for (Button button : buttons) {
            if (row.size() == MOST_IN_A_ROW) {
                rows.add(row);
                row = new InlineKeyboardRow();
            }
            Optional<InlineKeyboardButton> key = key(button);
            if (key.isPresent() && count < MOST_BUTTONS) {
                row.add(key.get());
                count++;
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
    }

    private Optional<InlineKeyboardButton> key(Button button) {
        InlineKeyboardButton key = new InlineKeyboardButton(label(button));
        if (button instanceof Button.Action action) {
            key.setCallbackData(action.data());
            return Optional.of(key);
        }
        Button.Link link = (Button.Link) button;
        if (!opens(link.url())) {
            refusedLinks.add(link);
            return Optional.empty();
        }
        key.setUrl(link.url().toASCIIString());
        return Optional.of(key);
    }

    private static String label(Button button) {
        String label = TelegramHtml.clean(button.label()).replace('\n', ' ').strip();
        return label.isEmpty() ? "…" : label;
    }

    private static boolean opens(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!WEB.contains(scheme) || url.getHost() == null) {
            return scheme.equals("tg");
        }
        return url.getHost().contains(".") || url.getHost().contains(":");
    }
}
