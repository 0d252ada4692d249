package vn.loa.cli;

/** Makes one line of a text that others wrote, such as a chat's title. */
final class TerminalLine {
    private TerminalLine() {}

    /** Returns the text without line breaks and other characters that a terminal obeys. */
    static String of(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    }
}
