package vn.loa.command;

import java.util.List;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.store.SourceStore;

/** {@code /nguon}: the portals that are watched. */
final class SourcesCommand implements Command {
    private final SourceStore sources;

    SourcesCommand(Desk desk) {
        this.sources = new SourceStore(desk.database());
    }

    @Override
    public String name() {
        return "nguon";
    }

    @Override
    public List<String> aliases() {
        return List.of("sources", "nguontin");
    }

    @Override
    public List<String> plainWords() {
        return List.of("nguon tin", "nguon", "sources");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        List<Source> all = sources.active();
        if (all.isEmpty()) {
            return request.plain("sources.none");
        }
        RichText.Builder text = RichText.builder().bold(request.say("sources.title"));
        all.forEach(source ->
                text.newline().plain("• ").link(source.name(), source.url()).plain(" (" + source.id() + ")"));
        return Reply.of(OutgoingMessage.of(text.build()));
    }
}
