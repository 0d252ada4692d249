package vn.loa.docx;

/** Tells why a file is no usable template. */
public final class BrokenTemplateException extends Exception {
    private static final long serialVersionUID = 1L;

    public BrokenTemplateException(String message) {
        super(message);
    }
}
