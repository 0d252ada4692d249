package vn.loa.config.value;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.loa.model.PersonId;

/** The value types of the configuration. */
public final class ValueTypes {
    private ValueTypes() {}

    /** Returns the type of text of one line. */
    public static ValueType<String> line(int longest) {
        return ValueType.matching(
                "\\P{Cntrl}{1," + longest + "}",
                "is too long or not one line",
                "write one line of at most " + longest + " characters");
    }

    /** Returns the type of texts that an HTTP header can carry. */
    public static ValueType<String> header() {
        return ValueType.matching(
                "[ -~]{1,300}", "cannot stand in an HTTP header", "write plain ASCII, at most 300 characters");
    }

    /** Returns the type of a short word that stays the same for ever. */
    public static ValueType<String> identifier() {
        return ValueType.matching(
                "[A-Za-z0-9][A-Za-z0-9._-]{0,39}",
                "is not a short plain word",
                "write up to 40 letters (a-z), digits, -, _ or ., such as phuxuyen-vhxh");
    }

    /** Returns the type of {@code true} and {@code false}. */
    public static ValueType<Boolean> flag() {
        return ValueType.matching("true|false", "is neither true nor false", "write true or false")
                .map("true"::equals);
    }

    /** Returns the type of whole numbers within both bounds. */
    public static ValueType<Integer> integer(int least, int most) {
        String right = "write a whole number from " + least + " to " + most;
        return within(
                ValueType.matching("-?\\d{1,9}", "is not such a number", right).map(Integer::valueOf),
                least,
                most,
                right);
    }

    /** Returns the type of durations within both bounds, such as {@code 10m}. */
    public static ValueType<Duration> duration(Duration least, Duration most) {
        String range = "write a duration from " + HumanDuration.format(least) + " to " + HumanDuration.format(most);
        return within(
                ValueType.of(HumanDuration::parse, "is not a duration", HumanDuration.HOW_TO), least, most, range);
    }

    /** Returns the type of a time of day, to the minute. */
    public static ValueType<LocalTime> timeOfDay() {
        return ValueType.matching(
                        "([01]?\\d|2[0-3]):[0-5]\\d",
                        "is not a time of day",
                        "write hours and minutes, such as \"21:30\"")
                .map(text -> LocalTime.parse(text.length() < 5 ? "0" + text : text));
    }

    /** Returns the type of a number of bytes. */
    public static ValueType<Long> size(long least, long most) {
        String range = "write a size from " + ByteSize.format(least) + " to " + ByteSize.format(most);
        return within(ValueType.of(ByteSize::parse, "is not a size", ByteSize.HOW_TO), least, most, range);
    }

    /** Returns the type of the names of an enum, in lower case. */
    public static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<String> names = Stream.of(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
        return word(names).map(name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
    }

    /** Returns the type of one of these words. */
    public static ValueType<String> word(Collection<String> known) {
        String right = "write one of " + String.join(", ", known);
        ValueType.Parser<String> parser = text -> {
            if (!known.contains(text)) {
                throw new Malformed("is unknown", Suggestion.advice(text, known, right));
            }
            return text;
        };
        return new ValueType<>(parser, right, false);
    }

    /** Returns the type of time zones, such as {@code Asia/Ho_Chi_Minh}. */
    public static ValueType<ZoneId> zone() {
        String right = "write a name of the time-zone database, such as Asia/Ho_Chi_Minh";
        return ValueType.of(ZoneId::of, "is not a time zone", right);
    }

    /** Returns the type of the database's folder; it need not exist yet. */
    public static ValueType<Path> folder() {
        return ValueType.of(Path::of, "is not a path", "write the path of a folder; it is made when it does not exist")
                .where(folder -> !Files.exists(folder) || Files.isDirectory(folder), "is a file");
    }

    /** Returns the type of a file of certificates in PEM. */
    public static ValueType<Path> certificates() {
        return ValueType.of(
                        Path::of,
                        "is not a path",
                        "write the path of a PEM file with the certificates a portal leaves out")
                .where(Files::isReadable, "cannot be read")
                .where(ValueTypes::holdsCertificates, "holds no certificates");
    }

    private static boolean holdsCertificates(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .isEmpty();
        } catch (CertificateException | IOException e) {
            return false;
        }
    }

    /** Returns the type of a person on a platform; on Telegram people have positive numbers, groups negative ones. */
    public static ValueType<PersonId> person() {
        return ValueType.matching(
                        "telegram:[1-9]\\d{0,18}|(zalo|console):[A-Za-z0-9]{1,64}",
                        "is not a person",
                        "write the platform, a colon and the person's number, such as telegram:123456789")
                .map(PersonId::parse);
    }

    private static <T extends Comparable<T>> ValueType<T> within(ValueType<T> form, T least, T most, String advice) {
        return form.where(it -> it.compareTo(least) >= 0, "is too little", advice)
                .where(it -> it.compareTo(most) <= 0, "is too much", advice);
    }
}
