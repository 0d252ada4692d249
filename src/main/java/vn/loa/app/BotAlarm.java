package vn.loa.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.bot.RunningBot;
import vn.loa.command.ChatAdmission;
import vn.loa.command.FailureReasons;
import vn.loa.command.Notices;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.ChatStore;

/**
 * Tells operators, through the other bots, once when a platform refuses a bot, with the groups that are cut off and what
 * to do, and once when it takes it again. What was told stands in the database, so a restart does not tell it anew.
 */
final class BotAlarm implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(BotAlarm.class);
    private static final String TOLD = "bot-refused ";
    private static final String YES = "told";
    private static final int NAMED = 10;
    private static final String FEATURE_TOLD = "bot-feature-refused ";
    private static final Duration FEATURE_EVERY = Duration.ofDays(7);

    private final Supplier<List<RunningBot>> bots;
    private final SettingStore settings;
    private final ChatStore chats;
    private final Notices notices;
    private final Phrases phrases;
    private final InstantSource clock;

    BotAlarm(Supplier<List<RunningBot>> bots, Storage storage, Notices notices, Phrases phrases, InstantSource clock) {
        this.bots = bots;
        this.settings = storage.settings();
        this.chats = storage.chats();
        this.notices = notices;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public void run() {
        bots.get().forEach(this::look);
    }

    private void look(RunningBot bot) {
        try {
            boolean told = settings.get(TOLD + bot.bot().key()).isPresent();
            if (bot.refusal().isPresent() && !told) {
                tell(bot.bot(), bot.refusal().get());
                settings.set(TOLD + bot.bot().key(), YES);
            } else if (told && bot.accepted()) {
                tellHealed(bot.bot());
            }
            bot.featureRefusal().ifPresent(reason -> lookAtFeature(bot.bot(), reason));
        } catch (RuntimeException e) {
            log.error("{}: operators could not be told how the bot does", bot.bot(), e);
        }
    }

    /** What is refused to one kind of chats is told anew now and then, for nothing else shows it. */
    private void lookAtFeature(Bot bot, String reason) {
        String name = FEATURE_TOLD + bot.key();
        Instant now = clock.instant();
        boolean lately = settings.get(name)
                .filter(told -> Instant.parse(told).plus(FEATURE_EVERY).isAfter(now))
                .isPresent();
        if (!lately) {
            tell(bot, reason);
            settings.set(name, now.toString());
        }
    }

    private void tell(Bot bot, String reason) {
        String cause = phrases.say("dead.cause." + FailureReasons.cause(reason).orElse("OTHER"));
        String text =
                phrases.say("bot.refused", bot.key(), cause, phrases.say("bot.cure." + cure(reason)), groups(bot));
        notices.toOperatorsPast(bot, "bot", OutgoingMessage.plain(text));
    }

    private void tellHealed(Bot bot) {
        notices.toOperatorsPast(bot, "bot", OutgoingMessage.plain(phrases.say("bot.healed", bot.key())));
        settings.remove(TOLD + bot.key(), YES);
    }

    private static String cure(String reason) {
        if (reason.toLowerCase(Locale.ROOT).contains("consent")) {
            return "CONSENT";
        }
        return FailureReasons.cause(reason)
                .filter(cause -> cause.equals("TOKEN") || cause.equals("QUOTA"))
                .orElse("OTHER");
    }

    private String groups(Bot bot) {
        List<Chat> cut = chats.inState(ChatState.ACTIVE).stream()
                .filter(chat -> chat.address().bot().equals(bot) && chat.kind().shared())
                .filter(chat -> !chat.address().inTopic())
                .toList();
        return cut.isEmpty() ? phrases.say("bot.refused.nobody") : named(cut);
    }

    private String named(List<Chat> groups) {
        String names = groups.stream()
                .limit(NAMED)
                .map(chat -> ChatAdmission.title(chat, phrases))
                .collect(Collectors.joining("; "));
        String key = groups.size() > NAMED ? "bot.refused.groups.more" : "bot.refused.groups";
        return phrases.say(key, groups.size(), names, groups.size() - NAMED);
    }
}
