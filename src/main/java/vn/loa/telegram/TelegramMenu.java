package vn.loa.telegram;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChatMember;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.command.menu.MenuEntry;
import vn.loa.delivery.channel.SendResult;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;
import vn.loa.telegram.api.TelegramErrors.Errand;

/** The menus of commands. They are a convenience: when one cannot be published, Loa says so in the log and goes on. */
public final class TelegramMenu {
    private static final Logger log = LoggerFactory.getLogger(TelegramMenu.class);

    private final TelegramCalls calls;
    private final TelegramErrors errors;

    TelegramMenu(TelegramCalls calls, TelegramErrors errors) {
        this.calls = calls;
        this.errors = errors;
    }

    /** Names the people who see a menu (Bot API, BotCommandScope). */
    public sealed interface Audience {
        /** Everybody for whom there is no other. */
        record Everybody() implements Audience {}

        /** Everybody who is alone with the bot. */
        record Alone() implements Audience {}

        /** Administrators of groups. */
        record Administrators() implements Audience {}

        /** One person in one group. */
        record Member(String chatId, String userId) implements Audience {
            public Member {
                Objects.requireNonNull(chatId);
                Objects.requireNonNull(userId);
            }
        }

        /** One private chat. */
        record Person(String chatId) implements Audience {
            public Person {
                Objects.requireNonNull(chatId);
            }
        }
    }

    /**
     * Publishes a menu.
     *
     * @param language two letters; an empty string for all languages that have no menu of their own
     * @param entries 1-100 of them
     * @return {@link SendResult.Sent}, without a number, when Telegram took it
     */
    public SendResult publish(Audience audience, String language, List<MenuEntry> entries) {
        SetMyCommands request = new SetMyCommands(entries.stream()
                .map(entry -> new BotCommand(entry.name(), entry.description()))
                .toList());
        request.setScope(scope(audience));
        request.setLanguageCode(language.isEmpty() ? null : language);
        return attempt(request);
    }

    /** Takes a menu away, so that the people see that of a wider audience again; answers like {@link #publish}. */
    public SendResult withdraw(Audience audience, String language) {
        DeleteMyCommands request = new DeleteMyCommands();
        request.setScope(scope(audience));
        request.setLanguageCode(language.isEmpty() ? null : language);
        return attempt(request);
    }

    /**
     * Says what the bot is, on its page and in an empty chat with it; answers like {@link #publish}.
     *
     * @param language as for {@link #publish}
     * @param text at most 512 characters
     * @param brief at most 120 characters
     */
    public SendResult describe(String language, String text, String brief) {
        SetMyDescription whole = new SetMyDescription(text, language.isEmpty() ? null : language);
        SendResult result = attempt(whole);
        return result instanceof SendResult.Sent
                ? attempt(new SetMyShortDescription(brief, language.isEmpty() ? null : language))
                : result;
    }

    private static BotCommandScope scope(Audience audience) {
        if (audience instanceof Audience.Person person) {
            return new BotCommandScopeChat(person.chatId());
        }
        if (audience instanceof Audience.Member member) {
            return new BotCommandScopeChatMember(member.chatId(), Long.valueOf(member.userId()));
        }
        if (audience instanceof Audience.Administrators) {
            return new BotCommandScopeAllChatAdministrators();
        }
        return audience instanceof Audience.Alone ? new BotCommandScopeAllPrivateChats() : new BotCommandScopeDefault();
    }

    private SendResult attempt(BotApiMethod<?> request) {
        try {
            calls.call(request);
            return new SendResult.Sent("");
        } catch (TelegramApiException e) {
            log.info("a menu of commands could not be published: {}", errors.told(e));
            return errors.read(e, Errand.PING);
        }
    }
}
