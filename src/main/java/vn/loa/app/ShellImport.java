package vn.loa.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.loa.command.ChatAdmission;
import vn.loa.command.ChatDefaults;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.SourceOperations;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.command.role.ManagedChats;
import vn.loa.command.role.Roles;
import vn.loa.command.transfer.ImportCommand;
import vn.loa.config.LoaConfig;
import vn.loa.console.ConsoleInput;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.HealthIndicator;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.model.Role;
import vn.loa.model.Source;
import vn.loa.phrases.Phrases;
import vn.loa.store.file.BackupFailedException;

/** Imports a file while Loa is stopped, by the command {@code /nhap} of the chat: the same rules, the same words. */
public final class ShellImport {
    private final ImportCommand command;
    private final Phrases phrases;
    private final Chat shell;

    /** Makes an import into a database that nobody else works with. */
    public ShellImport(Storage storage, LoaConfig config, Phrases phrases, InstantSource clock) {
        this.phrases = phrases;
        this.shell = new Chat(
                0,
                ChatAddress.of(new Bot(Platform.CONSOLE, "shell"), "shell"),
                ChatKind.PRIVATE,
                "",
                ChatState.ACTIVE,
                "",
                clock.instant());
        CommandContext context = context(storage, config, clock);
        this.command = new ImportCommand(
                context,
                storage.chats(),
                storage.subscriptions(),
                storage.sources(),
                storage.settings(),
                storage.webFiles(context.roles(), Optional.empty(), clock));
    }

    private CommandContext context(Storage storage, LoaConfig config, InstantSource clock) {
        Roles roles = new Roles(config.operators(), storage.operators(), storage.roles(), storage.units());
        Notices notices = new Notices(
                storage.database(), storage.notices(), storage.deliveries(), storage.operators(), roles, clock);
        ChatDefaults defaults =
                new ChatDefaults(storage.speaking(), storage.units(), storage.languages(), bot -> Optional.empty());
        ChatAdmission admission = new ChatAdmission(
                storage.database(),
                storage.chats(),
                defaults,
                new ChatAdmission.Rules(config.access(), storage.approvals()),
                roles,
                notices,
                phrases,
                clock);
        return new CommandContext(
                storage.database(),
                storage.audit(),
                roles,
                admission,
                notices,
                new StoppedProgram(),
                config.zone(),
                clock);
    }

    /**
     * An import that was looked at.
     */
    public final class Plan {
        private final String told;
        private final Optional<ButtonData> confirmation;

        private Plan(OutgoingMessage message) {
            this.told = message.text().text();
            this.confirmation = message.buttons().stream()
                    .flatMap(List::stream)
                    .findFirst()
                    .filter(Button.Action.class::isInstance)
                    .map(button -> ButtonData.parse(((Button.Action) button).data()));
        }

        /** Returns in words what the import would change. */
        public String told() {
            return told;
        }

        /** Returns whether it would change anything. */
        public boolean changes() {
            return confirmation.isPresent();
        }

        /** Makes the changes, in one transaction, and returns in words what was changed. */
        public String apply() {
            Reply reply = command.press(request(""), confirmation.orElseThrow());
            return reply.edit().map(message -> message.text().text()).orElse("");
        }
    }

    /**
     * Looks at an import without making it.
     *
     * @param text a CSV table of subscriptions, or OPML
     * @param replace whether the chats of the table follow nothing else afterwards
     */
    public Plan look(String text, boolean replace) {
        Reply reply = command.run(request(replace ? "thay " + text : text));
        return new Plan(reply.messages().get(0));
    }

    private Request request(String words) {
        return new Request(
                shell,
                ConsoleInput.PERSON,
                "",
                Role.OPERATOR,
                words,
                IncomingAttachment.NOTHING,
                ManagedChats.NONE,
                phrases,
                Optional.empty());
    }

    /** Watches and sends nothing: the next start does. */
    private static final class StoppedProgram implements RunningProgram, SourceOperations {
        @Override
        public SourceOperations sources() {
            return this;
        }

        @Override
        public List<HealthIndicator> health() {
            return List.of();
        }

        @Override
        public Optional<String> botName(Bot bot) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> backUp() throws BackupFailedException {
            throw new IllegalStateException("Loa is stopped");
        }

        @Override
        public boolean sendsPictures(Bot bot) {
            return false;
        }

        @Override
        public Optional<byte[]> fetch(Media.Kept file) {
            return Optional.empty();
        }

        @Override
        public void look(URI url, Consumer<Trial> then) {
            throw new IllegalStateException("Loa is stopped");
        }

        @Override
        public void watch(Source source) {}

        @Override
        public void rest(Source source) {}

        @Override
        public void check(Source source, Consumer<Checkup> then) {}
    }
}
