package vn.loa.phrases;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.model.Problem;

/** Words a source's problem for people. What a detail says that is not known here is left to the log. */
public final class ProblemText {
    /** Kinds whose detail is an address, a day or a size, which need no words. */
    private static final Set<Problem.Kind> TOLD_AS_IT_IS = Set.of(
            Problem.Kind.MOVED,
            Problem.Kind.STALE,
            Problem.Kind.LIST_STANDS_STILL,
            Problem.Kind.OTHER_PAGES,
            Problem.Kind.OVERDUE_ITEMS,
            Problem.Kind.NO_ROOM);

    private static final String OF_ROBOTS = "robots.txt: ";
    private static final String NOTHING_TOLD = " ()";

    private record Detail(Pattern said, String word) {}

    /** Parts of details; what stands in the first group is told with the word. The first that fits is taken. */
    private static final List<Detail> DETAILS = List.of(
            detail("no answer in time", "late"),
            detail("the host name is not known(?:: ([^\\s:]+\\.[^\\s:]+).*)?.*", "no-host"),
            detail("no connection(?:: .*)?", "no-connection"),
            detail("the answer broke off(?:: .*)?|interrupted", "broken-off"),
            detail("the answer cannot be understood.*|the content coding .*", "answer"),
            detail("more than \\d+ redirects", "redirects"),
            detail("redirects to another site: (.+)", "other-site"),
            detail("redirects to something that is no web address|not an http or https address", "no-web-address"),
            detail("the (?:address|host) (\\S+) is not public.*", "not-public"),
            detail("HTTP (\\d{3})(?: .*)?", "status"),
            detail("TLS: the certificate has expired", "certificate-expired"),
            detail("TLS: the certificate is not valid yet", "certificate-early"),
            detail("TLS: the certificate is for another host", "certificate-foreign"),
            detail("TLS: the chain is not complete or not trusted", "certificate-untrusted"),
            detail("the missing issuer is \"(.*)\", whose .*", "missing-issuer"),
            detail("TLS: .*legacy-tls.*", "old-tls"),
            detail("TLS: .*", "tls"),
            detail("robots\\.txt does not allow it", "robots"),
            detail("a captcha or a check of the browser|a page that wants to see a browser.*", "captcha"),
            detail("cookie page, .*|a page that sets a cookie and reloads", "cookie"),
            detail("an empty page", "empty-page"),
            detail("nothing looks like a list of news(?::\\s*(.+)?)?", "no-list"),
            detail("boxes beside a list that is not there|no node matches .*", "no-list"),
            detail("(\\d{1,9}) items, none of them an article of this site.*", "no-article"),
            detail("the page looks like (.+)", "looks-like"),
            detail("the page says that nothing is there(?::\\s*(.+)?)?", "says-nothing"),
            detail("an article's address in another language.*", "other-language"),
            detail("a web page in place of a feed(?::\\s*(.+)?)?", "no-feed"),
            detail("broken JSON in a feed", "broken-feed"),
            detail("an article, not a list", "article"),
            detail("no item yet", "no-item"),
            detail("there were (\\d{1,9}) items", "items"),
            detail("(\\d{1,9}) items", "unread"),
            detail("no title(?::\\s*(.+)?)?", "no-title"),
            detail("no link(?::\\s*(.+)?)?", "no-link"),
            detail("no text(?::\\s*(.+)?)?", "no-text"),
            detail("damaged encoding [^:]*(?::\\s*(.+)?)?", "damaged"),
            detail("unreadable date(?::\\s*(.+)?)?", "date"),
            detail("(\\d{1,9}) links that look like stories were not taken.*", "left-out"),
            detail("two titles under one address(?::\\s*(.+)?)?", "two-titles"),
            detail("(\\d{1,9}) s", "seconds"),
            detail("larger than (\\d{1,12}) bytes", "bytes"),
            detail("out of memory", "memory"),
            detail("other trials are under way", "trials"),
            detail("not watched any more", "not-watched"),
            detail("our own mistake.*", "mistake"));

    private ProblemText() {}

    private static Detail detail(String said, String word) {
        return new Detail(Pattern.compile(said, Pattern.DOTALL), "detail." + word);
    }

    /** Returns the problem in the language of the phrases. */
    public static String of(Phrases phrases, Problem problem) {
        String detail = TOLD_AS_IT_IS.contains(problem.kind())
                ? problem.detail()
                : Stream.of(problem.detail().split("; "))
                        .flatMap(part -> part(phrases, part.strip()).stream())
                        .collect(Collectors.joining("; "));
        return phrases.say("problem." + problem.kind().name(), detail).replace(NOTHING_TOLD, "");
    }

    private static Optional<String> part(Phrases phrases, String part) {
        if (part.startsWith(OF_ROBOTS)) {
            return part(phrases, part.substring(OF_ROBOTS.length())).map(said -> OF_ROBOTS + said);
        }
        return DETAILS.stream()
                .flatMap(known -> word(phrases, known, part).stream())
                .findFirst();
    }

    private static Optional<String> word(Phrases phrases, Detail known, String part) {
        Matcher said = known.said().matcher(part);
        if (!said.matches()) {
            return Optional.empty();
        }
        String argument = said.groupCount() == 0 ? null : said.group(1);
        if (argument == null) {
            return Optional.of(phrases.say(known.word()));
        }
        return Optional.of(
                argument.matches("\\d{1,18}")
                        ? phrases.say(known.word(), Long.parseLong(argument))
                        : phrases.say(known.word()) + ": " + argument);
    }
}
