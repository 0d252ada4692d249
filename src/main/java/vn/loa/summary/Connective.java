package vn.loa.summary;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the words off a sentence that only join it to the one before: "Cụ thể, đêm 20/10, …". What they join to may not
 * be told, and they say nothing by themselves. Words that oppose ("Tuy nhiên, …") or order in time ("Sau đó, …") stay.
 */
final class Connective {
    private static final Pattern JOINING = Pattern.compile(
            "(?:theo đó(?-i:(?= \\p{Lu}))|(?:cụ thể(?: là)?|theo đó|được biết|ngoài ra|bên cạnh đó|đồng thời|đặc biệt(?: là)?|đáng chú ý|đáng lưu ý"
                    + "|thêm vào đó|hơn nữa|trong khi đó|cùng với đó|song song (?:với )?đó),)\\s+(?=[\\p{L}\\d])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Connective() {}

    /** Returns the sentence without the words that join it to the one before; as it is when it begins with none. */
    static String takenOff(String sentence) {
        Matcher joining = JOINING.matcher(sentence);
        if (!joining.lookingAt()) {
            return sentence;
        }
        String rest = sentence.substring(joining.end());
        return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }
}
