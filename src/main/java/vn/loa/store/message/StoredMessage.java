package vn.loa.store.message;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.store.Columns;

/** The form in which a message stands in the database; absent values are null. Whether it is silent is decided when it goes. */
public record StoredMessage(
        List<StoredSpan> spans,
        List<List<StoredButton>> buttons,
        @Nullable String photo,
        @Nullable StoredFile file,
        @Nullable String preview,
        @Nullable List<OutgoingMessage.Wish> wishes,
        @Nullable List<StoredFile> album) {
    record StoredSpan(
            String text, RichText.Style style, @Nullable String link) {}

    record StoredButton(
            String label, @Nullable String url, @Nullable String data) {}

    record StoredFile(
            String bot,
            Media.Kept.Form form,
            String id,
            @Nullable String name) {}

    /**
     * A message's form.
     *
     * @throws IllegalArgumentException for one that carries a file that Loa made, which is not kept
     */
    public static StoredMessage of(OutgoingMessage message) {
        return new StoredMessage(
                message.text().spans().stream().map(StoredMessage::stored).toList(),
                message.buttons().stream()
                        .map(row -> row.stream().map(StoredMessage::stored).toList())
                        .toList(),
                Columns.text(message.photo()),
                message.media().map(StoredMessage::file).orElse(null),
                Columns.text(message.preview()),
                message.wishes().isEmpty() ? null : List.copyOf(message.wishes()),
                message.media().map(StoredMessage::album).orElse(null));
    }

    private static StoredSpan stored(RichText.Span span) {
        return new StoredSpan(span.text(), span.style(), Columns.text(span.link()));
    }

    private static StoredButton stored(Button button) {
        if (button instanceof Button.Link link) {
            return new StoredButton(link.label(), link.url().toString(), null);
        }
        return new StoredButton(button.label(), null, ((Button.Action) button).data());
    }

    private static @Nullable StoredFile file(Media media) {
        if (media instanceof Media.Made) {
            throw new IllegalArgumentException("a file that Loa made is not kept");
        }
        return media instanceof Media.Kept kept ? file(kept) : null;
    }

    private static StoredFile file(Media.Kept kept) {
        return new StoredFile(
                kept.bot().key(), kept.form(), kept.fileId(), kept.name().isEmpty() ? null : kept.name());
    }

    private static @Nullable List<StoredFile> album(Media media) {
        return media instanceof Media.Album album
                ? album.files().stream().map(StoredMessage::file).toList()
                : null;
    }

    private Optional<Media> media() {
        if (album != null) {
            return Optional.of(
                    new Media.Album(album.stream().map(StoredMessage::kept).toList()));
        }
        return file == null ? uri(photo).map(Media.WebPhoto::new) : Optional.of(kept(file));
    }

    private static Media.Kept kept(StoredFile stored) {
        return new Media.Kept(
                Bot.parse(stored.bot()), stored.form(), stored.id(), Objects.requireNonNullElse(stored.name(), ""));
    }

    /** The words of a stored message. */
    public static String words(String json) {
        return Columns.fromJson(json, StoredMessage.class).message().text().text();
    }

    public OutgoingMessage message() {
        return new OutgoingMessage(
                new RichText(spans.stream().map(StoredMessage::span).toList()),
                buttons.stream()
                        .map(row -> row.stream().map(StoredMessage::button).toList())
                        .toList(),
                media(),
                uri(preview),
                false,
                wishes == null ? Set.of() : Set.copyOf(wishes),
                Optional.empty());
    }

    private static RichText.Span span(StoredSpan stored) {
        return new RichText.Span(stored.text(), stored.style(), uri(stored.link()));
    }

    private static Button button(StoredButton stored) {
        return stored.url() != null
                ? new Button.Link(stored.label(), URI.create(stored.url()))
                : new Button.Action(stored.label(), Objects.requireNonNull(stored.data()));
    }

    private static Optional<URI> uri(@Nullable String text) {
        return Optional.ofNullable(text).map(URI::create);
    }
}
