package vn.loa.command.menu;

import java.util.ArrayList;
import java.util.List;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;

/** Splits a list into as many messages as it takes, without cutting an item. */
public final class LongList {
    /** The longest message, in UTF-16 units; a message carries 4096 on Telegram. */
    private static final int LONGEST_MESSAGE = 3_500;

    private LongList() {}

    public static List<OutgoingMessage> messages(RichText.Builder title, List<String> lines) {
        return rich(title, lines.stream().map(RichText::plain).toList());
    }

    /** Makes messages of items with links and bold words. */
    public static List<OutgoingMessage> rich(RichText.Builder title, List<RichText> lines) {
        List<OutgoingMessage> messages = new ArrayList<>();
        RichText.Builder text = title;
        int length = title.build().length();
        for (RichText line : lines) {
            if (length + line.length() > LONGEST_MESSAGE) {
                messages.add(OutgoingMessage.of(text.build()));
                text = RichText.builder();
                length = 0;
            }
            text.plain(length == 0 ? "" : "\n").append(line);
            length += line.length() + 1;
        }
        messages.add(OutgoingMessage.of(text.build()));
        return messages;
    }
}
