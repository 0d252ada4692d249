package vn.loa.text.speech;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says e-mail and web addresses: the host alone, for nobody writes down a path that he hears. */
final class SpokenNetworkAddresses {
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62})";
    private static final String HOST = LABEL + "(?:\\." + LABEL + "){1,8}+";
    private static final String APART = "(?<![\\p{L}\\d@._/-])";
    private static final String DOMAIN =
            "(?:vn|com|net|org|info|edu|gov|io|me|asia|app|tv|xyz|biz|online|site|link|ly|gl)";
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private SpokenNetworkAddresses() {}

    static List<SpeechRule> rules() {
        return List.of(
                SpeechRule.of(
                        APART + "([A-Za-z0-9][A-Za-z0-9._%+-]{0,63})@(" + HOST + ")(?![\\p{L}\\d])",
                        SpeechContext.Kind.TEXT,
                        (found, context) ->
                                Optional.of(spelled(found.group(1)) + " a còng " + spelled(found.group(2)))),
                SpeechRule.of(
                        APART + "(?:(?i:https?)://)(?:www\\.)?(" + HOST + ")(?::\\d{1,5})?(?:[/?#][^\\s<>\"”)]*+)?",
                        SpeechContext.Kind.TEXT,
                        SpokenNetworkAddresses::address),
                SpeechRule.of(
                        APART + "(?:www\\.(" + HOST + ")|((?:" + LABEL + "\\.){1,8}" + DOMAIN
                                + "))(?![\\p{L}\\d@]|\\.[\\p{L}\\d])(?:/[^\\s<>\"”)]*+)?",
                        SpeechContext.Kind.TEXT,
                        SpokenNetworkAddresses::address));
    }

    private static Optional<String> address(Matcher found, SpeechContext context) {
        String host = found.group(1) == null ? found.group(2) : found.group(1);
        String full = found.group();
        String end =
                full.endsWith(".") || full.endsWith(",") || full.endsWith(";") ? full.substring(full.length() - 1) : "";
        return Optional.of(spelled(host) + end);
    }

    private static String spelled(String part) {
        String said = part.replace(".", " chấm ")
                .replace("_", " gạch dưới ")
                .replace("-", " gạch ngang ")
                .replace("+", " cộng ")
                .replace("%", " phần trăm ");
        return DIGIT.matcher(said)
                .replaceAll(digit -> " " + SpokenNumbers.eachDigit(digit.group()) + " ")
                .replaceAll(" +", " ")
                .strip();
    }
}
