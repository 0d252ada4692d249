package vn.loa.model;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A message in platform-neutral form, before a channel gives it the platform's.
 *
 * @param text what it says
 * @param buttons rows of buttons; a channel without buttons writes links into the text and leaves actions out
 * @param media a picture or a file, with the text as its caption; a channel may send the text alone
 * @param preview the address a channel may show a preview of; empty for no preview
 * @param muted whether it should make no sound when it arrives; a channel that cannot do so ignores it
 * @param wishes what else is asked for
 * @param replyTo the words or the press that it answers; empty for what nobody asked for
 */
public record OutgoingMessage(
        RichText text,
        List<List<Button>> buttons,
        Optional<Media> media,
        Optional<URI> preview,
        boolean muted,
        Set<Wish> wishes,
        Optional<ReplyTarget> replyTo) {
    /** Lists what may be asked of a channel besides showing a message; one that cannot ignores it. */
    public enum Wish {
        /** It is pinned in its chat. */
        PIN,
        /** It cannot be forwarded or saved. */
        PROTECT,
        /** Its first button opens the platform's own list of channels, where there is one; elsewhere it is as any. */
        CHOOSE_CHANNEL,
        /** It is a piece of a longer message that goes on in the next one, so that nothing may be added at its end. */
        CONTINUED
    }

    public OutgoingMessage {
        Objects.requireNonNull(text);
        buttons = buttons.stream().map(List::copyOf).toList();
        Objects.requireNonNull(media);
        Objects.requireNonNull(preview);
        wishes = Set.copyOf(wishes);
        Objects.requireNonNull(replyTo);
    }

    /** Makes a message without wishes that answers nothing. */
    public OutgoingMessage(
            RichText text, List<List<Button>> buttons, Optional<Media> media, Optional<URI> preview, boolean muted) {
        this(text, buttons, media, preview, muted, Set.of(), Optional.empty());
    }

    public static OutgoingMessage of(RichText text) {
        return new OutgoingMessage(text, List.of(), Optional.empty(), Optional.empty(), false);
    }

    public static OutgoingMessage plain(String text) {
        return of(RichText.plain(text));
    }

    public OutgoingMessage withText(RichText other) {
        return new OutgoingMessage(other, buttons, media, preview, muted, wishes, replyTo);
    }

    public OutgoingMessage withButtons(List<List<Button>> rows) {
        return new OutgoingMessage(text, rows, media, preview, muted, wishes, replyTo);
    }

    public OutgoingMessage withPreview(URI address) {
        return new OutgoingMessage(text, buttons, media, Optional.of(address), muted, wishes, replyTo);
    }

    public OutgoingMessage withPhoto(URI address) {
        return withMedia(new Media.WebPhoto(address));
    }

    public OutgoingMessage withMedia(Media other) {
        return new OutgoingMessage(text, buttons, Optional.of(other), preview, muted, wishes, replyTo);
    }

    public OutgoingMessage withoutMedia() {
        return new OutgoingMessage(text, buttons, Optional.empty(), preview, muted, wishes, replyTo);
    }

    public OutgoingMessage withWishes(Set<Wish> others) {
        return new OutgoingMessage(text, buttons, media, preview, muted, others, replyTo);
    }

    /** Returns the same, which answers nothing. */
    public OutgoingMessage withoutReply() {
        return new OutgoingMessage(text, buttons, media, preview, muted, wishes, Optional.empty());
    }

    /** Returns the same message as the answer to these words or this press. */
    public OutgoingMessage inReplyTo(ReplyTarget target) {
        return new OutgoingMessage(text, buttons, media, preview, muted, wishes, Optional.of(target));
    }

    /**
     * Returns a part of what it says, without buttons, picture and preview, for a channel that sends it in several pieces.
     *
     * @param last whether no other piece follows
     */
    public OutgoingMessage piece(RichText part, boolean last) {
        Set<Wish> wanted = EnumSet.noneOf(Wish.class);
        wanted.addAll(wishes);
        if (!last) {
            wanted.add(Wish.CONTINUED);
        }
        return new OutgoingMessage(part, List.of(), Optional.empty(), Optional.empty(), muted, wanted, replyTo);
    }

    /** Returns the address of the picture, when it carries one from the web. */
    public Optional<URI> photo() {
        return media.filter(Media.WebPhoto.class::isInstance)
                .map(Media.WebPhoto.class::cast)
                .map(Media.WebPhoto::address);
    }

    /** Returns the same message without a sound. */
    public OutgoingMessage withoutSound() {
        return new OutgoingMessage(text, buttons, media, preview, true, wishes, replyTo);
    }

    /** Returns the same message without any style, for when a platform refused our markup. */
    public OutgoingMessage withoutFormatting() {
        return withText(text.withVisibleLinks());
    }

    /**
     * Returns the words, shortened, and the address to read on, and nothing else: the form that any platform takes.
     *
     * @param limit for the words, in UTF-16 units
     */
    public OutgoingMessage wordsAndAddress(int limit) {
        String words = RichText.plain(text.text()).abridged(limit).text();
        String address = address()
                .map(URI::toString)
                .filter(each -> !words.contains(each))
                .orElse("");
        return new OutgoingMessage(
                RichText.plain(words.isEmpty() || address.isEmpty() ? words + address : words + "\n" + address),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                muted,
                wishes,
                replyTo);
    }

    /** Returns the address that a message leads to first: that of its preview, of a button, or in the text. */
    private Optional<URI> address() {
        return preview.or(() -> buttons.stream()
                        .flatMap(List::stream)
                        .filter(Button.Link.class::isInstance)
                        .map(button -> ((Button.Link) button).url())
                        .findFirst())
                .or(() -> text.spans().stream()
                        .flatMap(span -> span.link().stream())
                        .findFirst());
    }
}
