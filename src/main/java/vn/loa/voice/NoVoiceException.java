package vn.loa.voice;

/** Tells why a text was not spoken. */
public final class NoVoiceException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoVoiceException(String message) {
        super(message);
    }
}
