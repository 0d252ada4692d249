package vn.loa.command.role;

/** A platform could not be asked in time whether somebody administers a chat. */
public final class RoleUnknownException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RoleUnknownException(String reason) {
        super(reason, null, false, false);
    }
}
