package vn.loa.portal.generic.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import vn.loa.text.PlainText;

/**
 * The fields of an object that may be an item of a list of news, by their bare names; those of the objects in which
 * interfaces wrap them ({@code attributes}, {@code node}) count as its own.
 */
final class DataFields {
    private static final int LONGEST = 4_000;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_TEASER = 1_000;
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int LONGEST_DATE = 60;
    private static final Set<String> WRAPPERS =
            Set.of("attributes", "fields", "node", "source", "article", "post", "news", "item", "data", "properties");
    private static final List<String> TITLES = List.of(
            "title", "tieude", "headline", "tentin", "tenbai", "tenbaiviet", "name", "ten", "subject", "trichyeu");
    private static final Pattern TITLE = Pattern.compile(
            "^(?:news|article|post|item|content|display|short|bai|tin|baiviet)?(?:title|name|tieude|subject)"
                    + "|^tieude|^ten(?:tin|bai)");
    private static final List<String> LINKS =
            List.of("url", "uri", "link", "href", "permalink", "duongdan", "detailurl", "fullurl", "weburl", "lienket");
    private static final Pattern LINK =
            Pattern.compile("(?:url|uri|link|href|path|fileref|duongdan)$|^(?:link|url|duongdan)");
    private static final Pattern NO_LINK = Pattern.compile(
            "^(?:api|img|image|thumb|avatar|anh|hinh|icon|logo|video|audio"
                    + "|file(?!ref)|banner|cate?|chuyenmuc|author|tacgia|source|nguon|cover|picture|photo|media|rss|amp|edit|base)");
    private static final Pattern PICTURE = Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|svg|mp3|mp4)(?:[?#]|$)");
    private static final List<String> DATES = List.of(
            "datepublished",
            "publishedat",
            "publishedtime",
            "publisheddate",
            "publishedon",
            "publishdate",
            "publishtime",
            "publishat",
            "publicdate",
            "published",
            "pubdate",
            "ngayxuatban",
            "ngaydang",
            "ngaydangtin",
            "thoigiandang",
            "ngaypublic",
            "ngayphathanh",
            "postdate",
            "postedat",
            "displaydate",
            "date",
            "ngay",
            "createdat",
            "createddate",
            "createdtime",
            "createdon",
            "created",
            "createdate",
            "createtime",
            "datecreated",
            "ngaytao",
            "thoigian",
            "datetime",
            "time",
            "timestamp");
    private static final Pattern DATE = Pattern.compile(
            "^(?:date|time)?(?:publ|post|creat|add|insert|issue|release)[a-z]{0,12}(?:date|time|at|on)$"
                    + "|^(?:date|time)(?:publ|post|creat)|^(?:ngay|thoigian)(?:bai|tin|viet)?(?:dang|tao|banhanh|xuatban|gui)");
    private static final Pattern CREATED = Pattern.compile("creat|(?:ngay|thoigian)tao");
    private static final List<String> DATE_PARTS = List.of("date", "$date", "iso", "value", "rendered", "$t");
    private static final List<String> TEXT_PARTS =
            List.of("rendered", "vi", "value", "text", "url", "Url", "href", "alias", "$t");
    private static final List<String> TEASERS = List.of(
            "sapo",
            "summary",
            "excerpt",
            "description",
            "mota",
            "tomtat",
            "trichdan",
            "trichyeu",
            "lead",
            "teaser",
            "introtext",
            "intro",
            "shortcontent",
            "shortdescription",
            "gioithieu",
            "desc");
    private static final List<String> IMAGES = List.of(
            "image", "thumbnail", "thumb", "avatar", "imageurl", "anhdaidien", "hinhanh", "cover", "picture", "img");

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    private DataFields() {}

    /** Reads the fields of an object. */
    static DataFields of(JsonNode object) {
        DataFields read = new DataFields();
        object.properties()
                .forEach(field -> read.fields.putIfAbsent(OtherFields.bare(field.getKey()), field.getValue()));
        object.properties().stream()
                .filter(field -> field.getValue().isObject() && WRAPPERS.contains(OtherFields.bare(field.getKey())))
                .flatMap(field -> field.getValue().properties().stream())
                .forEach(field -> read.fields.putIfAbsent(OtherFields.bare(field.getKey()), field.getValue()));
        return read;
    }

    /** Returns the item that the fields tell. */
    DataList.Item item() {
        String title = plain(named(TITLES).or(() -> like(TITLE, text -> true)).orElse(""));
        String link = named(LINKS)
                .filter(DataFields::isPlace)
                .or(() -> like(LINK, DataFields::isPlace))
                .orElse("");
        String image = named(IMAGES).filter(DataFields::isAddress).orElse("");
        Optional<Map.Entry<String, String>> day = day();
        return new DataList.Item(
                link,
                PlainText.start(title, LONGEST_TITLE),
                day.map(Map.Entry::getValue).orElse(""),
                day.filter(told -> !CREATED.matcher(told.getKey()).find()).isPresent(),
                PlainText.start(teaser(title), LONGEST_TEASER),
                image);
    }

    private String teaser(String title) {
        String teaser = plain(named(TEASERS).orElse(""));
        return teaser.equals(title) ? "" : teaser;
    }

    /** Returns the date as written, under the name of its field. */
    private Optional<Map.Entry<String, String>> day() {
        Stream<Map.Entry<String, JsonNode>> named = DATES.stream()
                .flatMap(name -> Stream.ofNullable(fields.get(name)).map(value -> Map.entry(name, value)));
        Stream<Map.Entry<String, JsonNode>> alike = fields.entrySet().stream()
                .filter(field -> DATE.matcher(field.getKey()).find());
        return Stream.concat(named, alike)
                .map(field -> Map.entry(field.getKey(), dateText(field.getValue())))
                .filter(told -> isDate(told.getValue()))
                .findFirst();
    }

    private static boolean isDate(String text) {
        return !text.isBlank() && text.length() <= LONGEST_DATE && text.matches(".*\\d.*|.*\\s.*");
    }

    private static String dateText(JsonNode value) {
        if (value.isArray() && value.size() >= 3) {
            return ofNumbers(value);
        }
        return value.isObject()
                ? DATE_PARTS.stream()
                        .map(part -> value.path(part).asText(""))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("")
                : value.isIntegralNumber() || value.isTextual() ? value.asText() : "";
    }

    /** {@code [2026, 11, 28, 7, 20]}, as Java writes a time into JSON. */
    private static String ofNumbers(JsonNode numbers) {
        String day = String.format(
                Locale.ROOT,
                "%04d-%02d-%02d",
                numbers.path(0).asInt(),
                numbers.path(1).asInt(),
                numbers.path(2).asInt());
        return numbers.size() < 5
                ? day
                : day
                        + String.format(
                                Locale.ROOT,
                                "T%02d:%02d",
                                numbers.path(3).asInt(),
                                numbers.path(4).asInt());
    }

    private Optional<String> named(List<String> names) {
        return names.stream().flatMap(name -> text(fields.get(name)).stream()).findFirst();
    }

    private Optional<String> like(Pattern name, Predicate<String> isRight) {
        return fields.entrySet().stream()
                .filter(field -> name.matcher(field.getKey()).find()
                        && !NO_LINK.matcher(field.getKey()).find())
                .flatMap(field -> text(field.getValue()).stream())
                .filter(isRight)
                .findFirst();
    }

    private static Optional<String> text(@Nullable JsonNode value) {
        return Stream.ofNullable(value)
                .map(given -> given.isArray() ? alternate(given) : given)
                .map(given -> given.isObject() ? first(given) : given)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .findFirst();
    }

    /** {@code [{"rel": "self", "href": "…"}, {"rel": "alternate", "href": "…"}]}: the page for people. */
    private static JsonNode alternate(JsonNode links) {
        for (JsonNode link : links) {
            if (link.path("rel").asText("").equals("alternate")) {
                return link;
            }
        }
        return links;
    }

    /** {@code {"rendered": "…"}}, {@code {"vi": "…"}}, {@code {"Url": "…", "Description": "…"}}. */
    private static JsonNode first(JsonNode object) {
        return TEXT_PARTS.stream()
                .map(object::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .orElse(object.path("rendered"));
    }

    private static boolean isPlace(String text) {
        return isAddress(text) && !PICTURE.matcher(text).find();
    }

    private static boolean isAddress(String text) {
        String address = text.strip();
        return address.length() <= LONGEST_ADDRESS
                && address.matches("[^\\s<>\"]+")
                && (address.indexOf('/') >= 0 || address.indexOf('.') > 0 || address.startsWith("?"));
    }

    private static String plain(String raw) {
        String text = raw.substring(0, Math.min(raw.length(), LONGEST));
        boolean markup = text.indexOf('<') >= 0 || text.indexOf('&') >= 0;
        return PlainText.tidy(markup ? Jsoup.parseBodyFragment(text).text() : text);
    }
}
