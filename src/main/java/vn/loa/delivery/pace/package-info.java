/**
 * Rate limits: per bot, per chat, and the waits that a platform asks for. All state is in memory and belongs to one
 * bot; durations are measured by a monotonic clock.
 */
@NullMarked
package vn.loa.delivery.pace;

import org.jspecify.annotations.NullMarked;
