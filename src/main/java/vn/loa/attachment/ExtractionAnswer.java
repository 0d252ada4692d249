package vn.loa.attachment;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import vn.loa.attachment.ExtractionResult.Extracted;
import vn.loa.attachment.ExtractionResult.NotExtracted;

/** The form in which the process that reads a document writes its result on standard output. */
public final class ExtractionAnswer {
    private static final int MARK = 0x4c6f6131;
    private static final int LONGEST_DETAIL = 300;
    /** A UTF-16 unit takes at most three bytes in UTF-8; what stands before the text is short. */
    private static final int BYTES_OF_CHARACTER = 3;

    private static final int HEAD_BYTES = 4096;

    private ExtractionAnswer() {}

    /** Returns the number of bytes that an answer has at most. */
    static int mostBytes(int characters) {
        return HEAD_BYTES + characters * BYTES_OF_CHARACTER;
    }

    /** Writes a result. */
    public static void write(ExtractionResult result, OutputStream target) throws IOException {
        DataOutputStream out = new DataOutputStream(target);
        out.writeInt(MARK);
        if (result instanceof Extracted extracted) {
            DocumentText document = extracted.document();
            byte[] text = document.text().getBytes(StandardCharsets.UTF_8);
            out.writeBoolean(true);
            out.writeUTF(document.type().name());
            out.writeBoolean(document.ocr());
            out.writeBoolean(document.cut());
            out.writeInt(document.pages());
            out.writeInt(text.length);
            out.write(text);
        } else if (result instanceof NotExtracted not) {
            String detail = not.detail();
            out.writeBoolean(false);
            out.writeUTF(not.failure().name());
            out.writeUTF(detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
        }
        out.flush();
    }

    /**
     * Reads what a process wrote.
     *
     * @throws IOException when it is no answer as {@link #write} makes it
     */
    static ExtractionResult read(byte[] answer) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
        if (in.readInt() != MARK) {
            throw new IOException("no answer");
        }
        try {
            return in.readBoolean() ? new Extracted(document(in)) : refused(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("no answer that is understood", e);
        }
    }

    private static NotExtracted refused(DataInputStream in) throws IOException {
        return new NotExtracted(ReadingFailure.valueOf(in.readUTF()), in.readUTF());
    }

    private static DocumentText document(DataInputStream in) throws IOException {
        DocumentType type = DocumentType.valueOf(in.readUTF());
        boolean ocr = in.readBoolean();
        boolean cut = in.readBoolean();
        int pages = in.readInt();
        int length = in.readInt();
        if (length < 0 || length != in.available()) {
            throw new IOException("an answer of another length than it says");
        }
        return new DocumentText(type, new String(in.readNBytes(length), StandardCharsets.UTF_8), ocr, cut, pages);
    }
}
