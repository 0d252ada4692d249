package vn.loa.command.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.text.Folding;

/** Shows found articles page by page: the list, a button that tells how many are left, and what else the asker may do. */
final class ArticlePager {
    /** The most articles that are looked for; when there are more, "more than" is said. */
    static final int MOST = 100;

    private static final String PAGE = "p";

    private final ArticleList list;
    private final String command;

    /**
     * Makes the pages of one command.
     *
     * @param command the name of the command that gets the presses
     */
    public ArticlePager(ArticleList list, String command) {
        this.list = list;
        this.command = command;
    }

    /**
     * Represents the page that is wished for.
     *
     * @param from the index of the first article
     * @param size how many articles a page has
     * @param words the words that found the articles
     */
    record Page(int from, int size, String words) {}

    /** Reads a press; empty when it is none of a page's button. */
    public static Optional<Page> read(ButtonData data) {
        boolean page = data.size() >= 3
                && data.field(0).equals(PAGE)
                && data.field(1).matches("\\d{1,3}")
                && data.field(2).matches("[1-9]\\d?");
        return page
                ? Optional.of(new Page(Integer.parseInt(data.field(1)), Integer.parseInt(data.field(2)), data.from(3)))
                : Optional.empty();
    }

    /** Returns the data of the button that shows a page. */
    static ButtonData data(String command, Page page) {
        return ButtonData.of(command, PAGE, page.from(), page.size(), page.words());
    }

    /**
     * Shows a page.
     *
     * @param found all articles from the first page on, at most {@link #MOST}
     * @param others rows of buttons below the list
     */
    Reply reply(Request request, String heading, List<Article> found, Page page, List<List<Button>> others) {
        int end = Math.min(found.size(), page.from() + page.size());
        if (page.from() >= end) {
            return request.toast("list.end");
        }
        Reply listed = list.numbered(heading, found.subList(page.from(), end), page.from() + 1);
        List<List<Button>> rows = new ArrayList<>();
        more(request, found.size(), end, page).ifPresent(button -> rows.add(List.of(button)));
        rows.addAll(others);
        return Reply.ending(listed.messages(), rows);
    }

    /** Returns the button to the next page, when there is one. */
    private Optional<Button> more(Request request, int all, int end, Page page) {
        if (end == all) {
            return Optional.empty();
        }
        String label = request.say(all >= MOST ? "list.more-than" : "list.more", all - end);
        return data(end, page).map(data -> new Button.Action(label, data));
    }

    /** Returns the data of the next page; words that do not fit lose their marks, or there is no button. */
    private Optional<ButtonData> data(int from, Page page) {
        return Stream.of(page.words(), Folding.fold(page.words()))
                .map(words -> data(command, new Page(from, page.size(), words)))
                .filter(ButtonData::fits)
                .findFirst();
    }
}
