package vn.loa.attachment;

/** Names the forms of documents that can be read. A document's form is told by its content, never by its name. */
public enum DocumentType {
    PDF,
    /** Word since 2007. */
    DOCX,
    /** Excel since 2007. */
    XLSX,
    /** Word 97 to 2003. */
    DOC,
    /** Excel 97 to 2003. */
    XLS,
    RTF,
    HTML,
    TEXT,
    /** A scan or photograph of a page: JPEG, PNG, TIFF or WebP. */
    IMAGE
}
