package vn.loa.config;

import vn.loa.config.yaml.Section;

/**
 * A channel's section of the configuration. The channel reads it in its own package.
 *
 * @param <C> the settings of the channel
 */
public interface ChannelSection<C extends ChannelConfig> {
    /** Returns the section's key at the top of the file, which is the name of the platform. */
    String key();

    /** Reads the section, and reports what is wrong with it. */
    C read(Section section, WebConfig web);
}
