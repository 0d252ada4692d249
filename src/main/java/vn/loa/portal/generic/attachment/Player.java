package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.PictureSource;

/** Recognises films and sounds that a page plays, which are shown and are no documents. */
public final class Player {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(youtube(-nocookie)?\\.com/(embed|watch)|youtu\\.be/|(^|[/.])player\\.|/player([/?.]|$)"
                    + "|vimeo\\.com/|facebook\\.com/plugins/(video|post)|tiktok\\.com/(embed|player)|dailymotion\\.com/"
                    + "|soundcloud\\.com/|\\.(mp4|mp3|m3u8|m4a|wav|webm)([?#]|$)|/(embed|video|audio)/)");

    private Player() {}

    /** Returns whether an element plays a film or a sound. */
    public static boolean is(Element element) {
        return switch (element.normalName()) {
            case "video", "audio" -> true;
            case "iframe" -> isAt(PictureSource.of(element));
            default -> false;
        };
    }

    /** Returns whether an address is that of a film or a sound. */
    static boolean isAt(String address) {
        return ADDRESS.matcher(address).find();
    }
}
