package vn.loa.delivery.connection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.OutgoingMessage.Wish;
import vn.loa.model.ReplyTarget;
import vn.loa.model.RichText;
import vn.loa.store.message.AlbumPart;
import vn.loa.store.message.AlbumState;

/**
 * Sends a message with several files: words with their buttons first and the album after them, in reply, since an album
 * carries no buttons (Bot API, sendMediaGroup); else the album with the words under its first file. Where the album is
 * refused its files go one by one, and a file that is refused, or that may have arrived twice, is left out. Each step is
 * taken down before the next, so that nothing that has arrived is sent again when the rest has to wait.
 */
public final class AlbumSending implements SendInParts {
    private static final Logger log = LoggerFactory.getLogger(AlbumSending.class);

    /** Bot API, InputMediaPhoto: a caption has at most 1024 characters. */
    private static final int CAPTION_LIMIT = 1024;
    /** A file that was under way so often when the program ended is not tried again. */
    private static final int MOST_INTERRUPTIONS = 3;

    private static final String MAY_HAVE_ARRIVED = "may have arrived: ";

    private final BotConnection connection;
    private final OutgoingMessage message;
    private final boolean shared;
    private final List<Media.Kept> files;
    private final SendCallback callback;
    private final AlbumProgress progress;
    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> missing = new ConcurrentSkipListMap<>();
    private volatile ChatAddress to;
    private volatile @Nullable String words;
    private volatile boolean whole;
    /**
     * True when the words have gone, under a number that means nothing any more, for the chat has moved, or that nobody knows.
     */
    private volatile boolean saidBefore;

    private volatile boolean moved;
    private volatile Step step = Step.WORDS;
    private volatile int current;

    /** Names what goes at a time. */
    private enum Step {
        WORDS,
        ALBUM,
        FILE
    }

    /**
     * Prepares the sending of a message with an album.
     *
     * @param state how far earlier tries have come
     */
    public AlbumSending(
            BotConnection connection,
            SendRequest request,
            AlbumState state,
            SendCallback callback,
            AlbumProgress progress) {
        this.connection = connection;
        this.message = request.message();
        this.shared = request.shared();
        this.to = request.to();
        Media.Album album = (Media.Album) message.media().orElseThrow();
        this.files = album.files();
        this.callback = callback;
        this.progress = progress;
        this.words = state.words().orElse(null);
        arrived.addAll(state.files());
        missing.putAll(state.missing());
        this.saidBefore = words == null && (progress.onlyFiles() || missing.containsKey(AlbumPart.WORDS));
        boolean fresh = noFileIsMissing() && arrived.isEmpty() && !progress.onlyFiles();
        this.whole = fresh && !album.mixed();
        if (fresh && album.mixed()) {
            goOneByOne();
        }
    }

    private boolean noFileIsMissing() {
        return missing.keySet().stream().allMatch(part -> part == AlbumPart.WORDS);
    }

    private void goOneByOne() {
        whole = false;
        IntStream.range(0, files.size()).forEach(file -> missing.put(file, ""));
    }

    /** Tells whether a message has to go in this way. */
    public static boolean isNeeded(SendRequest request) {
        return request.isNew()
                && request.message()
                        .media()
                        .filter(Media.Album.class::isInstance)
                        .isPresent();
    }

    /** Leaves out what the program was sending each time that it ended; the rest goes on. */
    @Override
    public void begin() {
        if (words == null && !saidBefore || progress.unconfirmedTries() <= MOST_INTERRUPTIONS) {
            return;
        }
        if (whole) {
            goOneByOne();
            List.copyOf(missing.keySet()).forEach(this::interrupted);
        } else {
            firstToGo().ifPresent(this::interrupted);
        }
        progress.arrived(to, List.of(), Map.copyOf(missing));
    }

    private void interrupted(int file) {
        missing.put(file, MAY_HAVE_ARRIVED + "interrupted while sending");
    }

    private Optional<Integer> firstToGo() {
        return missing.entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public Optional<SendRequest> next() {
        Optional<Integer> file = firstToGo();
        boolean nothing = words == null && !saidBefore;
        if (nothing && (apart() || !whole && file.isEmpty() && arrived.isEmpty())) {
            return Optional.of(words());
        } else if (file.filter(part -> part == AlbumPart.WORDS).isPresent()) {
            return Optional.of(words());
        } else if (whole) {
            step = Step.ALBUM;
            return Optional.of(request(message.media().orElseThrow(), nothing));
        }
        return file.map(number -> {
            step = Step.FILE;
            current = number;
            return request(files.get(number), nothing);
        });
    }

    private SendRequest words() {
        step = Step.WORDS;
        current = AlbumPart.WORDS;
        return SendRequest.of(to, shared, message.withoutMedia());
    }

    private boolean apart() {
        return !message.buttons().isEmpty() || message.text().length() > CAPTION_LIMIT;
    }

    private SendRequest request(Media media, boolean withWords) {
        OutgoingMessage sent = withWords ? message.withMedia(media) : wordless(media);
        return SendRequest.of(to, shared, sent).withItsMedia();
    }

    private OutgoingMessage wordless(Media media) {
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        wishes.addAll(message.wishes());
        wishes.remove(Wish.PIN);
        OutgoingMessage bare =
                OutgoingMessage.of(RichText.plain("")).withMedia(media).withWishes(wishes);
        String said = words;
        OutgoingMessage sent = said == null ? bare : bare.inReplyTo(ReplyTarget.to(said));
        return message.muted() ? sent.withoutSound() : sent;
    }

    /** The words are there, so that their files follow whatever is decided meanwhile. */
    private boolean mustFollow() {
        return (words != null || saidBefore) && !progress.onlyFiles();
    }

    @Override
    public boolean stillWanted() {
        return mustFollow() || callback.stillWanted();
    }

    @Override
    public boolean wants(SendRequest request) {
        to = request.to();
        if (request.moved() && !moved) {
            moved = true;
            saidBefore |= words != null;
            words = null;
            arrived.clear();
        }
        return mustFollow() || callback.wants(request);
    }

    @Override
    public void ended(SendOutcome outcome) {
        if (outcome instanceof SendOutcome.Sent sent) {
            taken(List.of(sent.messageId().split(" ")));
        } else if (outcome instanceof SendOutcome.Rejected rejected && step != Step.WORDS) {
            refused(rejected.reason());
        } else if (endsOnlyItsPart(outcome) && outcome instanceof SendOutcome.Unconfirmed unconfirmed) {
            leftOut(MAY_HAVE_ARRIVED + unconfirmed.reason());
        } else {
            callback.ended(outcome);
            return;
        }
        next().ifPresentOrElse(request -> connection.sendWhenPermitted(request, this), this::finish);
    }

    private void taken(List<String> ids) {
        boolean bearing = words == null && !saidBefore;
        int first = step == Step.FILE ? current : 0;
        List<AlbumPart> parts = step == Step.WORDS
                ? List.of(AlbumPart.ofWords(ids.get(0)))
                : IntStream.range(0, ids.size())
                        .mapToObj(each -> AlbumPart.ofFile(ids.get(each), bearing && each == 0, first + each))
                        .toList();
        if (step == Step.WORDS) {
            missing.remove(AlbumPart.WORDS);
        }
        for (AlbumPart part : parts) {
            part.file().ifPresent(missing::remove);
            if (part.words()) {
                words = part.externalId();
            } else {
                arrived.add(part.externalId());
            }
        }
        whole &= step == Step.WORDS;
        progress.arrived(to, parts, Map.copyOf(missing));
    }

    /** Words, or a file, that may have arrived twice are not tried again, unless the connection is to blame. */
    private boolean endsOnlyItsPart(SendOutcome outcome) {
        return outcome instanceof SendOutcome.Unconfirmed
                && step != Step.ALBUM
                && progress.unconfirmedTries() > 0
                && connection.state().ping();
    }

    private void leftOut(String reason) {
        log.warn("{}: part {} of an album is left out: {}", to, current + 1, reason);
        missing.put(current, reason);
        saidBefore |= current == AlbumPart.WORDS;
        progress.arrived(to, List.of(), Map.copyOf(missing));
    }

    /** Files that are refused end nothing; whoever had the message sent learns which are missing. */
    private void refused(String reason) {
        if (step == Step.ALBUM) {
            log.info("{}: an album goes one by one: {}", to, reason);
            goOneByOne();
            progress.arrived(to, List.of(), Map.copyOf(missing));
        } else {
            leftOut(reason.isBlank() ? "refused" : reason);
        }
    }

    @Override
    public void finish() {
        List<String> ids = new ArrayList<>(Stream.concat(Stream.ofNullable(words), arrived.stream())
                .distinct()
                .toList());
        callback.ended(ids.isEmpty() ? nothingArrived() : new SendOutcome.Sent(String.join(" ", ids), to));
    }

    private SendOutcome nothingArrived() {
        String words = missing.get(AlbumPart.WORDS);
        return words == null ? new SendOutcome.NotSent("moved") : new SendOutcome.Unconfirmed(cause(words));
    }

    private static String cause(String reason) {
        return reason.startsWith(MAY_HAVE_ARRIVED) ? reason.substring(MAY_HAVE_ARRIVED.length()) : reason;
    }
}
