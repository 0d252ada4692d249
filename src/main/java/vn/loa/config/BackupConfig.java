package vn.loa.config;

import java.nio.file.Path;
import java.time.LocalTime;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * Configures the daily backup.
 *
 * @param folder where backups and the mark of the database lie
 * @param keep how many daily backups are kept; 0 for no daily backup
 * @param time after which the backup of a day is made
 */
public record BackupConfig(Path folder, int keep, LocalTime time) {
    private static final int USUAL_KEEP = 14;

    static BackupConfig read(Section backup, Path data) {
        return new BackupConfig(
                backup.value("folder", ValueTypes.folder(), beside(data)),
                backup.value("keep", ValueTypes.integer(0, 1000), USUAL_KEEP),
                backup.value("time", ValueTypes.timeOfDay(), LocalTime.of(2, 30)));
    }

    /** Another folder than that of the data, which may be a volume of its own that can fail as a whole. */
    private static Path beside(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        return folder.getFileName() == null
                ? folder.resolve("backup")
                : folder.resolveSibling(folder.getFileName() + "-backup");
    }
}
