package vn.loa.command.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.command.AnnouncementGaps;
import vn.loa.command.ChatAdmission;
import vn.loa.command.FailureReasons;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.menu.LongList;
import vn.loa.model.Button;
import vn.loa.model.DeliveryState;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.delivery.ReportStore;
import vn.loa.store.delivery.ReportStore.Reached;
import vn.loa.store.delivery.ReportStore.Told;

/** Reports on one announcement: the chats it reached, the people who acknowledged it, and the chats still missing. */
final class ItemReport {
    private static final int LATEST = 8;
    private static final int LONGEST_LABEL = 50;
    private static final int LONGEST_TITLE = 200;

    private final ReportStore reports;
    private final MemberCountStore members;
    private final StoryReport stories;
    private final ZoneId zone;

    ItemReport(ReportStore reports, MemberCountStore members, StoryReport stories, ZoneId zone) {
        this.members = members;
        this.reports = reports;
        this.stories = stories;
        this.zone = zone;
    }

    /** Finds the announcement that has these folded words, or offers the latest ones. */
    Reply find(Request request, String words) {
        List<Told> latest = reports.latest(words, LATEST);
        if (latest.isEmpty()) {
            return request.plain(words.isEmpty() ? "report.item.none" : "report.item.unknown", words);
        }
        if (latest.size() == 1) {
            return of(request, latest.get(0));
        }
        List<List<Button>> rows = new ArrayList<>();
        latest.forEach(each -> rows.add(List.of(opener(each))));
        return Reply.of(OutgoingMessage.plain(request.say("report.item.which")).withButtons(rows));
    }

    /** Returns which chats have not acknowledged the latest announcements that asked them to, with a button for each. */
    Reply whoNot(Request request) {
        List<Told> latest = reports.latest("", LATEST);
        if (latest.isEmpty()) {
            return request.plain("report.item.none");
        }
        Map<Told, List<String>> silent = new LinkedHashMap<>();
        latest.forEach(told -> silent.put(told, silent(request, reached(request, told))));
        silent.values().removeIf(List::isEmpty);
        return silent.isEmpty() ? request.plain("report.who-not.none") : whoNot(request, silent);
    }

    private static Reply whoNot(Request request, Map<Told, List<String>> silent) {
        List<String> lines = new ArrayList<>();
        List<List<Button>> rows = new ArrayList<>();
        silent.forEach((told, chats) -> {
            lines.add("\n• " + request.say("report.who-not.line", title(told), String.join(", ", chats)));
            rows.add(List.of(opener(told)));
        });
        return Reply.ending(
                LongList.messages(RichText.builder().bold(request.say("report.who-not.title")), lines), rows);
    }

    private static Button opener(Told told) {
        String label = RichText.plain(title(told)).abridged(LONGEST_LABEL).text();
        return new Button.Action(label, ReportCommand.about(told.what()));
    }

    /** Returns the chats of the person who asks that the announcement was for. */
    private List<Reached> reached(Request request, Told told) {
        return reports.reach(told.what()).stream()
                .filter(each -> request.reach().covers(each.chat()))
                .toList();
    }

    /** Returns the names of the chats that were asked to acknowledge and have not. */
    private static List<String> silent(Request request, List<Reached> reached) {
        return reached.stream()
                .filter(ItemReport::isSilent)
                .map(each -> ChatAdmission.title(each.chat(), request.phrases()))
                .toList();
    }

    private static boolean isSilent(Reached reached) {
        return reached.asked()
                && reached.state() == DeliveryState.SENT
                && reached.people().isEmpty();
    }

    /** Returns the report of an announcement; empty when there is none such. */
    Optional<Reply> of(Request request, AnnouncementRef what) {
        return reports.told(what).map(told -> of(request, told));
    }

    private List<String> gaps(Request request, long notice) {
        return request.reach().all() ? AnnouncementGaps.lines(request.phrases(), reports.gaps(notice)) : List.of();
    }

    private static String title(Told told) {
        return told.title().replaceAll("\\s+", " ").strip();
    }

    private Reply of(Request request, Told told) {
        RichText.Builder title = RichText.builder()
                .bold(RichText.plain(title(told)).abridged(LONGEST_TITLE).text());
        return Reply.ending(
                LongList.messages(title.newline(), lines(request, told)),
                isArticle(told) ? stories.buttons(request, told.what().id()) : List.of());
    }

    private static boolean isArticle(Told told) {
        return told.what().kind() == AnnouncementRef.Kind.ARTICLE;
    }

    private List<String> lines(Request request, Told told) {
        List<Reached> reached = reached(request, told);
        List<String> silent = silent(request, reached);
        List<String> lines = new ArrayList<>();
        lines.add(request.say("report.item.at", DateFormats.minute(told.at(), zone)));
        lines.add(total(request, reached));
        lines.addAll(
                isArticle(told)
                        ? stories.lines(request, told.what().id())
                        : gaps(request, told.what().id()));
        reached.forEach(each -> lines.add("• " + line(request, each)));
        if (!silent.isEmpty()) {
            lines.add("\n" + request.say("report.silent", String.join(", ", silent)));
        }
        return lines;
    }

    private static String total(Request request, List<Reached> reached) {
        int sent = count(reached, DeliveryState.SENT);
        int dead = count(reached, DeliveryState.DEAD);
        int acknowledged =
                (int) reached.stream().filter(each -> !each.people().isEmpty()).count();
        return request.say("report.item.total", sent, reached.size() - sent - dead, dead, acknowledged);
    }

    private static int count(List<Reached> reached, DeliveryState state) {
        return (int) reached.stream().filter(each -> each.state() == state).count();
    }

    private String line(Request request, Reached reach) {
        String chat = ChatAdmission.title(reach.chat(), request.phrases());
        if (reach.state() == DeliveryState.DEAD) {
            return request.say("report.item.dead", chat, FailureReasons.told(request, reach.error()));
        }
        if (reach.state() != DeliveryState.SENT) {
            return request.say("report.item.waiting", chat);
        }
        if (reach.people().isEmpty()) {
            return request.say(reach.asked() ? "report.item.silent" : "report.item.sent", chat);
        }
        String people = ReportCommand.of(reach.people().size(), reach.chat(), members);
        return request.say("report.item.acknowledged", chat, people, names(request, reach.people()));
    }

    /** Joins the names; who has none any more is counted. */
    private static String names(Request request, List<String> people) {
        List<String> named = people.stream().filter(name -> !name.isEmpty()).toList();
        int nameless = people.size() - named.size();
        String joined = String.join(", ", named);
        if (nameless == 0) {
            return joined;
        }
        return (named.isEmpty() ? "" : joined + ", ") + request.say("report.item.nameless", nameless);
    }
}
