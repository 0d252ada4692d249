package vn.loa;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.loa.command.CommandRouter;
import vn.loa.model.Bot;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.telegram.TelegramMenu;
import vn.loa.telegram.TelegramMenu.Audience;

/** The menus of one Telegram bot: each audience sees the commands that it may use, in Vietnamese or in English. */
final class TelegramMenus {
    private static final String ALL_LANGUAGES = "";
    private static final String ENGLISH = "en";

    private final Bot bot;
    private final TelegramMenu menu;
    private final CommandRouter router;
    private final Set<PersonId> special = new HashSet<>();

    TelegramMenus(Bot bot, TelegramMenu menu, CommandRouter router) {
        this.bot = bot;
        this.menu = menu;
        this.router = router;
    }

    /** Publishes all of them; whoever lost a role since the last time gets the common menu back. */
    synchronized void publish() {
        publish(new Audience.Everybody(), Role.MEMBER);
        publish(new Audience.Alone(), Role.CHAT_ADMIN);
        publish(new Audience.Administrators(), Role.CHAT_ADMIN);
        List<PersonId> operators = mine(router.roles().operators());
        List<PersonId> managers = mine(router.roles().managers()).stream()
                .filter(person -> !operators.contains(person))
                .toList();
        operators.forEach(person -> publish(new Audience.Person(person.userId()), Role.OPERATOR));
        managers.forEach(person -> publish(new Audience.Person(person.userId()), Role.MANAGER));
        special.stream()
                .filter(person -> !operators.contains(person) && !managers.contains(person))
                .forEach(this::withdraw);
        special.clear();
        special.addAll(operators);
        special.addAll(managers);
    }

    private List<PersonId> mine(List<PersonId> people) {
        return people.stream()
                .filter(person -> person.platform() == bot.platform())
                .toList();
    }

    private void publish(Audience audience, Role role) {
        menu.publish(audience, ALL_LANGUAGES, router.menu(role, false));
        menu.publish(audience, ENGLISH, router.menu(role, true));
    }

    private void withdraw(PersonId person) {
        menu.withdraw(new Audience.Person(person.userId()), ALL_LANGUAGES);
        menu.withdraw(new Audience.Person(person.userId()), ENGLISH);
    }
}
