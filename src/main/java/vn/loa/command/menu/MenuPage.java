package vn.loa.command.menu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;

/**
 * Holds one page of a long list of buttons: eight items below each other, then the buttons to the other pages.
 *
 * @param number the number of this page, from 0; never beyond the last
 * @param pages the number of pages, at least 1
 * @param shown the items of this page
 */
public record MenuPage<T>(int number, int pages, List<T> shown) {
    private static final int SIZE = 8;
    private static final int LONGEST_LABEL = 60;
    /** The most pages: button data has three digits for the number. */
    private static final int MOST_PAGES = 999;

    /** Returns the wished page of a list, or the nearest there is. */
    public static <T> MenuPage<T> of(List<T> all, int wished) {
        return of(all, wished, SIZE);
    }

    /** Returns the wished page of this many items, or the nearest there is. */
    public static <T> MenuPage<T> of(List<T> all, int wished, int size) {
        int pages = Math.min(MOST_PAGES, Math.max(1, (all.size() + size - 1) / size));
        int number = Math.min(Math.max(0, wished), pages - 1);
        return new MenuPage<>(
                number,
                pages,
                all.stream().skip((long) number * size).limit(size).toList());
    }

    /** Returns the row that turns the pages in a circle; no row when there is one page only. */
    public List<List<Button>> turning(IntFunction<ButtonData> dataOfPage, Phrases phrases) {
        if (pages == 1) {
            return List.of();
        }
        return List.of(List.of(
                new Button.Action(phrases.say("menu.before"), dataOfPage.apply((number + pages - 1) % pages)),
                new Button.Action(phrases.say("menu.after"), dataOfPage.apply((number + 1) % pages))));
    }

    /** Returns the rows of buttons: one for each item, the last to the pages before and after. */
    public List<List<Button>> rows(Function<T, Button> button, IntFunction<ButtonData> dataOfPage, Phrases phrases) {
        List<List<Button>> rows = new ArrayList<>();
        shown.forEach(item -> rows.add(List.of(button.apply(item))));
        List<Button> way = new ArrayList<>();
        if (number > 0) {
            way.add(new Button.Action(phrases.say("menu.before"), dataOfPage.apply(number - 1)));
        }
        if (number + 1 < pages) {
            way.add(new Button.Action(phrases.say("menu.after"), dataOfPage.apply(number + 1)));
        }
        if (!way.isEmpty()) {
            rows.add(way);
        }
        return rows;
    }

    /** Returns a label shortened to fit a button. */
    public static String label(String label) {
        return RichText.plain(label).abridged(LONGEST_LABEL).text();
    }
}
