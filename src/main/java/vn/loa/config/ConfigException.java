package vn.loa.config;

import java.util.List;
import java.util.stream.Collectors;
import vn.loa.config.yaml.ConfigProblem;

/** Thrown when a configuration cannot be used. The message has a line for each problem. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    public ConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns all that is wrong, in the order of the file; never empty. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
