package vn.loa.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way in which Vietnamese bytes were taken for something else, and how to undo it: the letters as they look, and
 * the letters that were meant.
 *
 * @param kind what to call it
 * @param meant from one or two wrong letters to the right ones
 */
record Misreading(EncodingDamage kind, Map<String, String> meant) {
    private static final String[] TAKEN_FOR = {
        "windows-1250", "windows-1251", "windows-1252", "windows-1254", "windows-1257"
    };
    private static final List<String> WRITTEN_IN = List.of("windows-1258", "windows-1252");

    /** TCVN 3 (ABC) from 0xA1, where it differs from Latin-1; a dot where it has no letter. */
    private static final String TCVN3_FROM_A1 =
            "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ.";

    /** VNI for Windows writes a letter and, after it, a mark; read as Latin-1 the marks are these. */
    private static final String VNI_PAIRS = """
        aù=á aø=à aû=ả aõ=ã aï=ạ aâ=â aá=ấ aà=ầ aå=ẩ aã=ẫ aä=ậ aê=ă aé=ắ aè=ằ aú=ẳ aü=ẵ aë=ặ \
        eù=é eø=è eû=ẻ eõ=ẽ eï=ẹ eâ=ê eá=ế eà=ề eå=ể eã=ễ eä=ệ æ=ỉ ó=ĩ ò=ị \
        où=ó oø=ò oû=ỏ oõ=õ oï=ọ oâ=ô oá=ố oà=ồ oå=ổ oã=ỗ oä=ộ ô=ơ ôù=ớ ôø=ờ ôû=ở ôõ=ỡ ôï=ợ \
        uù=ú uø=ù uû=ủ uõ=ũ uï=ụ ö=ư öù=ứ öø=ừ öû=ử öõ=ữ öï=ự yù=ý yø=ỳ yû=ỷ yõ=ỹ î=ỵ ñ=đ\
        """;

    /** VISCII 1.1 (RFC 1456) from 0x80. */
    private static final String VISCII_FROM_80 = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
            + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

    private static final String VISCII_CONTROLS = "\u0002Ẳ\u0005Ẵ\u0006Ẫ\u0014Ỷ\u0019Ỹ\u001eỴ";

    /** The fonts and the code page of the Vietnamese Professionals Society from 0x80; a dot where it has no letter. */
    private static final String VPS_FROM_80 = "ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ..ỀỂỄỐỒỔỖýỷỵỚỜỞ.ắằẳẵặỠớÙờởỡŨỨợỪổỬỲỸÍÌộỈĨÓửữÒỎÕự"
            + "ầÁÂấẩẫậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ.àáâãảạă.èéêẽìí.ĩẴĐòóôõ.Ơụùúủ.ỶẼỳ";

    private static final String VPS_CONTROLS =
            "\u0002Ạ\u0003Ậ\u0004Ặ\u0005Ẹ\u0006Ệ\u0010Ị\u0011Ọ\u0012Ộ\u0013Ợ\u0014Ụ" + "\u0015Ự\u0019Ỵ\u001cẪ\u001dỮ";

    /** Returns all misreadings known on this machine; a small JRE may lack a charset. */
    static List<Misreading> all() {
        List<Misreading> all = new ArrayList<>();
        all.add(tcvn3());
        all.add(vni());
        for (String taken : TAKEN_FOR) {
            for (String written : WRITTEN_IN) {
                if (!taken.equals(written) && Charset.isSupported(taken) && Charset.isSupported(written)) {
                    all.add(codePages(Charset.forName(taken), Charset.forName(written)));
                }
            }
        }
        all.add(viscii());
        all.add(vps());
        return List.copyOf(all);
    }

    private static Misreading codePages(Charset taken, Charset written) {
        EncodingDamage kind = taken.name().equals("windows-1252") ? EncodingDamage.WINDOWS_1258 : EncodingDamage.MIXED;
        Map<String, String> meant = new HashMap<>();
        for (int b = 0x80; b <= 0xff; b++) {
            byte[] one = {(byte) b};
            meant.put(new String(one, taken), new String(one, written));
        }
        return new Misreading(kind, Map.copyOf(meant));
    }

    static Misreading tcvn3() {
        Map<String, String> meant = new HashMap<>();
        for (int i = 0; i < TCVN3_FROM_A1.length(); i++) {
            char letter = TCVN3_FROM_A1.charAt(i);
            if (letter != '.') {
                meant.put(String.valueOf((char) (0xa1 + i)), String.valueOf(letter));
            }
        }
        return new Misreading(EncodingDamage.TCVN3, Map.copyOf(meant));
    }

    static Misreading vni() {
        Map<String, String> meant = new HashMap<>();
        Arrays.stream(VNI_PAIRS.split(" ", -1))
                .map(pair -> pair.split("=", -1))
                .forEach(pair -> meant.put(pair[0], pair[1]));
        return new Misreading(EncodingDamage.VNI, Map.copyOf(meant));
    }

    static Misreading viscii() {
        return bytes(EncodingDamage.VISCII, VISCII_FROM_80, VISCII_CONTROLS);
    }

    static Misreading vps() {
        return bytes(EncodingDamage.VPS, VPS_FROM_80, VPS_CONTROLS);
    }

    /** Bytes from 0x80 look like Latin-1, or like windows-1252 where it has other signs for them. */
    private static Misreading bytes(EncodingDamage kind, String from80, String controls) {
        Map<String, String> meant = new HashMap<>();
        for (int i = 0; i < from80.length(); i++) {
            if (from80.charAt(i) != '.') {
                byte[] one = {(byte) (0x80 + i)};
                meant.put(new String(one, Charset.forName("windows-1252")), from80.substring(i, i + 1));
                meant.put(new String(one, StandardCharsets.ISO_8859_1), from80.substring(i, i + 1));
            }
        }
        for (int i = 0; i < controls.length(); i += 2) {
            meant.put(controls.substring(i, i + 1), controls.substring(i + 1, i + 2));
        }
        meant.remove("\ufffd");
        return new Misreading(kind, Map.copyOf(meant));
    }

    /** Returns the word as it was meant, if this is how it was misread. Works on lower case as on capitals. */
    String undo(String word) {
        StringBuilder undone = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            int taken = i + 2 <= word.length() && meaning(word.substring(i, i + 2)) != null ? 2 : 1;
            String letters = word.substring(i, i + taken);
            String meaning = meaning(letters);
            undone.append(meaning == null ? letters : meaning);
            i += taken;
        }
        return Normalizer.normalize(undone, Normalizer.Form.NFC);
    }

    /** VNI's marks have capitals of their own; the letter under them decides. */
    private @Nullable String meaning(String letters) {
        String meaning = meant.get(kind == EncodingDamage.VNI ? letters.toLowerCase(Locale.ROOT) : letters);
        boolean capital = kind == EncodingDamage.VNI && Character.isUpperCase(letters.charAt(0));
        return capital && meaning != null ? meaning.toUpperCase(Locale.ROOT) : meaning;
    }
}
