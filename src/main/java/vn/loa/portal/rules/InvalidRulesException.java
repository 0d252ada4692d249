package vn.loa.portal.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for portal rules that cannot be used; lists all mistakes at once. */
public final class InvalidRulesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<RuleMistake> mistakes;

    public InvalidRulesException(List<RuleMistake> mistakes) {
        super(mistakes.stream().map(RuleMistake::toString).collect(Collectors.joining(System.lineSeparator())));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<RuleMistake> mistakes() {
        return mistakes;
    }
}
