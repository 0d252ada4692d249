package vn.loa.store.inquiry;

/** Names what answers a question takes. */
public enum AnswerKind {
    /** Done, or not yet: {@link Inquiry#DONE} or {@link Inquiry#NOT_YET}. */
    DONE,
    /** A number, in decimal notation with a point. */
    NUMBER,
    /** A line of text. */
    LINE,
    /** One of the listed choices. */
    CHOICE
}
