package vn.loa.command.report;

import java.util.List;
import java.util.regex.Pattern;
import vn.loa.store.chat.AuditStore;

/** Reads lines that older versions wrote into the journal as if they had been written today. */
final class FormerActs {
    private record Former(String act, Pattern detail, String actNow, String detailNow) {}

    private static final List<Former> ACTS = List.of(
            former("unit-failover", "(\\d{1,18}) off", "unit-failover-end", "$1"),
            former("inquiry", "(#\\d{1,18}) closed", "inquiry-close", "$1"),
            former("inquiry", "(#\\d{1,18}) repeats no more", "inquiry-repeat-end", "$1"),
            former("inquiry", "(#\\d{1,18}) repeats ([A-Z]{1,20})", "inquiry-repeat", "$1 $2"),
            former("inquiry", "(#\\d{1,18}) reminded (\\d{1,9}) chats", "inquiry-remind", "$1 to $2 chats"),
            former("erase", "a person", "erase", ""));

    private FormerActs() {}

    private static Former former(String act, String detail, String actNow, String detailNow) {
        return new Former(act, Pattern.compile(detail), actNow, detailNow);
    }

    /** Returns the line as it would be written today. */
    static AuditStore.Entry today(AuditStore.Entry entry) {
        return ACTS.stream()
                .filter(each -> each.act().equals(entry.action())
                        && each.detail().matcher(entry.detail()).matches())
                .findFirst()
                .map(each -> new AuditStore.Entry(
                        entry.at(),
                        entry.actor(),
                        each.actNow(),
                        each.detail().matcher(entry.detail()).replaceFirst(each.detailNow())))
                .orElse(entry);
    }
}
