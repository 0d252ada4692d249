package vn.loa.watch;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Problem;
import vn.loa.model.SourceCheck;
import vn.loa.store.article.PendingHeadline;
import vn.loa.watch.article.ArticleFetcher;

/**
 * Writes into the log what checks met. A trouble is a warning when it begins and when it becomes another; while it lasts,
 * and while nothing happens, checks are told for debugging only.
 */
final class CheckLog {
    private static final Logger log = LoggerFactory.getLogger(CheckLog.class);

    private CheckLog() {}

    /** Tells of a check that followed a former one. */
    static void tell(CheckReport report, SourceCheck before) {
        Optional<Problem.Kind> was = before.problem().map(Problem::kind);
        Optional<Problem.Kind> is = report.problem().map(Problem::kind);
        if (is.isPresent() && !is.equals(was)) {
            log.warn("source {}: {}; this is told once", report.sourceId(), trouble(report));
        } else if (is.isEmpty() && was.isPresent()) {
            log.info("source {} is well again, after {}; {}", report.sourceId(), was.get(), counts(report));
        } else if (report.read() > 0
                || report.deliveries() > 0
                || before.firstGood().isEmpty() && is.isEmpty()) {
            String first = before.firstGood().isEmpty() ? " (first check, in silence)" : "";
            log.info("source {}: {}{}", report.sourceId(), counts(report), first);
        } else {
            log.debug(
                    "source {}: {}{}", report.sourceId(), is.isPresent() ? trouble(report) + "; " : "", counts(report));
        }
    }

    private static String trouble(CheckReport report) {
        return report.problem()
                .map(problem -> problem.kind() + ": " + problem.detail())
                .orElse("");
    }

    private static String counts(CheckReport report) {
        return report.listed() + " listed, " + report.read() + " read, " + report.deliveries() + " deliveries entered, "
                + report.waiting() + " still to read";
    }

    /** Tells why an article was not read, at the first try; that it is given up is told by whoever does so. */
    static void tell(PendingHeadline pending, ArticleFetcher.Result result) {
        if (result.content().isPresent()) {
            return;
        }
        if (result.outcome() == ArticleFetcher.Outcome.LEAVE_ALONE) {
            log.info("{} is not read yet ({})", pending.headline().url(), result.reason());
        } else if (pending.attempts() == 0) {
            log.warn(
                    "{} cannot be read ({}); it is tried again",
                    pending.headline().url(),
                    result.reason());
        } else {
            log.debug(
                    "{} cannot be read at try {} ({})",
                    pending.headline().url(),
                    pending.attempts() + 1,
                    result.reason());
        }
    }
}
