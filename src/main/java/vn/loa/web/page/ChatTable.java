package vn.loa.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.command.ChatAdmission;
import vn.loa.command.UnitNames;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.Unit;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.text.Folding;
import vn.loa.web.FormFields;

/** Finds chats by words, state and unit, page by page. */
public final class ChatTable {
    /** The number of chats on a page. */
    static final int PAGE = 50;

    private static final int LONGEST_SEARCH = 100;
    /** The command that lists and changes chats. */
    static final String CHATS = "nhom";

    private static final String NO_UNIT = "none";

    private final ChatStore chats;
    private final UnitStore units;
    private final UnitNames names;

    ChatTable(ChatStore chats, UnitStore units, UnitNames names) {
        this.chats = chats;
        this.units = units;
        this.names = names;
    }

    /**
     * Selects chats.
     *
     * @param words that the title or the unit's name holds, in whatever case and with or without marks
     * @param state the name of a state; an empty string for all
     * @param unit the number of a unit, {@code none} for chats without one; an empty string for all
     * @param page from 1
     */
    public record Filter(String words, String state, String unit, int page) {
        static Filter of(FormFields fields) {
            String words = fields.first("q").strip();
            String page = fields.first("page");
            return new Filter(
                    words.substring(0, Math.min(LONGEST_SEARCH, words.length())),
                    fields.first("state"),
                    fields.first("unit"),
                    page.matches("\\d{1,6}") ? Math.max(1, Integer.parseInt(page)) : 1);
        }
    }

    /** One line of the table. */
    public record Line(Chat chat, String title, String unit) {
        /** Returns the data of the button that shows the chat with all that can be done to it. */
        public String opening() {
            return ButtonData.of(CHATS, "o", chat.id()).text();
        }
    }

    /** A unit to choose. */
    public record Choice(String id, String name) {}

    /**
     * A page of the table.
     *
     * @param found all chats that the filter selects
     * @param shown those of this page
     */
    public record Page(Filter filter, List<Line> found, List<Line> shown, int pages, List<Choice> units) {
        /** Returns the states to choose from. */
        public List<String> states() {
            return List.of("PENDING", "ACTIVE", "CLOSED", "REFUSED");
        }
    }

    Page page(PageView view, Filter filter) {
        List<Line> found = found(view, filter);
        int pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int page = Math.min(filter.page(), pages);
        List<Line> shown = found.stream().skip((page - 1L) * PAGE).limit(PAGE).toList();
        Filter kept = new Filter(filter.words(), filter.state(), filter.unit(), page);
        return new Page(kept, found, shown, pages, choices(view));
    }

    private List<Line> found(PageView view, Filter filter) {
        Map<Long, String> named =
                units.all().stream().collect(Collectors.toMap(Unit::id, unit -> names.full(unit, view.phrases())));
        Map<Long, Long> unitOf = units.ofChats();
        Function<Chat, String> unit = chat ->
                Optional.ofNullable(unitOf.get(chat.id())).map(named::get).orElse("");
        return chats.all().stream()
                .filter(chat -> inState(chat, filter.state()) && inUnit(unitOf.get(chat.id()), filter.unit()))
                .map(chat -> new Line(chat, ChatAdmission.title(chat, view.phrases()), unit.apply(chat)))
                .filter(line -> holds(line, Folding.fold(filter.words())))
                .toList();
    }

    private List<Choice> choices(PageView view) {
        return names.current().stream()
                .map(unit -> new Choice(Long.toString(unit.id()), names.full(unit, view.phrases())))
                .toList();
    }

    private static boolean inState(Chat chat, String state) {
        return state.isEmpty() || chat.state().name().equals(state) || isUnknown(state);
    }

    private static boolean isUnknown(String state) {
        return List.of(ChatState.values()).stream()
                .noneMatch(each -> each.name().equals(state));
    }

    private static boolean inUnit(@Nullable Long unit, String wanted) {
        if (wanted.equals(NO_UNIT)) {
            return unit == null;
        }
        return wanted.isEmpty() || unit != null && wanted.equals(Long.toString(unit));
    }

    private static boolean holds(Line line, String words) {
        return words.isEmpty() || Folding.fold(line.title() + " " + line.unit()).contains(words);
    }
}
