package vn.loa.command;

import java.util.ArrayList;
import java.util.List;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;

/** Many lines as messages: as many as it takes, and no line is cut. */
public final class LongList {
    /** In UTF-16 units; a message carries 4096 on Telegram. */
    private static final int LONGEST_MESSAGE = 3_500;

    private LongList() {}

    public static List<OutgoingMessage> messages(RichText.Builder title, List<String> lines) {
        return rich(title, lines.stream().map(RichText::plain).toList());
    }

    /** The same for lines with links and bold words. */
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
