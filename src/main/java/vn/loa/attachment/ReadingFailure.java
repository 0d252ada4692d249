package vn.loa.attachment;

/** Names the reasons why a document has no text for us. */
public enum ReadingFailure {
    /** It opens with a password only. */
    ENCRYPTED(true),
    /** It is damaged, or made to do harm. */
    BROKEN(true),
    /** It is none of the forms of {@link DocumentType}. */
    UNKNOWN_TYPE(true),
    /** It is larger than may be fetched, or takes more memory than there is for it. */
    TOO_LARGE(true),
    /** It took longer than it may. */
    TIMED_OUT(true),
    /** There is no text in it; perhaps a scan, and pictures are not read on this machine. */
    NO_TEXT(true),
    /** The portal or our own guard refuses it. */
    REFUSED(true),
    /** It could not be fetched this time, or is not there yet. */
    UNREACHABLE(false),
    /** The process that reads documents could not be started or ended without a result. */
    CRASHED(false),
    /** Another document was read for too long. */
    BUSY(false),
    /** Other requests to its host came first, or the host has asked to be left alone. */
    HOST_BUSY(false),
    /** Loa is stopping. */
    STOPPED(false);

    private final boolean lasting;

    ReadingFailure(boolean lasting) {
        this.lasting = lasting;
    }

    /** Returns whether the same document fails again, so that trying again is of no use. */
    public boolean isLasting() {
        return lasting;
    }
}
