package vn.loa.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.text.Folding;

/** Spells the parts of a number's sign that a file's name holds without their marks and capitals, and joins them. */
final class SignParts {
    private static final Map<String, String> BODIES = Arrays.stream(
                    ("MTTQ MT BTT UBND HĐND ĐU ĐUX TU HU TW BCĐ ĐTN LĐLĐ VP VX KT NC UBMTTQ HND CCB LHPN HPN CP"
                                    + " TTg BNV BCH BTV ĐCT MTTW VHXH SNV SGDĐT STC SYT SXD SCT STP SKHCN SNNMT SVHTTDL BHXH HCTĐ"
                                    + " CAX TC BGDĐT BYT BTC BNNMT BXD BCA BQP BKHCN BVHTTDL BDTTG BCT BTP BTNMT BNNPTNT BLĐTBXH"
                                    + " BGTVT BTTTT VPCP VPTW VPTU VPĐU VPUBND VPHĐND BXDĐ BTGDVTU BTGDVTW BTCTU BTCTW BTGTU BTGTW"
                                    + " BNCTU BDVTU BDVTW UBKTĐU UBKTTU UBKTTW TĐTN TWĐTN TLĐ SLĐTBXH SNNPTNT STNMT SDTTG SKHĐT"
                                    + " SGTVT TTYT CCHC QLCL NVY KTHTĐT KTHT TCKH QLNS CCVC CAP CAT BCHQS TTPVHCC")
                            .split(" "))
            .collect(Collectors.toUnmodifiableMap(Folding::fold, Function.identity()));

    private static final Set<String> PARTY =
            Set.of("ĐU", "ĐUX", "TU", "HU", "TW", "BTGDV", "UBKT", "BXDĐ", "TĐTN", "TWĐTN");

    /** An organ of a Party committee ends with the committee, {@code BTGDVTU}; so does one whose marks are lost. */
    private static final Pattern PARTY_ORGAN = Pattern.compile("(?:B|UBKT|VP|TT)\\p{Lu}{0,6}(?:TU|TW|[ĐD]U)");

    /** Abbreviates several words; with a vowel it may be one, and a {@code d} may have lost its stroke. */
    private static final Pattern ABBREVIATED = Pattern.compile("[bcghklmnpqrstvx]{3,6}");

    /** The National Assembly and its committee number by term. */
    private static final Pattern ASSEMBLY = Pattern.compile("(?:UBTV)?QH\\d{1,2}");

    private SignParts() {}

    /** Returns how a part is written that stands for a body, or for what follows one. */
    static Optional<String> spelled(String part, String folded, boolean first) {
        String known = BODIES.get(folded);
        boolean capitals = part.length() > 1 && part.codePoints().noneMatch(Character::isLowerCase);
        if (capitals && (known == null || known.length() != part.length())) {
            return Optional.of(PARTY_ORGAN.matcher(part).matches() ? part.replaceFirst("DU$", "ĐU") : part);
        }
        return Optional.ofNullable(known)
                .or(() -> Optional.of(part.toUpperCase(Locale.ROOT))
                        .filter(written -> !first && ABBREVIATED.matcher(folded).matches()));
    }

    /** Returns whether a part written as it should be stands for a body that is known. */
    static boolean isBody(String part) {
        return BODIES.containsValue(part);
    }

    /** Returns whether a part stands for the National Assembly, whose laws name the year and no kind. */
    static boolean isAssembly(String part) {
        return ASSEMBLY.matcher(part).matches();
    }

    /** Returns how a folded part of a known body is written. */
    static Optional<String> body(String folded) {
        return Optional.ofNullable(BODIES.get(folded));
    }

    /**
     * Joins a number and its sign: the Party, and the Youth Union above communes, set the kind before the stroke.
     *
     * @param number the digits, with the year where there is one
     */
    static String joined(String number, List<String> sign) {
        boolean party = sign.size() > 1 && number.indexOf('/') < 0 && isParty(sign.get(1));
        String rest = String.join("-", sign.subList(Math.min(1, sign.size()), sign.size()));
        return party ? number + "-" + sign.get(0) + "/" + rest : number + "/" + String.join("-", sign);
    }

    /** Returns whether a part stands for a Party committee or an organ of one. */
    static boolean isParty(String body) {
        return PARTY.contains(body) || PARTY_ORGAN.matcher(body).matches();
    }
}
