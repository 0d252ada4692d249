package vn.loa.command.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.loa.command.BotHealth;
import vn.loa.command.FailureReasons;
import vn.loa.command.Request;
import vn.loa.model.Platform;

/** Describes many bots in few lines: one for each platform, and what is wrong. */
final class BotStatus {
    /** So many bots are told of one by one. */
    static final int FEW = 2;

    private static final int MOST_PROBLEMS = 3;

    private BotStatus() {}

    static List<String> lines(Request request, List<BotHealth> bots) {
        Map<Platform, List<BotHealth>> platforms = new TreeMap<>();
        bots.forEach(bot -> platforms
                .computeIfAbsent(bot.bot().platform(), each -> new ArrayList<>())
                .add(bot));
        List<String> lines = new ArrayList<>();
        platforms.forEach((platform, theirs) -> lines.add(line(request, platform, theirs)));
        List<BotHealth> ill =
                bots.stream().filter(bot -> bot.problem().isPresent()).toList();
        ill.stream().limit(MOST_PROBLEMS).forEach(bot -> lines.add("⛔ " + problem(request, bot)));
        if (ill.size() > MOST_PROBLEMS) {
            lines.add(request.say("status.bots.more", ill.size() - MOST_PROBLEMS));
        }
        return lines;
    }

    private static String problem(Request request, BotHealth bot) {
        String reason = FailureReasons.toldIfKnown(request, bot.problem().orElseThrow());
        return request.say("status.bot", bot.bot().key(), reason);
    }

    private static String line(Request request, Platform platform, List<BotHealth> bots) {
        int well = (int) bots.stream().filter(bot -> bot.problem().isEmpty()).count();
        String line = request.say("status.platform", request.say("channel." + platform.name()), bots.size(), well);
        long plan = bots.stream().mapToLong(BotHealth::plan).sum();
        return plan == 0 ? line : line + " " + spent(request, bots, plan);
    }

    private static String spent(Request request, List<BotHealth> bots, long plan) {
        long spent = bots.stream().mapToLong(BotHealth::spent).sum();
        int free = bots.stream()
                .mapToInt(bot -> Math.max(0, bot.freeGroups().orElse(0)))
                .sum();
        return request.say("status.platform.plan", spent, plan, free);
    }
}
