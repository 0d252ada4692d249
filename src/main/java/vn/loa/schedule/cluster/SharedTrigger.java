package vn.loa.schedule.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * Makes and judges the triggers of the cluster. Each says what becomes of a time that was missed: a regular one waits for its
 * next time, for the whole cluster was down or busy and all would come at once; a single one fires.
 */
@SuppressWarnings("JavaUtilDate") // Quartz speaks no other.
final class SharedTrigger {
    /** Groups of triggers. */
    static final String EVERY = "every";

    static final String CRON = "cron";
    static final String ONCE = "once";

    /** When a single trigger was made, in milliseconds since 1970. */
    private static final String MADE = "made";
    /** The longest wait for the first time of a trigger, in milliseconds. */
    private static final String FIRST = "first";

    /** Clocks of nodes differ by less, and are set by less now and then. */
    private static final Duration SLACK = Duration.ofSeconds(5);

    private SharedTrigger() {}

    static Trigger every(JobKey job, Duration interval, Duration first, Instant now) {
        return TriggerBuilder.newTrigger()
                .withIdentity(job.getName(), EVERY)
                .forJob(job)
                .usingJobData(FIRST, "" + first.toMillis())
                .startAt(Date.from(now.plus(first)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(interval.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    static Trigger cron(JobKey job, String expression, ZoneId zone, Instant now) {
        return TriggerBuilder.newTrigger()
                .withIdentity(job.getName(), CRON)
                .forJob(job)
                .startAt(Date.from(now))
                .withSchedule(CronScheduleBuilder.cronSchedule(expression)
                        .inTimeZone(TimeZone.getTimeZone(zone))
                        .withMisfireHandlingInstructionDoNothing())
                .build();
    }

    static Trigger once(JobKey job, Duration delay, Instant now) {
        return TriggerBuilder.newTrigger()
                .withIdentity(job.getName(), ONCE)
                .forJob(job)
                .usingJobData(MADE, "" + now.toEpochMilli())
                .startAt(Date.from(now.plus(delay)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow())
                .build();
    }

    /** Returns when a single trigger was made; empty for a regular one. */
    static Optional<Instant> made(Trigger trigger) {
        return Optional.ofNullable(trigger.getJobDataMap().getString(MADE))
                .map(Long::parseLong)
                .map(Instant::ofEpochMilli);
    }

    static Optional<Instant> next(Trigger trigger) {
        return Optional.ofNullable(trigger.getNextFireTime()).map(Date::toInstant);
    }

    static TriggerKey onceOf(String id) {
        return TriggerKey.triggerKey(id, ONCE);
    }

    /** Returns whether the next time of a trigger is past, as when no node ran at the time. */
    static boolean isLate(Trigger trigger, Instant now) {
        return next(trigger).filter(at -> at.isBefore(now.minus(SLACK))).isPresent();
    }

    /**
     * Returns a trigger at the time that its own would have been had the clock not been ahead when it was set; empty when its
     * time is near enough.
     */
    static Optional<Trigger> putBack(Trigger trigger, Instant now) {
        Optional<Instant> next = next(trigger);
        return next.flatMap(at -> due(trigger, at, now))
                .filter(due -> due.plus(SLACK).isBefore(next.orElseThrow()))
                .map(due -> trigger.getTriggerBuilder().startAt(Date.from(due)).build());
    }

    private static Optional<Instant> due(Trigger trigger, Instant next, Instant now) {
        if (trigger instanceof CronTrigger) {
            return Optional.ofNullable(trigger.getTriggerBuilder()
                            .startAt(Date.from(now))
                            .build()
                            .getFireTimeAfter(Date.from(now)))
                    .map(Date::toInstant);
        }
        Optional<Instant> made = made(trigger);
        if (made.isPresent()) {
            return made.filter(now.plus(SLACK)::isBefore).map(at -> now.plus(Duration.between(at, next)));
        }
        return regular((SimpleTrigger) trigger, next, now);
    }

    /** The same phase as before: of many sources not all come at once. */
    private static Optional<Instant> regular(SimpleTrigger trigger, Instant next, Instant now) {
        long interval = trigger.getRepeatInterval();
        long longest = trigger.getPreviousFireTime() == null
                ? Math.max(interval, Long.parseLong(trigger.getJobDataMap().getString(FIRST)))
                : interval;
        long ahead = Duration.between(now, next).toMillis();
        return ahead <= longest ? Optional.empty() : Optional.of(now.plusMillis(Math.floorMod(ahead, interval)));
    }
}
