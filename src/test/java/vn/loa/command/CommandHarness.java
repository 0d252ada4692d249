package vn.loa.command;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.loa.app.Commands;
import vn.loa.app.OperatorMessagesOf;
import vn.loa.app.Storage;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Press;
import vn.loa.command.incoming.Sender;
import vn.loa.command.role.OperatorClaim;
import vn.loa.command.role.Roles;
import vn.loa.command.role.WebLogins;
import vn.loa.command.routing.CommandRateLimit;
import vn.loa.command.routing.CommandRouter;
import vn.loa.model.Access;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.Delivery;
import vn.loa.model.HealthIndicator;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.QuietHours;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.RoleStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.file.BackupFailedException;
import vn.loa.store.file.Backups;
import vn.loa.store.message.NoticeStore;

/** People who talk to Loa's commands, with a real database and no platform. */
public final class CommandHarness implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    public static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    public static final PersonId OPERATOR = new PersonId(Platform.TELEGRAM, "1");

    public static final Media.Kept PHOTO = new Media.Kept(BOT, Media.Kept.Form.PHOTO, "file-1");

    /** What time it is for the commands. */
    public volatile Instant now = NOW;

    /** Whether the configuration lets pictures be sent. */
    public volatile boolean pictures = true;

    private final Path folder;
    public final Database database;
    public final ChatStore chats;
    public final Roles roles;
    public final OperatorClaim claim;
    public final ChatAdmission admission;
    public final Notices notices;
    public final CommandRouter router;
    /** What the program does regularly for operators. */
    public final Runnable messages;

    public final WebLogins logins;
    public final CommandContext context;
    public final Storage storage;
    public final Map<String, byte[]> files = new HashMap<>();
    public final ScriptedSourceOperations sources = new ScriptedSourceOperations();

    /** Nobody is too hasty here. */
    public CommandHarness(Path folder, Access access, PersonId... operators) {
        this(new CommandRateLimit.Limits(10_000, 10_000, 10_000, 10_000), folder, access, operators);
    }

    public CommandHarness(CommandRateLimit.Limits limits, Path folder, Access access, PersonId... operators) {
        this(limits, null, folder, access, operators);
    }

    /** With web pages at this address; none when it is null. */
    public CommandHarness(URI web, Path folder, Access access, PersonId... operators) {
        this(new CommandRateLimit.Limits(10_000, 10_000, 10_000, 10_000), web, folder, access, operators);
    }

    private CommandHarness(CommandRateLimit.Limits limits, URI web, Path folder, Access access, PersonId... operators) {
        InstantSource clock = () -> now;
        Phrases phrases = Phrases.vietnamese();
        this.folder = folder;
        database = MigratedDatabase.open(folder);
        storage = Storage.of(database);
        chats = storage.chats();
        roles = new Roles(List.of(operators), storage.operators(), storage.roles(), storage.units());
        notices = new Notices(database, storage.notices(), storage.deliveries(), storage.operators(), roles, clock);
        ChatDefaults defaults =
                new ChatDefaults(storage.speaking(), storage.units(), storage.languages(), bot -> Optional.empty());
        admission = new ChatAdmission(
                database,
                chats,
                defaults,
                new ChatAdmission.Rules(access, storage.approvals()),
                roles,
                notices,
                phrases,
                clock);
        claim = new OperatorClaim(database, storage.settings(), storage.operators(), storage.audit(), roles, clock);
        context = new CommandContext(
                database,
                storage.audit(),
                roles,
                admission,
                notices,
                new Program(),
                ZoneId.of("Asia/Ho_Chi_Minh"),
                clock);
        QuietHours quiet = new QuietHours(LocalTime.of(21, 30), LocalTime.of(6, 0), QuietHours.Mode.SILENT);
        logins = new WebLogins(storage.logins(), roles, Optional.ofNullable(web), clock, new SecureRandom());
        messages = OperatorMessagesOf.program(context, storage, phrases);
        router = new Commands(context, storage, claim, logins, phrases, quiet)
                .router(limits, () -> Duration.between(Instant.EPOCH, now).toNanos());
    }

    /** A program with one bot, around these commands. */
    private final class Program implements RunningProgram {
        @Override
        public Optional<Path> backUp() throws BackupFailedException {
            Path file = folder.resolve("loa.db");
            return Files.exists(file)
                    ? Optional.of(new Backups(folder.resolve("backup"), 1, ZoneOffset.UTC)
                            .take(file, now)
                            .file())
                    : Optional.empty();
        }

        @Override
        public SourceOperations sources() {
            return sources;
        }

        @Override
        public List<HealthIndicator> health() {
            return List.of(new HealthIndicator.OfLoop("telegram/main", Optional.of(NOW), Optional.empty()));
        }

        @Override
        public Optional<String> botName(Bot bot) {
            return Optional.of("loa_thu_bot");
        }

        @Override
        public Optional<byte[]> fetch(Media.Kept file) {
            return Optional.ofNullable(files.get(file.fileId()));
        }

        @Override
        public boolean sendsPictures(Bot bot) {
            return pictures;
        }
    }

    public static PersonId person(String userId) {
        return new PersonId(Platform.TELEGRAM, userId);
    }

    /** A person in a chat of the given kind. */
    public Voice voice(String userId, String chatId, ChatKind kind, boolean admin) {
        return new Voice(userId, ChatAddress.of(BOT, chatId), kind, admin);
    }

    /** An administrator in a topic of a forum. */
    public Voice inTopic(String userId, String groupId, String topicId) {
        return new Voice(userId, new ChatAddress(BOT, groupId, topicId), ChatKind.SUPERGROUP, true);
    }

    public Voice member(String userId, String groupId) {
        return voice(userId, groupId, ChatKind.GROUP, false);
    }

    public Voice admin(String userId, String groupId) {
        return voice(userId, groupId, ChatKind.GROUP, true);
    }

    /** Somebody alone with the bot. */
    public Voice alone(String userId) {
        return voice(userId, userId, ChatKind.PRIVATE, true);
    }

    public final class Voice {
        private final Sender sender;
        private final ChatAddress chat;
        private final ChatKind kind;

        private Voice(String userId, ChatAddress chat, ChatKind kind, boolean admin) {
            this.sender = new Sender(new PersonId(Platform.TELEGRAM, userId), "Đồng chí " + userId, () -> admin);
            this.chat = chat;
            this.kind = kind;
        }

        public Reply says(String words) {
            return router.answer(incoming(words, Optional.empty(), kind == ChatKind.PRIVATE));
        }

        /** Says something to the bot by name, or in reply to it. */
        public Reply tells(String words) {
            return router.answer(incoming(words, Optional.empty(), true));
        }

        /** Answers a message of the bot. */
        public Reply answers(String messageId, String words) {
            return router.answer(new IncomingCommand(
                    chat,
                    kind,
                    title(),
                    sender,
                    words,
                    Optional.empty(),
                    true,
                    IncomingAttachment.NOTHING,
                    false,
                    Optional.of(messageId)));
        }

        /** Sends a picture with these words under it. */
        public Reply sendsPhoto(String words) {
            return sends(words, new IncomingAttachment(Optional.of(PHOTO), false, Optional.empty()));
        }

        /** Sends something with these words under it. */
        public Reply sends(String words, IncomingAttachment attachment) {
            return router.answer(incoming(words, attachment, false));
        }

        /** Carries on what somebody else wrote. */
        public Reply forwards(String words) {
            return router.answer(incoming(words, IncomingAttachment.NOTHING, true));
        }

        public Reply presses(String data) {
            return router.answer(incoming(data, Optional.of(new Press.OfButton("m1")), true));
        }

        /** Chooses by a number, where there are no buttons. */
        public Reply chooses(String data) {
            return router.answer(incoming(data, Optional.of(new Press.InWords()), true));
        }

        private IncomingCommand incoming(String words, Optional<Press> press, boolean addressed) {
            return new IncomingCommand(chat, kind, title(), sender, words, press, addressed);
        }

        private IncomingCommand incoming(String words, IncomingAttachment attachment, boolean forwarded) {
            boolean addressed = kind == ChatKind.PRIVATE;
            return new IncomingCommand(
                    chat, kind, title(), sender, words, Optional.empty(), addressed, attachment, forwarded);
        }

        private String title() {
            return "Nhóm " + chat.chatId();
        }

        public Chat chat() {
            return chats.find(chat).orElseThrow();
        }
    }

    public static String text(Reply reply) {
        return String.join(
                        "\n---\n",
                        reply.messages().stream().map(m -> m.text().text()).toList())
                + reply.edit().map(m -> m.text().text()).orElse("")
                + reply.toast().map(t -> "[" + t + "]").orElse("");
    }

    public static List<Button.Action> buttons(OutgoingMessage message) {
        List<Button.Action> actions = new ArrayList<>();
        message.buttons()
                .forEach(row -> row.forEach(button -> {
                    if (button instanceof Button.Action action) {
                        actions.add(action);
                    }
                }));
        return actions;
    }

    /** The notices that wait in the ledger, as their readers will see them. */
    public List<OutgoingMessage> waitingNotices() {
        List<Delivery> claimed = new DeliveryStore(database).claim(BOT, 100, NOW, java.time.Duration.ofMinutes(1));
        return claimed.stream()
                .map(delivery ->
                        new NoticeStore(database).message(delivery.noticeId().orElseThrow()))
                .toList();
    }

    /** As {@link #waitingNotices()}, at another time. */
    public List<OutgoingMessage> noticesAt(Instant time) {
        return new DeliveryStore(database)
                .claim(BOT, 100, time, java.time.Duration.ofMinutes(1)).stream()
                        .map(delivery -> new NoticeStore(database)
                                .message(delivery.noticeId().orElseThrow()))
                        .toList();
    }

    public void grantManager(String userId, long unit) {
        new RoleStore(database).grantUnit(person(userId), unit, OPERATOR, NOW);
    }

    /** A claim code, made from seeded random bits. */
    public String code() {
        return claim.issue(RandomGenerator.of("L64X128MixRandom")).orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }
}
