package vn.loa.command.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.BotOperations;
import vn.loa.command.BotOperations.Added;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.menu.LongList;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.store.chat.AuditStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /bot}: lists the bots with their free places, and in private takes the token of another, which runs at
 * once; an Official Account consents by a one-time link. The message with the token is deleted where the channel can; the token stands in no journal.
 */
public final class BotsCommand implements Command {
    private static final Pattern TOKEN = Pattern.compile("\\d{4,24}:[A-Za-z0-9_.~-]{6,200}");
    private static final Set<String> REMOVE = Set.of("xoa", "bo", "go", "remove");
    private static final Set<String> OFFICIAL = Set.of("oa", "zalooa");
    private static final Set<String> WEBHOOK = Set.of("webhook");
    private static final Duration AWAITED = Duration.ofMinutes(10);

    private final RunningProgram program;
    private final AuditStore audit;
    private final InstantSource clock;
    /** The people who were asked for a token; a restart forgets that, and the person says /bot again. */
    private final Map<PersonId, MonotonicDeadline> asked = new ConcurrentHashMap<>();

    public BotsCommand(CommandContext context) {
        this.program = context.program();
        this.audit = context.audit();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "bot";
    }

    @Override
    public List<String> aliases() {
        return List.of("bots");
    }

    @Override
    public List<String> plainWords() {
        return List.of("danh sach bot", "them bot");
    }

    @Override
    public boolean takes(String rest) {
        return TOKEN.matcher(rest).find();
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public Reply run(Request request) {
        Optional<String> token = token(request.arguments());
        if (request.chat().kind().shared()) {
            Reply told = request.plain(token.isPresent() ? "bot.token-in-group" : "bot.private");
            return token.isPresent() ? told.forgettingQuestion() : told;
        }
        Optional<BotOperations> bots = program.bots();
        if (bots.isEmpty()) {
            return request.plain("bot.starting");
        }
        asked.remove(request.person());
        return token.isPresent() ? add(request, bots.get(), token.get()) : run(request, bots.get());
    }

    private Reply run(Request request, BotOperations bots) {
        String[] words = request.arguments().strip().split("\\s+");
        String verb = Folding.fold(words[0]);
        if (words.length == 2 && REMOVE.contains(verb)) {
            return remove(request, bots, words[1]);
        }
        if (OFFICIAL.contains(verb) || (words.length == 2 && OFFICIAL.contains(Folding.fold(words[1])))) {
            return consent(request, bots);
        }
        return words.length == 2 && WEBHOOK.contains(verb) ? takeWebhook(request, bots, words[1]) : list(request, bots);
    }

    private static Optional<String> token(String words) {
        Matcher found = TOKEN.matcher(words);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    @Override
    public boolean awaits(Chat chat, PersonId person) {
        MonotonicDeadline until = asked.get(person);
        return !chat.kind().shared() && until != null && !until.passed();
    }

    @Override
    public void waitNoMore(Chat chat, PersonId person) {
        asked.remove(person);
    }

    @Override
    public Reply receive(Request request) {
        asked.remove(request.person());
        return token(request.arguments()).isPresent() ? run(request) : request.plain("bot.no-token");
    }

    private Reply add(Request request, BotOperations bots, String token) {
        Added added = bots.add(token, request.person());
        if (added instanceof Added.Running running) {
            audit.add(
                    request.person().key(),
                    running.renewed() ? "bot-renew" : "bot-add",
                    running.bot().key(),
                    clock.instant());
        }
        return Reply.plain(told(request, added) + "\n" + request.say("bot.deleted"))
                .forgettingQuestion();
    }

    private static String told(Request request, Added added) {
        if (added instanceof Added.Running running) {
            String how = running.renewed() ? "bot.renewed" : "bot.added";
            return request.say(how, running.shown(), running.bot().key());
        }
        return added instanceof Added.Known known
                ? request.say("bot.known", known.bot().key())
                : request.say(
                        "bot.refused-token", FailureReasons.toldIfKnown(request, ((Added.Refused) added).reason()));
    }

    private Reply remove(Request request, BotOperations bots, String name) {
        Optional<BotOperations.Line> line = named(bots, name);
        if (line.isEmpty()) {
            return request.plain("bot.unknown", name);
        }
        Bot bot = line.get().bot();
        if (!line.get().removable()) {
            return request.plain("bot.configured", bot.key());
        }
        if (bot.equals(request.chat().address().bot())) {
            return request.plain("bot.own", bot.key());
        }
        audit.add(request.person().key(), "bot-remove", bot.key(), clock.instant());
        return request.plain(bots.remove(bot) ? "bot.removed" : "bot.unknown", bot.key());
    }

    /** The link stands alone in its line, so that it can be forwarded to whoever keeps the account. */
    private static Reply consent(Request request, BotOperations bots) {
        BotOperations.ConsentOffer offer = bots.consent(request.person());
        if (offer instanceof BotOperations.ConsentOffer.Link link) {
            return Reply.plain(request.say("bot.oa.link") + "\n" + link.address() + "\n" + request.say("bot.oa.how"));
        }
        return request.plain("bot.oa.missing", ((BotOperations.ConsentOffer.Missing) offer).key());
    }

    private Reply takeWebhook(Request request, BotOperations bots, String name) {
        Optional<BotOperations.Line> line = named(bots, name);
        if (line.isEmpty()) {
            return request.plain("bot.unknown", name);
        }
        audit.add(request.person().key(), "bot-webhook", line.get().bot().key(), clock.instant());
        return request.plain(
                bots.takeWebhook(line.get().bot()) ? "bot.webhook.taken" : "bot.webhook.left",
                line.get().bot().key());
    }

    private static Optional<BotOperations.Line> named(BotOperations bots, String name) {
        return bots.bots().stream()
                .filter(line -> line.bot().key().equalsIgnoreCase(name)
                        || line.bot().name().equalsIgnoreCase(name))
                .findFirst();
    }

    private Reply list(Request request, BotOperations bots) {
        List<String> lines = new ArrayList<>();
        bots.bots().forEach(line -> lines.add("• " + line(request, line)));
        lines.add("\n" + request.say("bot.how"));
        asked.put(request.person(), MonotonicDeadline.in(AWAITED));
        return Reply.of(LongList.messages(RichText.builder().bold(request.say("bot.title")), lines)
                .toArray(OutgoingMessage[]::new));
    }

    private static String line(Request request, BotOperations.Line line) {
        String name = line.shown().equals(line.bot().name())
                ? line.bot().key()
                : line.shown() + " – " + line.bot().key();
        String places = line.freeGroups().isEmpty()
                ? ""
                : "; " + request.say("bot.free", Math.max(0, line.freeGroups().getAsInt()));
        String state = line.problem()
                .map(problem -> "⛔ " + FailureReasons.toldIfKnown(request, problem))
                .orElseGet(() -> request.say("bot.well"));
        return name + ": " + state + places;
    }
}
