package vn.loa.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.loa.phrases.Phrases;

/** Turns the short English reasons in the database into words for people. */
public final class FailureReasons {
    private record Known(String words, String cause) {}

    /** Reasons by the words in them. The first that matches is taken, so the more specific ones stand first. */
    private static final List<Known> KNOWN = List.of(
            known("may have arrived", "UNCONFIRMED"),
            known("interrupted while sending", "UNCONFIRMED"),
            known("only the beginning arrived", "BEGINNING"),
            known("declined by an operator", "REFUSED"),
            known("stopped by an operator", "STOPPED"),
            known("recalled by its author", "RECALLED"),
            known("the bot does not run", "NOT_RUNNING"),
            known("webhook of somebody", "WEBHOOK"),
            known("did not arrive in time", "LATE"),
            known("withdrawn", "WITHDRAWN"),
            known("moved to", "MOVED"),
            known("before the chat moved", "TOLD_BEFORE"),
            known("the chat moved", "MOVED"),
            known("the group's former chat", "FORMER_CHAT"),
            known("blocked", "GONE"),
            known("kicked", "GONE"),
            known("deactivated", "GONE"),
            known("chat not found", "NOT_FOUND"),
            known("peer_id_invalid", "NOT_FOUND"),
            known("chat_id_invalid", "NOT_FOUND"),
            known("channel_private", "GONE"),
            known("is not a member", "GONE"),
            known("group chat was deleted", "GONE"),
            known("can't initiate conversation", "GONE"),
            known("can't send messages to bots", "GONE"),
            known("removed or blocked", "GONE"),
            known("not in the group", "GONE"),
            known("the group is disabled", "GONE"),
            known("has not written for", "NOT_WRITTEN"),
            known("has never written", "NOT_WRITTEN"),
            known("has restricted messages", "NOT_WANTED"),
            known("does not follow", "NOT_WANTED"),
            known("wants no invitations", "NOT_WANTED"),
            known("was not at zalo", "NOT_WRITTEN"),
            known("did not write in time", "NOT_WRITTEN"),
            known("is disabled: ask", "ACCOUNT"),
            known("does not exist: check", "ACCOUNT"),
            known("is not verified", "ACCOUNT"),
            known("not enough rights", "WRITE_FORBIDDEN"),
            known("no rights to send", "WRITE_FORBIDDEN"),
            known("administrator rights", "WRITE_FORBIDDEN"),
            known("no write access", "WRITE_FORBIDDEN"),
            known("user_banned_in_channel", "WRITE_FORBIDDEN"),
            known("chat_guest_send", "WRITE_FORBIDDEN"),
            known("write_forbidden", "WRITE_FORBIDDEN"),
            known("write forbidden", "WRITE_FORBIDDEN"),
            known("chat_restricted", "WRITE_FORBIDDEN"),
            known("chat_admin_required", "WRITE_FORBIDDEN"),
            known("chat_send_", "WRITE_FORBIDDEN"),
            known("quota is spent", "QUOTA"),
            known("plan does not allow", "QUOTA"),
            known("zalo cloud account", "QUOTA"),
            known("too many requests", "TOO_FAST"),
            known("told to wait", "TOO_FAST"),
            known("not at night", "TOO_FAST"),
            known("does not say which account", "TOKEN"),
            known("unauthorized", "TOKEN"),
            known("token refused", "TOKEN"),
            known("access token", "TOKEN"),
            known("consent again", "TOKEN"),
            known("is not activated", "TOKEN"),
            known("is not registered for this api", "TOKEN"),
            known("can't be deleted", "UNDELETABLE"),
            known("cannot delete", "UNDELETABLE"),
            known("wrong file", "FILE"),
            known("wrong remote file", "FILE"),
            known("photo_", "FILE"),
            known("file is too big", "FILE"),
            known("cannot be worded", "WORDING"),
            known("could not be put into", "WORDING"),
            known("parse entities", "WORDING"),
            known("too long", "WORDING"),
            known("text is empty", "WORDING"),
            known("button_", "WORDING"),
            known("reply_markup", "WORDING"),
            known("against zalo's policy", "POLICY"),
            known("this type of", "POLICY"),
            known("no connection", "NETWORK"),
            known("no answer from the platform", "NETWORK"),
            known("no route", "NETWORK"),
            known("timeout", "NETWORK"),
            known("timed out", "NETWORK"),
            known("connect", "NETWORK"),
            known("bad gateway", "NETWORK"),
            known("not written down", "DISK"),
            known("channel failed", "MISTAKE"),
            known("failed:", "MISTAKE"));

    private static final String OTHER = "OTHER";

    private FailureReasons() {}

    private static Known known(String words, String cause) {
        return new Known(words, cause);
    }

    /** Returns the reason in the language of people, a general phrase when it is unknown. */
    public static String told(Request request, String reason) {
        return request.say("dead.cause." + cause(reason).orElse(OTHER));
    }

    /** Returns the reason in the language of the given phrases, a general phrase when it is unknown. */
    public static String told(Phrases phrases, String reason) {
        return phrases.say("dead.cause." + cause(reason).orElse(OTHER));
    }

    /** Returns the reason in the language of people, or unchanged when it is unknown. */
    public static String toldIfKnown(Request request, String reason) {
        return cause(reason).map(cause -> request.say("dead.cause." + cause)).orElse(reason);
    }

    /** Returns the key of the phrase for a reason; empty when there is none. */
    public static Optional<String> cause(String reason) {
        String lower = reason.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(known -> lower.contains(known.words()))
                .map(Known::cause)
                .findFirst();
    }
}
