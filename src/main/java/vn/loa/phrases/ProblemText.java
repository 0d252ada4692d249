package vn.loa.phrases;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.model.Problem;

/** Words a source's problem for people. What a detail says that is not known here is left as it was written. */
public final class ProblemText {
    /** Details that people meet most, or their beginnings. */
    private static final Map<String, String> DETAILS = Map.ofEntries(
            Map.entry("no answer in time", "late"),
            Map.entry("the host name is not known", "no-host"),
            Map.entry("no connection", "no-connection"),
            Map.entry("the answer broke off", "broken-off"),
            Map.entry("more than 10 redirects", "redirects"),
            Map.entry("TLS: the certificate has expired", "certificate-expired"),
            Map.entry("TLS: the certificate is for another host", "certificate-foreign"),
            Map.entry("TLS: the chain is not complete or not trusted", "certificate-untrusted"),
            Map.entry("robots.txt does not allow it", "robots"),
            Map.entry("a captcha or a check of the browser", "captcha"),
            Map.entry("nothing looks like a list of news", "no-list"),
            Map.entry("no item yet", "no-item"));

    private static final Map<Pattern, String> COUNTED = Map.of(
            Pattern.compile("(\\d{1,9}) s"), "seconds",
            Pattern.compile("there were (\\d{1,9}) items"), "items",
            Pattern.compile("larger than (\\d{1,12}) bytes"), "bytes");

    private static final String OF_ROBOTS = "robots.txt: ";

    private ProblemText() {}

    /** Returns the problem in the language of the phrases. */
    public static String of(Phrases phrases, Problem problem) {
        return phrases.say("problem." + problem.kind().name(), detail(phrases, problem.detail()));
    }

    private static String detail(Phrases phrases, String detail) {
        if (detail.startsWith(OF_ROBOTS)) {
            return OF_ROBOTS + detail(phrases, detail.substring(OF_ROBOTS.length()));
        }
        for (Map.Entry<Pattern, String> counted : COUNTED.entrySet()) {
            Matcher count = counted.getKey().matcher(detail);
            if (count.matches()) {
                return phrases.say("detail." + counted.getValue(), Long.parseLong(count.group(1)));
            }
        }
        return DETAILS.entrySet().stream()
                .filter(known -> detail.startsWith(known.getKey()))
                .findFirst()
                .map(known -> phrases.say("detail." + known.getValue())
                        + detail.substring(known.getKey().length()))
                .orElse(detail);
    }
}
