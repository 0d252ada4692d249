package vn.loa.zalo.oa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.OaAccountStore;
import vn.loa.store.chat.OaAccountStore.Known;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/**
 * The accounts that listen here, and the one address for all of them: an app has one webhook at Zalo, whichever accounts
 * have authorised it, so each event is handed on to the account that it names.
 */
public final class OaAccounts implements WebRoute {
    /** The address of the app's webhook; each account has its own below it. */
    static final String PATH = "/zalo/oa";

    private static final Logger log = LoggerFactory.getLogger(OaAccounts.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OaAccountStore store;
    private final ChatStore chats;
    private final Supplier<Set<Bot>> meant;
    private final InstantSource clock;
    private final List<OaReceiver> listening = new CopyOnWriteArrayList<>();

    /**
     * Makes a list on which nothing listens yet.
     *
     * @param meant the accounts that are to run, here or at another node; others that are known still have left
     */
    public OaAccounts(OaAccountStore store, ChatStore chats, Supplier<Set<Bot>> meant, InstantSource clock) {
        this.store = store;
        this.chats = chats;
        this.meant = meant;
        this.clock = clock;
    }

    /** Hands events on to an account from now on. */
    void join(OaReceiver receiver) {
        listening.add(receiver);
    }

    /** Hands no more events on to an account. */
    void part(OaReceiver receiver) {
        listening.remove(receiver);
    }

    /** Returns the number of the account behind a bot; empty when Zalo has not told it yet. */
    Optional<String> number(Bot bot) {
        return store.of(bot).map(Known::account);
    }

    /** Returns how the account behind a bot is called; empty when Zalo has not told it. */
    Optional<String> name(Bot bot) {
        return store.of(bot).map(Known::name).filter(name -> !name.isBlank());
    }

    /** Notes who the account behind a bot is, whose tokens stand in the configuration. */
    void learn(Bot bot, OaIdentity identity) {
        store.learn(new Known(bot, identity.id(), identity.name(), "", clock.instant()));
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        JsonNode event = object(request.body());
        if (event.isMissingNode()) {
            return answer(400);
        }
        if (event.isEmpty()) {
            return answer(200);
        }
        Optional<String> named = OaEvents.account(event);
        Optional<OaReceiver> receiver = named.isPresent() ? named(named.get()) : ofGroup(OaEvents.place(event));
        if (receiver.isEmpty()) {
            log.warn("an event for an Official Account that is not known here was turned away");
        }
        return receiver.map(each -> each.handle(request))
                .orElseGet(() -> answer(named.filter(this::isStranger).isPresent() ? 404 : 503));
    }

    private static WebAnswer answer(int status) {
        return WebAnswer.json(status, "{}");
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode read = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return read != null && read.isObject() ? read : JSON.missingNode();
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    /**
     * An account whose number is not known yet may be meant, unless another is known to have this one; two such cannot be
     * told apart.
     */
    private Optional<OaReceiver> named(String number) {
        Optional<OaReceiver> owner =
                only(each -> each.number().filter(number::equals).isPresent());
        return owner.isEmpty() && !isKnown(number) ? only(each -> each.number().isEmpty()) : owner;
    }

    /**
     * An event in a group does not always name the account; a group belongs to the account that made it. A new group may be
     * that of an account which does not listen here yet, or listens at another node.
     */
    private Optional<OaReceiver> ofGroup(String group) {
        Optional<OaReceiver> owner = only(each -> !group.isEmpty()
                && chats.find(ChatAddress.of(each.bot(), group)).isPresent());
        return owner.isEmpty() && allListen() ? only(each -> true) : owner;
    }

    private boolean allListen() {
        Set<Bot> here = listening.stream().map(OaReceiver::bot).collect(Collectors.toSet());
        return here.containsAll(meant.get());
    }

    private boolean isKnown(String number) {
        Set<Bot> running = meant.get();
        return store.all().stream().anyMatch(each -> each.account().equals(number) && running.contains(each.bot()));
    }

    private Optional<OaReceiver> only(Predicate<OaReceiver> fits) {
        List<OaReceiver> all = listening.stream().filter(fits).toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** An account that is known but does not listen here may listen at another node, or will here in a moment. */
    private boolean isStranger(String number) {
        return allKnown() && !isKnown(number);
    }

    private boolean allKnown() {
        return !listening.isEmpty()
                && listening.stream().allMatch(each -> each.number().isPresent());
    }
}
