package vn.loa.command;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.loa.model.Problem;
import vn.loa.model.Source;

/** A watch that only writes down what commands want of it; trials end at once as the test has set. */
public final class ScriptedSourceOperations implements SourceOperations {
    public final List<String> log = new ArrayList<>();
    public Optional<Trial> trial = Optional.empty();

    @Override
    public void look(URI url, Consumer<Trial> then) {
        log.add("look " + url);
        trial.ifPresent(then);
    }

    @Override
    public void watch(Source source) {
        log.add("watch " + source.id());
    }

    @Override
    public void rest(Source source) {
        log.add("rest " + source.id());
    }

    @Override
    public void check(Source source, Consumer<Checkup> then) {
        log.add("check " + source.id());
        then.accept(new Checkup(20, 2, 4, Optional.<Problem>empty()));
    }
}
