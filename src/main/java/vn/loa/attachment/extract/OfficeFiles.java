package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;

/** Opens files of parts (ECMA-376) with bounds on what they unpack to. */
final class OfficeFiles {
    /** Word's text shrinks to a tenth; what shrinks to less than this was made to do harm. */
    private static final double LEAST_RATIO = 0.005;

    private static final long MOST_BYTES_OF_PART = 100L << 20;

    private OfficeFiles() {}

    static OPCPackage open(Path file) throws IOException {
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxEntrySize(MOST_BYTES_OF_PART);
        ZipSecureFile.setMaxFileCount(2_000);
        try {
            return OPCPackage.open(file.toFile(), PackageAccess.READ);
        } catch (OpenXML4JException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
