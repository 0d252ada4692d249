package vn.loa.portal.generic.block;

import com.google.re2j.Pattern;
import vn.loa.text.Folding;

/** Recognises lines that only repeat an article's title, as some systems write one under every picture. */
public final class TitleCaption {
    /** "Tên bài - Ảnh 1.", folded. */
    private static final Pattern PICTURE_NUMBER =
            Pattern.compile("\\s*[-–—:|.(]*\\s*(anh|hinh|hinh anh|photo|image)\\s*(so\\s*)?\\d*\\s*[.)]*$");

    private static final Pattern TRAILING = Pattern.compile("[\\s.…:-]+$");
    private static final int LONGER_BY = 30;

    private final String title;
    private final String bareTitle;

    private TitleCaption(String title) {
        this.title = title;
        this.bareTitle = bare(title);
    }

    /** Prepares to look for a title; nothing repeats an empty one. */
    public static TitleCaption of(String title) {
        return new TitleCaption(Folding.fold(title));
    }

    /** Returns whether a line is the title once more, with or without the number of a picture. */
    public boolean repeats(String line) {
        if (title.isEmpty() || line.length() > 2 * title.length() + LONGER_BY) {
            return false;
        }
        String folded = Folding.fold(line);
        return folded.startsWith(bareTitle)
                && (folded.equals(title)
                        || bare(PICTURE_NUMBER.matcher(folded).replaceFirst("")).equals(bareTitle));
    }

    private static String bare(String folded) {
        return TRAILING.matcher(folded).replaceFirst("");
    }
}
