package vn.loa.model;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A message in platform-neutral form, before a channel gives it the platform's.
 *
 * @param text what it says
 * @param buttons rows of buttons; a channel without buttons writes links into the text and leaves actions out
 * @param media a picture or a file, with the text as its caption; a channel may send the text alone
 * @param preview the address a channel may show a preview of; empty for no preview
 * @param muted whether it should make no sound when it arrives; a channel that cannot do so ignores it
 */
public record OutgoingMessage(
        RichText text, List<List<Button>> buttons, Optional<Media> media, Optional<URI> preview, boolean muted) {
    public OutgoingMessage {
        Objects.requireNonNull(text);
        buttons = buttons.stream().map(List::copyOf).toList();
        Objects.requireNonNull(media);
        Objects.requireNonNull(preview);
    }

    public static OutgoingMessage of(RichText text) {
        return new OutgoingMessage(text, List.of(), Optional.empty(), Optional.empty(), false);
    }

    public static OutgoingMessage plain(String text) {
        return of(RichText.plain(text));
    }

    public OutgoingMessage withText(RichText other) {
        return new OutgoingMessage(other, buttons, media, preview, muted);
    }

    public OutgoingMessage withButtons(List<List<Button>> rows) {
        return new OutgoingMessage(text, rows, media, preview, muted);
    }

    public OutgoingMessage withPreview(URI address) {
        return new OutgoingMessage(text, buttons, media, Optional.of(address), muted);
    }

    public OutgoingMessage withPhoto(URI address) {
        return withMedia(new Media.WebPhoto(address));
    }

    public OutgoingMessage withMedia(Media other) {
        return new OutgoingMessage(text, buttons, Optional.of(other), preview, muted);
    }

    public OutgoingMessage withoutMedia() {
        return new OutgoingMessage(text, buttons, Optional.empty(), preview, muted);
    }

    /** Returns the address of the picture, when it carries one from the web. */
    public Optional<URI> photo() {
        return media.filter(Media.WebPhoto.class::isInstance)
                .map(Media.WebPhoto.class::cast)
                .map(Media.WebPhoto::address);
    }

    /** Returns the same message without a sound. */
    public OutgoingMessage withoutSound() {
        return new OutgoingMessage(text, buttons, media, preview, true);
    }

    /** Returns the same message without any style, for when a platform refused our markup. */
    public OutgoingMessage withoutFormatting() {
        return withText(RichText.plain(text.text()));
    }
}
