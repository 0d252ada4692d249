package vn.loa.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.quartz.CronExpression;

/** Judges cron expressions as Quartz reads them: seconds first, six or seven fields. */
public final class CronSyntax {
    private CronSyntax() {}

    /**
     * Returns the fault of a cron expression; empty when there is none.
     *
     * @param now a time after which the expression has to match again
     */
    @SuppressWarnings("JavaUtilDate") // Quartz speaks no other.
    public static Optional<String> problem(String expression, Instant now) {
        try {
            boolean fires = new CronExpression(expression).getNextValidTimeAfter(Date.from(now)) != null;
            return fires ? Optional.empty() : Optional.of("never comes again");
        } catch (ParseException | RuntimeException e) {
            return Optional.of("is not a cron expression of Quartz: " + e.getMessage());
        }
    }
}
