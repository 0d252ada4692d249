package vn.loa.app;

import java.util.Optional;
import vn.loa.command.follow.LatestCommand;
import vn.loa.command.follow.ReadCommand;
import vn.loa.command.follow.WhyCommand;
import vn.loa.delivery.format.ArticleButtons;
import vn.loa.model.ButtonData;

/** Leads the buttons under announcements and digests to the commands. */
final class ChatButtons implements ArticleButtons {
    @Override
    public Optional<ButtonData> reading(long articleId) {
        return Optional.of(ReadCommand.button(articleId));
    }

    @Override
    public Optional<ButtonData> why(long articleId) {
        return Optional.of(WhyCommand.button(articleId));
    }

    @Override
    public Optional<ButtonData> whyTogether() {
        return Optional.of(WhyCommand.buttonTogether());
    }

    @Override
    public Optional<ButtonData> others(int listed) {
        return Optional.of(LatestCommand.others(listed));
    }
}
