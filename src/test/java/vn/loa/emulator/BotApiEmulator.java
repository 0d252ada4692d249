package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The emulated Bot API with one bot. See the package for an example. */
public final class BotApiEmulator implements AutoCloseable {
    /** What the bot is called. */
    public static final String USERNAME = "loa_thu_bot";

    private static final String TOKEN = "700000001:AAEmulatedTokenThatMustNeverBeShown_012";

    private final World world = new World(new Person(700000001L, "Loa", USERNAME, true), InstantSource.system());
    private final LongSupplier nanoTime;
    private final FloodControl flood;
    private final Faults faults = new Faults();
    private final Map<String, Function<ApiCall, JsonNode>> methods = new HashMap<>();
    private volatile HttpFront front;
    private volatile String token = TOKEN;

    private BotApiEmulator(int port, LongSupplier nanoTime) throws IOException {
        this.nanoTime = nanoTime;
        this.flood = new FloodControl(nanoTime);
        methods.putAll(new MessageMethods(world, flood).all());
        methods.putAll(new BotMethods(world).all());
        this.front = new HttpFront(port, this::respond);
    }

    /** Starts on a free port of the loopback address. */
    public static BotApiEmulator start() throws IOException {
        return start(0, System::nanoTime);
    }

    /**
     * Starts on a port of the loopback address.
     *
     * @param port 0 for any
     * @param nanoTime the clock of the limits, in nanoseconds
     */
    public static BotApiEmulator start(int port, LongSupplier nanoTime) throws IOException {
        return new BotApiEmulator(port, nanoTime);
    }

    /** What belongs into {@code telegram.api-url}. */
    public URI url() {
        return front.url();
    }

    /** What belongs into {@code telegram.token}. */
    public String token() {
        return TOKEN;
    }

    /** From now on the token is refused with 401. */
    public void revokeToken() {
        token = "";
    }

    public void restoreToken() {
        token = TOKEN;
    }

    public Person bot() {
        return world.bot;
    }

    public Person person(String firstName) {
        return world.person(firstName);
    }

    /** The conversation of a person who has started the bot. */
    public EmulatedChat privateChat(Person person) {
        EmulatedChat known = world.chat(person.id());
        return known != null ? known : world.add(new EmulatedChat(world, person.id(), "private", person.firstName()));
    }

    public EmulatedChat group(String title) {
        return world.add(new EmulatedChat(world, -4_000_000_000L - world.next(), "group", title));
    }

    public EmulatedChat supergroup(String title) {
        return world.add(new EmulatedChat(world, -1_001_000_000_000L - world.next(), "supergroup", title));
    }

    public EmulatedChat channel(String title) {
        return world.add(new EmulatedChat(world, -1_001_000_000_000L - world.next(), "channel", title));
    }

    public void limits(Limits limits) {
        flood.limits(limits);
    }

    public Faults faults() {
        return faults;
    }

    public History history() {
        return world.history;
    }

    /** Sends the bot an update of any shape; without an {@code update_id} it gets the next one. */
    public int update(ObjectNode update) {
        return world.updates.add(update);
    }

    /** Identifiers of updates begin anew here, as Telegram's do at random after a quiet week. */
    public void renumberUpdates(int next) {
        world.updates.renumber(next);
    }

    /** How many updates the bot has not confirmed. */
    public int pendingUpdates() {
        return world.updates.pending();
    }

    /** Whether somebody waits in getUpdates at this moment. */
    public boolean polled() {
        return world.updates.polled();
    }

    /** Another program sets or removes a webhook for this bot. */
    public void webhook(boolean set) {
        world.updates.webhook(set);
    }

    /** From now on the presses made so far count as too old to be answered. */
    public void expirePresses() {
        world.expirePresses();
    }

    /** The commands that a person sees in the menu of a chat, whose program speaks a language ({@code en}). */
    public List<String> menuFor(EmulatedChat chat, Person person, String language) {
        synchronized (world.history) {
            return world.menus.seen(chat, person, language);
        }
    }

    /** The server is gone: connections are cut, new ones refused. What it knows stays. */
    public void goDown() {
        front.close();
    }

    /** The server is back at its port. */
    public void comeBack() throws IOException {
        front = new HttpFront(front.url().getPort(), this::respond);
    }

    @Override
    public void close() {
        faults.letGo();
        world.updates.close();
        front.close();
    }

    private Answer respond(String callToken, ApiCall call) {
        Fault.Kind fault = faults.next(call);
        if (fault instanceof Fault.Kind.CutBefore) {
            return noted(call, Call.Outcome.DROPPED, 0, new Answer.Cut());
        }
        if (fault instanceof Fault.Kind.HangBefore) {
            faults.hang();
            return noted(call, Call.Outcome.DROPPED, 0, new Answer.Cut());
        }
        if (fault instanceof Fault.Kind.Page page) {
            return noted(call, Call.Outcome.DROPPED, page.status(), Answer.page(page.status()));
        }
        if (fault instanceof Fault.Kind.Body body) {
            return noted(call, Call.Outcome.DROPPED, body.status(), Answer.json(body.status(), body.json()));
        }
        try {
            return answer(fault, done(callToken, call, fault));
        } catch (Refusal refusal) {
            note(call, Call.Outcome.REFUSED, refusal.code(), refusal.getMessage(), 0);
            return Answer.json(refusal.code(), refusal.body().toString());
        }
    }

    /** Nobody sees what a call has done before the history knows of it; a long poll, which waits, does nothing. */
    private JsonNode done(String callToken, ApiCall call, Fault.Kind fault) {
        if (call.method().equals("getupdates")) {
            return noted(call, fault, perform(callToken, call, fault));
        }
        synchronized (world.history) {
            return noted(call, fault, perform(callToken, call, fault));
        }
    }

    private JsonNode perform(String callToken, ApiCall call, Fault.Kind fault) {
        if (!callToken.equals(token)) {
            throw Refusal.of(401, "Unauthorized");
        }
        if (fault instanceof Fault.Kind.Refuse refuse) {
            throw refuse.refusal();
        }
        Function<ApiCall, JsonNode> method = methods.get(call.method());
        if (method == null) {
            throw Refusal.of(404, "Not Found");
        }
        return method.apply(call);
    }

    private JsonNode noted(ApiCall call, Fault.Kind fault, JsonNode result) {
        Call.Outcome outcome = told(fault) ? Call.Outcome.OK : Call.Outcome.DONE_UNTOLD;
        note(call, outcome, 0, "", result.path("message_id").asLong(0));
        return result;
    }

    private static boolean told(Fault.Kind fault) {
        return fault == null || fault instanceof Fault.Kind.Meanwhile;
    }

    private Answer answer(Fault.Kind fault, JsonNode result) {
        if (fault instanceof Fault.Kind.Meanwhile meanwhile) {
            meanwhile.moment().run();
        }
        if (fault instanceof Fault.Kind.HangAfter) {
            faults.hang();
        }
        if (fault instanceof Fault.Kind.Garbled garbled) {
            return Answer.json(200, garbled.body());
        }
        ObjectNode body = UpdateJson.object().put("ok", true);
        body.set("result", result);
        return told(fault) ? Answer.json(200, body.toString()) : new Answer.Cut();
    }

    private Answer noted(ApiCall call, Call.Outcome outcome, int code, Answer answer) {
        note(call, outcome, code, "", 0);
        return answer;
    }

    private void note(ApiCall call, Call.Outcome outcome, int code, String description, long messageId) {
        if (call.method().equals("getupdates") && outcome == Call.Outcome.OK) {
            return;
        }
        boolean shown = outcome == Call.Outcome.OK || outcome == Call.Outcome.DONE_UNTOLD;
        ParsedText body = shown ? MessageMethods.body(call) : ParsedText.EMPTY;
        world.history.add(new Call(
                world.clock.instant(),
                nanoTime.getAsLong(),
                call.method(),
                call.values(),
                outcome,
                code,
                description,
                messageId,
                body));
    }
}
