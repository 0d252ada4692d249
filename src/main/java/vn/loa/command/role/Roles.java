package vn.loa.command.role;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.chat.OperatorStore;
import vn.loa.store.chat.RoleStore;
import vn.loa.store.chat.UnitStore;

/**
 * Decides on people's roles: operators by the configuration, by claim or by grant; managers by grant; chat
 * administrators by the platform's word or by Loa's own list. Always by number, never by name.
 */
public final class Roles {
    private static final Logger log = LoggerFactory.getLogger(Roles.class);
    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAME = 100;
    /** A person of whom nothing is known that people could read. */
    private static final String UNKNOWN = "?";

    private final List<PersonId> configured;
    private final OperatorStore operators;
    private final RoleStore granted;
    private final UnitStore units;
    private final Map<PersonId, String> names = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Runnable elsewhere = () -> {};

    public Roles(List<PersonId> configured, OperatorStore operators, RoleStore granted, UnitStore units) {
        this.configured = List.copyOf(configured);
        this.operators = operators;
        this.granted = granted;
        this.units = units;
    }

    /** Notes how a platform calls a person; costs nothing while the name stays the same. */
    public void seen(PersonId person, String name, Instant now) {
        String told = name.strip();
        if (!told.equals(names.get(person))) {
            if (names.size() > MOST_NAMES) {
                names.clear();
            }
            granted.seen(person, told.length() > LONGEST_NAME ? told.substring(0, LONGEST_NAME) : told, now);
            names.put(person, told);
        }
    }

    /**
     * Returns a person as people see them: the name, with a number by which others name them; a platform's long id is
     * shown to nobody.
     */
    public String shown(PersonId person) {
        Optional<RoleStore.Known> known = granted.known(person);
        String number = readable(person)
                ? person.key()
                : known.map(each -> "#" + each.number()).orElse("");
        String name = known.map(RoleStore.Known::name).orElse("");
        if (name.isBlank()) {
            return number.isEmpty() ? UNKNOWN : number;
        }
        return number.isEmpty() ? name : name + " (" + number + ")";
    }

    /** Returns the number that a person is named by: short, or the platform's own where people can read it out. */
    public String number(PersonId person) {
        return readable(person)
                ? person.key()
                : granted.known(person).map(each -> "#" + each.number()).orElse(UNKNOWN);
    }

    /** Returns the person whom somebody named by a number such as {@code #17}. */
    public Optional<PersonId> numbered(String word) {
        return word.matches("#\\d{1,9}")
                ? granted.numbered(Long.parseLong(word.substring(1))).map(RoleStore.Known::person)
                : Optional.empty();
    }

    /** Ids of up to 16 digits are read out and typed, as those of the Bot API; longer and mixed ones are not. */
    private static boolean readable(PersonId person) {
        return person.userId().matches("-?\\d{1,16}");
    }

    /** Adds a listener that is called whenever a right was granted or taken. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Sets what tells other nodes that rights were changed here. */
    public void tellElsewhere(Runnable telling) {
        elsewhere = telling;
    }

    /** Calls the listeners after a right was granted or taken on another node. */
    public void changedElsewhere() {
        listeners.forEach(Roles::tell);
    }

    /**
     * Calls the listeners after a right was granted or taken, or holds in another chat. Their failures do not undo the
     * change.
     */
    public void changed() {
        listeners.forEach(Roles::tell);
        tell(elsewhere);
    }

    private static void tell(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("somebody could not be told of a change of rights", e);
        }
    }

    /** Returns everybody who manages the chats of some unit. */
    public List<PersonId> managers() {
        return granted.managers().stream()
                .map(RoleStore.Grant::person)
                .distinct()
                .toList();
    }

    /** Returns everybody who manages the unit of a chat. */
    public List<PersonId> managersOf(Chat chat) {
        return granted.managers().stream()
                .filter(grant -> units.chatsWithin(Set.of(grant.unitId())).contains(chat.id()))
                .map(RoleStore.Grant::person)
                .distinct()
                .toList();
    }

    /** Returns all identities of a person on the platforms, the given one at the head: rights of one are those of all. */
    public List<PersonId> identities(PersonId person) {
        return granted.identities(person);
    }

    /** Tells whether two identities are one person's. */
    public boolean isSamePerson(PersonId one, PersonId other) {
        return one.equals(other) || identities(one).contains(other);
    }

    /** Returns all identities of operators, also those by which they are reached only when the others fail. */
    public List<PersonId> operatorIdentities() {
        return operators().stream()
                .flatMap(person -> identities(person).stream())
                .distinct()
                .toList();
    }

    private Set<Long> unitsOf(PersonId person) {
        return identities(person).stream()
                .flatMap(each -> granted.units(each).stream())
                .collect(Collectors.toSet());
    }

    private boolean isAdminByList(PersonId person, Chat chat) {
        List<PersonId> admins = granted.admins(chat.address());
        return !admins.isEmpty() && identities(person).stream().anyMatch(admins::contains);
    }

    /** Returns everybody who is an operator. */
    public List<PersonId> operators() {
        List<PersonId> all = new ArrayList<>(configured);
        operators.all().stream().filter(person -> !all.contains(person)).forEach(all::add);
        return all;
    }

    /** Returns the highest role of this person in a chat that the platform does not know of, by Loa's own lists. */
    public Role granted(PersonId person, Chat chat) {
        if (isOperator(person)) {
            return Role.OPERATOR;
        }
        Set<Long> managed = unitsOf(person);
        if (!managed.isEmpty() && units.chatsWithin(managed).contains(chat.id())) {
            return Role.MANAGER;
        }
        return isAdminByList(person, chat) ? Role.CHAT_ADMIN : Role.MEMBER;
    }

    /** Notes that a person administers a channel: only an administrator can add a bot there (Bot API). */
    public void addedBotTo(ChatAddress channel, PersonId person, Instant now) {
        granted.grantChat(person, channel, person, now);
    }

    /** Returns the administrators of a chat by Loa's own list. */
    public List<PersonId> adminsOf(Chat chat) {
        return granted.admins(chat.address());
    }

    public boolean isOperator(PersonId person) {
        if (configured.contains(person)) {
            return true;
        }
        List<PersonId> named = operators.all();
        return identities(person).stream().anyMatch(each -> configured.contains(each) || named.contains(each));
    }

    /** Tells whether a person is an operator by the configuration, which no command can change. */
    public boolean isConfigured(PersonId person) {
        return configured.contains(person);
    }

    /** Returns the chats that a person manages as an operator or a manager. */
    public ManagedChats reach(PersonId person) {
        if (isOperator(person)) {
            return ManagedChats.ALL;
        }
        Set<Long> managed = unitsOf(person);
        return managed.isEmpty()
                ? ManagedChats.NONE
                : new ManagedChats(false, units.within(managed), units.chatsWithin(managed));
    }

    /**
     * Returns the highest role of this person here; the platform is asked only when it could make a difference. A
     * manager is one in the chats of the units in question, and alone with the bot.
     */
    public Role of(Sender sender, Chat chat) {
        PersonId person = sender.person();
        if (isOperator(person)) {
            return Role.OPERATOR;
        }
        Set<Long> managed = unitsOf(person);
        boolean alone = chat.kind() == ChatKind.PRIVATE;
        if (!managed.isEmpty() && (alone || units.chatsWithin(managed).contains(chat.id()))) {
            return Role.MANAGER;
        }
        boolean admin = isAdminByList(person, chat) || sender.chatAdmin().getAsBoolean();
        return admin ? Role.CHAT_ADMIN : Role.MEMBER;
    }
}
