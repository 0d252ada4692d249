package vn.loa.command.broadcast;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.follow.ChatNews;
import vn.loa.command.intent.Period;
import vn.loa.model.Article;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;

/** A command that makes something of the chat's news of some days, with a Word template. */
abstract class PeriodCommand implements Command {
    private final Kind kind;
    private final ChatNews news;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Holds what differs between these commands.
     *
     * @param phrases the family of their phrases, with its full stop
     * @param template the name of the Word file
     * @param usual the days where none are named
     * @param most how many articles at most
     */
    record Kind(String phrases, String template, Period usual, int most) {}

    PeriodCommand(CommandContext context, Kind kind, ChatNews news) {
        this.kind = kind;
        this.news = news;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Makes the answer of the news that were found, at least one. */
    abstract Reply answer(Request request, NewsPeriod period, List<Article> found);

    /** Returns the template, to be changed. */
    abstract OutgoingMessage template(String hint);

    @Override
    public final boolean takes(String rest) {
        return period(rest).isPresent();
    }

    @Override
    public final Role needs() {
        return Role.MEMBER;
    }

    @Override
    public final Reply run(Request request) {
        String words = request.arguments().strip();
        if (Templates.isAskedFor(words)) {
            return Reply.of(template(request.say("board.template", kind.template())));
        }
        Optional<NewsPeriod> period = period(words);
        if (period.isEmpty()) {
            return request.plain(kind.phrases() + "period", words);
        }
        NewsPeriod days = period.get();
        List<Article> found = news.of(request.chat().id(), days.first(), days.last(), kind.most());
        return found.isEmpty() ? request.plain(kind.phrases() + "none") : answer(request, days, found);
    }

    private Optional<NewsPeriod> period(String words) {
        return NewsPeriod.of(words, kind.usual(), LocalDate.ofInstant(clock.instant(), zone));
    }

    final ZoneId zone() {
        return zone;
    }

    static OutgoingMessage file(String text, String name, byte[] content) {
        return OutgoingMessage.plain(text).withMedia(new Media.Made(Media.Kept.Form.DOCUMENT, name, content));
    }
}
