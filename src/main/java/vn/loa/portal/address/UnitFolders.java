package vn.loa.portal.address;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.text.Commune;
import vn.loa.text.Folding;

/** Finds the units of administration that folders of an address are named after: {@code /ubnd-xa-an-phu/}. */
final class UnitFolders {
    private static final Pattern COMMUNE =
            Pattern.compile("(?:^| )((?:xa|phuong|thi tran|dac khu)(?: [a-z0-9]+){1,4})$");
    private static final Pattern OTHER = Pattern.compile(
            "(?:^| )((?:tinh|huyen|quan|thi xa|thanh pho|tp|thon|ap|khu pho|to dan pho|khoi pho|buon|khu dan cu)"
                    + "(?: [a-z0-9]+){1,4})$");

    private UnitFolders() {}

    /** Returns the units in the order of the path, folded. */
    static List<String> in(String path) {
        List<String> units = new ArrayList<>();
        for (String folder : path.split("/", -1)) {
            unit(Folding.fold(folder.replaceAll("[-_+]+", " ")).strip()).ifPresent(units::add);
        }
        return units;
    }

    private static Optional<String> unit(String folder) {
        Matcher commune = COMMUNE.matcher(folder);
        if (commune.find() && Commune.typed(commune.group(1)).isPresent()) {
            return Optional.of(commune.group(1));
        }
        Matcher other = OTHER.matcher(folder);
        return other.find() ? Optional.of(other.group(1)) : Optional.empty();
    }
}
