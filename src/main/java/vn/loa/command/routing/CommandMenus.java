package vn.loa.command.routing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.Command;
import vn.loa.command.menu.MenuEntry;
import vn.loa.model.Role;
import vn.loa.phrases.Phrases;

/** Words the menus that a platform shows for the commands, and what the bot says of itself there. */
public final class CommandMenus {
    private final List<Command> commands;
    private final Phrases phrases;
    private final Phrases english = Phrases.english();

    /** Makes the menus of these commands, which they list in this order. */
    public CommandMenus(List<Command> commands, Phrases phrases) {
        this.commands = List.copyOf(commands);
        this.phrases = phrases;
    }

    /**
     * Returns the entries of a platform's command menu for people of a role, alone with the bot.
     *
     * @param english true for English, false for Vietnamese
     */
    public List<MenuEntry> alone(Role role, boolean english) {
        Phrases words = english ? this.english : phrases;
        return commands.stream()
                .filter(command -> command.listed() && role.atLeast(command.needs()))
                .map(command -> new MenuEntry(command.name(), words.say("command." + command.name() + ".menu")))
                .toList();
    }

    /**
     * Returns the entries of a platform's command menu for people of a role in groups.
     *
     * @param english true for English, false for Vietnamese
     */
    public List<MenuEntry> inGroups(Role role, boolean english) {
        Set<String> alone = commands.stream()
                .filter(command -> !command.inGroups())
                .map(Command::name)
                .collect(Collectors.toSet());
        return alone(role, english).stream()
                .filter(entry -> !alone.contains(entry.name()))
                .toList();
    }

    /** Returns what the bot says of itself: at most 512 characters, and at most 120. */
    public List<String> descriptions(boolean english) {
        Phrases words = english ? this.english : phrases;
        return List.of(words.say("menu.description"), words.say("menu.description.short"));
    }
}
