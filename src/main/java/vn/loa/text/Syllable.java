package vn.loa.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Parses the spelling of one Vietnamese syllable: an onset, a rhyme, a tone. It tells a Vietnamese word from a foreign
 * one and from one whose letters were read in the wrong code page.
 */
public final class Syllable {
    private static final int LONGEST = 7;
    private static final String[] ONSETS =
            "ngh ng nh gh gi g kh k ph p qu th tr t ch c b d đ h l m n r s v x".split(" ", -1);
    private static final Set<String> RHYMES = words("""
            a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
            e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu \
            i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
            o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
            oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
            u ua uc ui um un ung up ut uâ uân uâng uât uây uê uêch uên uênh uô uôc uôi uôm uôn uông uôt uơ \
            uy uya uych uyn uynh uyp uyt uyu uyê uyên uyêt \
            ư ưa ưc ưi ưm ưn ưng ưt ưu ươ ươc ươi ươm ươn ương ươp ươt ươu \
            y ya ych yn ynh yp yt yu yêm yên yêng yêt yêu""");
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";

    private Syllable() {}

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ", -1)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns whether the word is spelt as a Vietnamese syllable, marks and all; {@code mat}, {@code Mặt}, not
     * {@code môt}.
     */
    public static boolean isVietnamese(String word) {
        if (word.length() > 2 * LONGEST) {
            return false;
        }
        String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        char tone = 0;
        for (int i = 0; i < parts.length(); i++) {
            char c = parts.charAt(i);
            if (TONES.indexOf(c) < 0) {
                letters.append(c);
            } else if (tone == 0) {
                tone = c;
            } else {
                return false;
            }
        }
        return isSpeltRight(Normalizer.normalize(letters, Normalizer.Form.NFC), tone);
    }

    private static boolean isSpeltRight(String letters, char tone) {
        if (letters.length() > LONGEST) {
            return false;
        }
        if (isRhyme(letters, tone)) {
            return true;
        }
        for (String onset : ONSETS) {
            if (letters.startsWith(onset) && isRhyme(letters.substring(onset.length()), tone)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRhyme(String letters, char tone) {
        return RHYMES.contains(letters) && (!isStopped(letters) || isStopTone(letters, tone));
    }

    private static boolean isStopped(String rhyme) {
        return rhyme.endsWith("c") || rhyme.endsWith("ch") || rhyme.endsWith("p") || rhyme.endsWith("t");
    }

    /** Syllables on c, ch, p, t carry a sharp or a heavy tone; without any mark they were typed so. */
    private static boolean isStopTone(String rhyme, char tone) {
        boolean unmarked = tone == 0 && rhyme.chars().allMatch(c -> c < 0x80);
        return unmarked || tone == '\u0301' || tone == '\u0323';
    }
}
