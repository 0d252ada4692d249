package vn.loa.config;

import java.time.Duration;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * Configures how long personal data are kept.
 *
 * @param names the age from which receipts are only counted, without names
 * @param journal the age from which lines of the journal are deleted
 */
public record PrivacyConfig(Duration names, Duration journal) {
    static PrivacyConfig read(Section privacy) {
        ValueType<Duration> age = ValueTypes.duration(Duration.ofDays(1), Duration.ofDays(36500));
        return new PrivacyConfig(
                privacy.value("names", age, Duration.ofDays(365)),
                privacy.value("journal", age, Duration.ofDays(1095)));
    }
}
