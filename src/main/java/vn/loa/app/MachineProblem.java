package vn.loa.app;

import java.util.Objects;
import vn.loa.config.yaml.ConfigProblem;

/**
 * Something that the machine does not give as the configuration wants it.
 *
 * @param problem the cause, the key and the cure
 * @param mayPass whether the same start may succeed later, as when another program has the port
 */
public record MachineProblem(ConfigProblem problem, boolean mayPass) {
    public MachineProblem {
        Objects.requireNonNull(problem);
    }
}
