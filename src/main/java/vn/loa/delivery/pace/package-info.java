/**
 * Rate limits: per bot, per chat, and the waits that a platform asks for. All state is in memory and belongs to one
 * bot; durations are measured by a monotonic clock.
 */
package vn.loa.delivery.pace;
