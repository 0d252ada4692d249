package vn.loa.docx;

import java.nio.charset.StandardCharsets;

/** The markup of a picture between words (ECMA-376, DrawingML). */
final class InlinePicture {
    /** English Metric Units; 360,000 are a centimetre. Phones read a code of two centimetres from half a metre. */
    private static final int SIDE = 792_000;

    private InlinePicture() {}

    static byte[] xml(String relation, int number) {
        String size = "cx=\"" + SIDE + "\" cy=\"" + SIDE + "\"";
        String xml = """
                <w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
                 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
                 xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
                 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                ><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent SIZE/><wp:docPr id="NUMBER" name="QR NUMBER"/><a:graphic
                ><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"
                ><pic:pic><pic:nvPicPr><pic:cNvPr id="NUMBER" name="QR NUMBER"/><pic:cNvPicPr/></pic:nvPicPr
                ><pic:blipFill><a:blip r:embed="RELATION"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill
                ><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext SIZE/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom
                ></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>
                """;
        return xml.replace("SIZE", size)
                .replace("NUMBER", Integer.toString(1000 + number))
                .replace("RELATION", relation)
                .getBytes(StandardCharsets.UTF_8);
    }
}
