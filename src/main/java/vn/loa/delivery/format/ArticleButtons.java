package vn.loa.delivery.format;

import java.util.Optional;
import vn.loa.model.ButtonData;

/** Makes the data of the buttons under messages that tell articles; empty for a button that is not shown. */
public interface ArticleButtons {
    /** Shows no buttons. */
    ArticleButtons NONE = new ArticleButtons() {};

    /** Returns the data of the button that brings the whole article into the chat. */
    default Optional<ButtonData> reading(long articleId) {
        return Optional.empty();
    }

    /** Returns the data of the button that tells why the article was sent. */
    default Optional<ButtonData> why(long articleId) {
        return Optional.empty();
    }

    /** Returns the data of the button that tells why the articles of its message were sent. */
    default Optional<ButtonData> whyTogether() {
        return Optional.empty();
    }

    /**
     * Returns the data of the button that shows the articles which its message only counts.
     *
     * @param listed how many articles the message lists before them
     */
    default Optional<ButtonData> others(int listed) {
        return Optional.empty();
    }
}
