/**
 * The configuration: YAML to checked, immutable records, or to all that is wrong with it at once. Other packages get
 * values out of these records (a {@code Duration}, a {@code URI}), never the records themselves. What a cron
 * expression or a portal's rules may say is known further up; the loader is handed those checks.
 *
 * <p>Each record reads its own section, so that a key, its default and its bounds stand in one place. A channel's section
 * is read in the channel's own package ({@link vn.loa.config.ChannelSection}).
 */
@NullMarked
package vn.loa.config;

import org.jspecify.annotations.NullMarked;
