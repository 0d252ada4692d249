package vn.loa.emulator;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing that goes wrong: when (method, chat, which call) and how. Until one of the methods that say how is called,
 * nothing happens.
 */
public final class Fault {
    /** How it goes wrong. */
    sealed interface Kind {
        /** Refused with these words. */
        record Refuse(Refusal refusal) implements Kind {}

        /** Not done; an HTML page of a gateway comes back. */
        record Page(int status) implements Kind {}

        /** Not done; the connection is cut. */
        record CutBefore() implements Kind {}

        /** Done; the connection is cut instead of an answer. */
        record CutAfter() implements Kind {}

        /** Not done; no answer comes until the emulator closes. */
        record HangBefore() implements Kind {}

        /** Done; the answer is given when this has been done. */
        record Meanwhile(Runnable moment) implements Kind {}

        /** Done; no answer comes until the emulator closes. */
        record HangAfter() implements Kind {}

        /** Done; a 200 comes back with this body. */
        record Garbled(String body) implements Kind {}

        /** Not done; this status and JSON body come back. */
        record Body(int status, String json) implements Kind {}
    }

    private final String method;
    private final Consumer<Fault> register;
    private Predicate<ApiCall> where = call -> true;
    private int skip;
    private int times = 1;
    private Kind kind;

    Fault(String method, Consumer<Fault> register) {
        this.method = method.toLowerCase(Locale.ROOT);
        this.register = register;
    }

    /** Only for calls about this chat. */
    public Fault in(EmulatedChat chat) {
        where = call -> call.text("chat_id").equals(Long.toString(chat.id()));
        return this;
    }

    /** Lets so many fitting calls pass first: {@code nth(1)} strikes at once. */
    public Fault nth(int number) {
        skip = number - 1;
        return this;
    }

    /** Strikes so often; once is the default. */
    public Fault times(int number) {
        times = number;
        return this;
    }

    /** Strikes until {@link Faults#clear()}. */
    public Fault always() {
        return times(Integer.MAX_VALUE);
    }

    public void refuse(int code, String description) {
        how(new Kind.Refuse(Refusal.of(code, description)));
    }

    /** 429 in Telegram's shape. */
    public void flood(int seconds) {
        how(new Kind.Refuse(Refusal.flood(seconds)));
    }

    /** 400 with {@code migrate_to_chat_id}. */
    public void moved(long newChatId) {
        how(new Kind.Refuse(Refusal.moved(newChatId)));
    }

    /** An HTML page of a gateway with this status; nothing is done. */
    public void page(int status) {
        how(new Kind.Page(status));
    }

    /** Any status and body; nothing is done. */
    public void body(int status, String json) {
        how(new Kind.Body(status, json));
    }

    public void cutBefore() {
        how(new Kind.CutBefore());
    }

    public void cutAfter() {
        how(new Kind.CutAfter());
    }

    public void hangBefore() {
        how(new Kind.HangBefore());
    }

    /** Nothing goes wrong, but the answer comes only after this: the moment at which a message is made and nobody told. */
    public void meanwhile(Runnable moment) {
        how(new Kind.Meanwhile(moment));
    }

    public void hangAfter() {
        how(new Kind.HangAfter());
    }

    /** A 200 with a body that is no answer of the Bot API, though the thing was done. */
    public void garbled(String body) {
        how(new Kind.Garbled(body));
    }

    private void how(Kind newKind) {
        kind = newKind;
        register.accept(this);
    }

    Kind kind() {
        return kind;
    }

    synchronized boolean strikes(ApiCall call) {
        boolean fits = (method.equals("*") || method.equals(call.method())) && where.test(call);
        if (!fits || times == 0) {
            return false;
        }
        if (skip > 0) {
            skip--;
            return false;
        }
        times--;
        return true;
    }
}
