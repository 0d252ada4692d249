package vn.loa.config;

import org.slf4j.event.Level;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;
import vn.loa.logging.LogFormat;

/**
 * The settings of logging.
 *
 * @param format how
 * @param level the least important that is written
 */
public record LogConfig(LogFormat format, Level level) {
    static LogConfig read(Section log) {
        return new LogConfig(
                log.valueOr("format", "${LOA_LOG:text}", ValueTypes.choice(LogFormat.class))
                        .orElse(LogFormat.TEXT),
                log.valueOr("level", "${LOA_LOG_LEVEL:info}", ValueTypes.choice(Level.class))
                        .orElse(Level.INFO));
    }
}
