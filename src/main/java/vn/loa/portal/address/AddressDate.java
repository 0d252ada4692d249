package vn.loa.portal.address;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.text.date.VietnameseDates;

/**
 * Reads the day that a part of an address is named after: {@code /pages/2026-03-12/…} of SharePoint,
 * {@code /2026/03/12/…} of blogs, {@code /20260312/…}; or the moment at which a system made the page, which ends its name:
 * {@code …-20260312080512345.htm}, with the number of its site before it {@code …-102260312080512345.htm}. Days
 * in the words of a title ({@code …-ngay-12-3-2026.html}) are
 * those of an event, and numbers in the query choose the page of a calendar: both are left alone.
 */
public final class AddressDate {
    private static final List<Pattern> DAYS = List.of(
            Pattern.compile("/((?:19|20)\\d{2}-\\d{1,2}-\\d{1,2})(?:[/_-]|$)"),
            Pattern.compile("/((?:19|20)\\d{2}/\\d{1,2}/\\d{1,2})(?:/|$)"),
            Pattern.compile("/((?:19|20)\\d{6})(?:/|$)"),
            Pattern.compile(
                    "-(20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d\\d{0,3}\\.\\w{3,5}$"),
            Pattern.compile("/(\\d{1,2}-\\d{1,2}-20\\d{2})(?:/|$)"));

    private static final Pattern OF_SITE = Pattern.compile(
            "-1\\d\\d(\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]))(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d\\d{3}\\.\\w{3,5}$");

    private AddressDate() {}

    /** Returns the day in an address; empty when none is written there that can be believed. */
    public static Optional<Published> in(URI address, VietnameseDates dates) {
        String path = WebAddress.readablePath(address);
        Stream<String> days = DAYS.stream()
                .map(pattern -> pattern.matcher(path))
                .filter(Matcher::find)
                .map(found -> found.group(1));
        Stream<String> ofSite =
                Stream.of(OF_SITE.matcher(path)).filter(Matcher::find).map(found -> "20" + found.group(1));
        return Stream.concat(days, ofSite)
                .map(dates::read)
                .filter(published -> published.precision() == Precision.DAY)
                .findFirst();
    }
}
