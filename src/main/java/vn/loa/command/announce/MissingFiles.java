package vn.loa.command.announce;

import java.time.InstantSource;
import java.util.Optional;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Media;
import vn.loa.model.Role;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.Announcement;
import vn.loa.store.delivery.AnnouncementStore;
import vn.loa.store.message.AlbumStore;
import vn.loa.store.message.FileResendStore;
import vn.loa.store.message.NoticeStore;

/** Has the missing files of an announcement by hand sent again by a button: only those, only where they are missing, once. */
public final class MissingFiles {
    static final String WISH = "files";

    private final Stores stores;
    private final Database database;
    private final AuditStore audit;
    private final InstantSource clock;

    /** Holds the stores that know announcements and their files. */
    public record Stores(
            AnnouncementStore announcements, NoticeStore notices, AlbumStore albums, FileResendStore resends) {}

    /** Makes what {@link AnnounceCommand} and its messages offer. */
    public MissingFiles(CommandContext context, Stores stores) {
        this.stores = stores;
        this.database = context.database();
        this.audit = context.audit();
        this.clock = context.clock();
    }

    AlbumStore albums() {
        return stores.albums();
    }

    /** Returns the button under what tells of missing files; nothing where none can be sent. */
    Optional<Button> button(Phrases phrases, long notice, String words) {
        return stores.resends().places(notice).open() == 0 || !isKept(notice)
                ? Optional.empty()
                : Optional.of(new Button.Action(
                        phrases.say("announce.files.again", words), ButtonData.of(AnnounceCommand.NAME, notice, WISH)));
    }

    /** Handles a press; empty when the wish is another one. */
    Optional<Reply> pressed(Request request, long notice, String wish) {
        return wish.equals(WISH) ? Optional.of(answer(request, notice)) : Optional.empty();
    }

    private Reply answer(Request request, long notice) {
        Optional<Announcement> announcement = stores.announcements().find(notice);
        if (announcement.isEmpty()) {
            return told(request, "announce.files.forgotten");
        }
        if (!announcement.get().isBy(request.person()) && !request.role().atLeast(Role.OPERATOR)) {
            return told(request, "announce.files.foreign");
        }
        if (stores.resends().isRecalled(notice)) {
            return told(request, "announce.files.recalled");
        }
        return isKept(notice)
                ? database.transaction(() -> sendAgain(request, notice))
                : told(request, "announce.files.forgotten");
    }

    private boolean isKept(long notice) {
        return stores.notices()
                .message(notice)
                .media()
                .filter(Media.Album.class::isInstance)
                .isPresent();
    }

    private Reply sendAgain(Request request, long notice) {
        FileResendStore.Places places = stores.resends().places(notice);
        int entered = stores.resends().want(notice, clock.instant());
        if (entered > 0) {
            audit.add(request.person().key(), "announce-files", "" + notice, clock.instant());
            return places.left() > 0
                    ? told(request, "announce.files.sending-some", entered, places.left())
                    : told(request, "announce.files.sending", entered);
        }
        if (places.underWay() > 0) {
            return told(request, "announce.files.under-way", places.underWay());
        }
        return places.left() > 0
                ? told(request, "announce.files.left", places.left())
                : told(request, "announce.files.none");
    }

    private static Reply told(Request request, String key, Object... values) {
        return request.plain(key, values);
    }
}
