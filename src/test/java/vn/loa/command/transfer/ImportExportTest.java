package vn.loa.command.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.model.Access;
import vn.loa.model.Media;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.KnownSource;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.SubscriptionStore;

/** What is followed, out to a spreadsheet and back. */
class ImportExportTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice first;
    private CommandHarness.Voice second;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        first = desk.admin("7", "-100");
        second = desk.admin("8", "-200");
        first.says("/theodoi tất cả");
        second.says("/start");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static String content(Reply reply) {
        Media.Made file = (Media.Made) reply.messages().get(0).media().orElseThrow();
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    private Reply imports(String file) {
        desk.files.put("file-1", file.getBytes(StandardCharsets.UTF_8));
        return operator.sendsPhoto("/nhap");
    }

    private String yes(Reply asked) {
        return text(operator.presses(
                CommandHarness.buttons(asked.messages().get(0)).get(0).data()));
    }

    private int followed(CommandHarness.Voice voice) {
        return new SubscriptionStore(desk.database).of(voice.chat().id()).size();
    }

    @Test
    void a_table_goes_out_and_comes_back_unchanged() {
        first.says("/theodoi +tập huấn -\"bóng đá\"");
        String table = content(operator.says("/xuat"));
        assertThat(table).startsWith("\uFEFFbot,chat,topic,title,kind,value,label\n");
        assertThat(table).contains("telegram/main,\"'-100\",,", ",ALL,", "Nhóm -100");
        assertThat(text(imports(table))).isEqualTo("Theo dõi: thêm 0, bỏ 0, đã có 3, nhóm chưa biết 0.");
        first.says("/botheodoi tất cả các nguồn tin");
        assertThat(followed(first)).isEqualTo(2);
        assertThat(yes(imports(table))).isEqualTo("Đã nhập: thêm 1, bỏ 0.[Đã nhập: thêm 1, bỏ 0.]");
        assertThat(followed(first)).isEqualTo(3);
    }

    @Test
    void an_import_shows_what_would_change_and_changes_it_once_when_told_to() {
        String table = "bot;chat;kind;value;label\ntelegram/main;-200;ALL;;Tất cả\ntelegram/main;-999;ALL;;x\n"
                + "telegram/main;-200;NONSENSE;a;b\nfax/main;-200;ALL;;x\n";
        Reply asked = imports(table);
        assertThat(text(asked))
                .contains("Theo dõi: thêm 1, bỏ 0, đã có 0, nhóm chưa biết 1.")
                .contains(
                        "Có 2 dòng chưa đúng",
                        "Dòng 4, cột Loại: không có loại \"NONSENSE\"",
                        "Dòng 5, cột Bot: không có bot");
        assertThat(followed(second)).isZero();
        assertThat(yes(asked)).contains("Đã nhập: thêm 1");
        assertThat(followed(second)).isEqualTo(1);
        assertThat(yes(asked)).as("told again, done once").contains("Đã nhập: thêm 1");
        assertThat(followed(second)).isEqualTo(1);
        assertThat(text(operator.says("/nhatky nhập"))).contains("nhập dữ liệu – +1 -0");
    }

    @Test
    void a_replacing_import_takes_away_what_the_file_does_not_name_for_its_chats_only() {
        first.says("/theodoi +tập huấn");
        second.says("/theodoi tất cả");
        operator.says("/nhap thay");
        Reply asked = operator.says("bot,chat,kind,value,label\ntelegram/main,-100,ALL,,Tất cả");
        assertThat(text(asked)).contains("thêm 0, bỏ 1, đã có 1");
        yes(asked);
        assertThat(followed(first)).isEqualTo(1);
        assertThat(followed(second)).isEqualTo(1);
    }

    @Test
    void a_cell_that_a_spreadsheet_would_take_for_a_formula_is_defused_and_undone() {
        new SubscriptionStore(desk.database)
                .add(
                        new Subscription(
                                second.chat().id(), Subscription.Kind.CATEGORY, "=1+1", "=HYPERLINK(\"http://x\")"),
                        OPERATOR,
                        desk.now);
        String table = content(operator.says("/xuat"));
        assertThat(table).contains("'=1+1", "'=HYPERLINK").doesNotContain(",=1+1");
        assertThat(text(imports(table))).contains("thêm 0, bỏ 0, đã có 2");
    }

    @Test
    void sources_go_out_as_an_outline_and_new_ones_come_in_and_are_watched() {
        String outline = """
                <opml version="2.0"><body>
                  <outline text="Xã A"><outline type="rss" text="Tin xã A" xmlUrl="https://xa-a.example.vn/rss"/></outline>
                  <outline text="Xã B" url="https://xa-b.example.vn/tin"/>
                  <outline text="Hỏng" xmlUrl="file:///etc/passwd"/>
                  <outline text="Thư" url="http://xa-c.example.vn:25/"/>
                  <outline text="Xã D" url="xa-d.example.vn/tin tức"/>
                </body></opml>
                """;
        Reply asked = imports(outline);
        assertThat(text(asked))
                .contains(
                        "Nguồn tin: thêm 3, đã có 0.",
                        "• Tin xã A: https://xa-a.example.vn/rss",
                        "Có 2 địa chỉ không dùng được, sẽ bỏ qua:\n• file:///etc/passwd\n• http://xa-c.example.vn:25/");
        yes(asked);
        assertThat(new SourceStore(desk.database).known())
                .extracting(KnownSource::source)
                .extracting(Source::url)
                .containsExactlyInAnyOrder(
                        URI.create("https://xa-a.example.vn/rss"),
                        URI.create("https://xa-b.example.vn/tin"),
                        URI.create("https://xa-d.example.vn/tin%20t%E1%BB%A9c"));
        assertThat(text(imports(outline))).startsWith("Nguồn tin: thêm 0, đã có 3.");
        assertThat(content(operator.says("/xuat opml")))
                .contains("<opml version=\"2.0\">", "text=\"Tin xã A\" url=\"https://xa-a.example.vn/rss\"");
    }

    @Test
    void an_outline_reaches_for_nothing_outside() {
        String outline = "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><opml><body>"
                + "<outline text=\"&x;\" url=\"https://a.example.vn/\"/></body></opml>";
        assertThat(text(imports(outline))).doesNotContain("root:");
    }

    @Test
    void what_cannot_be_read_is_told_and_nothing_waits_for_ever() {
        assertThat(text(operator.sendsPhoto("/nhap"))).contains("chưa đọc được tệp này");
        operator.says("/nhap");
        desk.now = desk.now.plus(Duration.ofMinutes(16));
        assertThat(text(operator.says("bot,chat,kind\ntelegram/main,-200,ALL"))).contains("/trogiup");
        assertThat(text(desk.member("1", "-100").says("/xuat"))).contains("trong cuộc trò chuyện riêng");
        assertThat(text(operator.says("/xuat pdf"))).contains("/xuat opml");
        Reply asked = imports("bot,chat,kind,value,label\ntelegram/main,-200,ALL,,Tất cả");
        assertThat(text(operator.presses(
                        CommandHarness.buttons(asked.messages().get(0)).get(1).data())))
                .contains("chưa thay đổi gì");
        assertThat(followed(second)).isZero();
    }

    @Test
    void a_file_is_waited_for_until_it_is_cancelled() {
        Reply asked = operator.says("/nhap");
        assertThat(text(operator.presses(
                        CommandHarness.buttons(asked.messages().get(0)).get(0).data())))
                .contains("Đã hủy.");
        assertThat(text(operator.says("bot,chat,kind\ntelegram/main,-200,ALL"))).contains("/trogiup");
    }

    @Test
    void an_import_names_what_it_adds_and_takes_and_says_how_many_more() {
        first.says("/theodoi +phòng cháy");
        operator.says("/nhap thay");
        StringBuilder table = new StringBuilder("bot,chat,kind,value,label\n");
        for (int number = 10; number < 40; number++) {
            table.append("telegram/main,-100,KEYWORD,Từ số ").append(number).append(",\n");
        }
        assertThat(text(operator.says(table.toString())))
                .contains("thêm 30, bỏ 2")
                .contains("+ Nhóm -100: Từ số 10 (từ khóa)")
                .contains("– Nhóm -100: phòng cháy (từ khóa)", "– Nhóm -100: Tất cả các nguồn tin")
                .contains("… và 12 mục nữa.");
    }

    @Test
    void keywords_of_a_table_are_read_as_if_they_had_been_typed() {
        String table = "bot,chat,kind,value,label\ntelegram/main,-200,KEYWORD,Tập  Huấn,\n"
                + "telegram/main,-200,KEYWORD,x,\ntelegram/main,-200,EXCLUDE,/a{1000}/,\n";
        Reply asked = imports(table);
        assertThat(text(asked))
                .contains("thêm 1,", "Dòng 3, cột Nội dung: \"x\"", "Dòng 4, cột Nội dung: \"/a{1000}/\"");
        yes(asked);
        second.says("/theodoi +tập huấn");
        assertThat(followed(second)).as("it is the same keyword").isEqualTo(1);
    }

    @Test
    void a_table_gives_no_chat_more_keywords_than_a_chat_may_have() {
        StringBuilder table = new StringBuilder("bot,chat,kind,value,label\ntelegram/main,-200,ALL,,Tất cả\n");
        for (int number = 10; number < 60; number++) {
            table.append("telegram/main,-200,KEYWORD,Từ số ").append(number).append(",\n");
        }
        Reply asked = imports(table.toString());
        assertThat(text(asked)).contains("thêm 1,", "Nhóm -200: nhiều hơn 40 từ khóa");
        yes(asked);
        assertThat(followed(second)).isEqualTo(1);
    }

    private static final String ROWS = "Bot;Mã nhóm;LOẠI;nội dung\ntelegram/main;-200;từ khóa;Tập huấn\n"
            + "telegram/main;-200;KHÔNG GỬI;bóng đá\n";

    private Reply importsBytes(byte[] file) {
        desk.files.put("file-1", file);
        return operator.sendsPhoto("/nhap");
    }

    @Test
    void a_table_is_read_in_each_form_that_a_spreadsheet_saves() {
        List<byte[]> forms = List.of(
                ROWS.getBytes(StandardCharsets.UTF_8),
                ("\uFEFFsep=;\r\n" + ROWS.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + ROWS.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + ROWS.replace(';', '\t')).getBytes(StandardCharsets.UTF_16BE),
                ROWS.replace(';', '\t').getBytes(StandardCharsets.UTF_16LE),
                WorkbookWriter.write(
                        "Loa",
                        ROWS.lines().map(line -> List.of(line.split(";"))).toList()));
        for (byte[] form : forms) {
            assertThat(text(importsBytes(form)))
                    .contains("thêm 2", "+ Nhóm -200: Tập huấn (từ khóa)", "bóng đá (không gửi tin có từ này)");
        }
    }

    @Test
    void a_workbook_goes_out_in_vietnamese_and_comes_back_unchanged() {
        first.says("/theodoi +tập huấn -\"bóng đá\"");
        Media.Made file = (Media.Made)
                operator.says("/xuat xlsx").messages().get(0).media().orElseThrow();
        assertThat(file.name()).isEqualTo("loa-theo-doi.xlsx");
        assertThat(WorkbookReader.read(file.content()).orElseThrow())
                .contains(List.of("Bot", "Mã nhóm", "Mã chủ đề nhóm", "Tên nhóm", "Loại", "Nội dung", "Tên hiển thị"))
                .contains(List.of("telegram/main", "-100", "", "Nhóm -100", "Từ khóa", "tap huan", "tập huấn"));
        assertThat(text(importsBytes(file.content()))).contains("thêm 0, bỏ 0, đã có 3");
    }

    @Test
    void a_workbook_that_unpacks_without_end_or_is_none_is_refused_in_words() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] spaces = new byte[1_000_000];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 50; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        assertThat(text(importsBytes(bomb.toByteArray()))).contains("chưa đọc được tệp này", ".xlsx");
        assertThat(text(importsBytes(new byte[] {'P', 'K', 3, 4, 9, 9, 9}))).contains("chưa đọc được tệp này");
    }

    @Test
    void a_workbook_reaches_for_nothing_outside() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row><c"
                            + " t=\"inlineStr\"><is><t>&y;</t></is></c></row></sheetData></worksheet>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        assertThat(text(importsBytes(file.toByteArray()))).doesNotContain("root:");
    }

    @Test
    void a_table_without_its_columns_is_told_which_and_where_to_get_them() {
        assertThat(text(imports("tên;ghi chú\na;b"))).contains("thiếu cột: Bot, Mã nhóm, Loại", "/xuat xlsx");
    }

    @Test
    void a_replacing_import_that_is_cancelled_is_forgotten_also_for_a_file_that_comes_later() {
        operator.presses(
                CommandHarness.buttons(operator.says("/nhap thay").messages().get(0))
                        .get(0)
                        .data());
        assertThat(MigratedDatabase.texts(desk.database, "SELECT value FROM setting WHERE name LIKE 'import-asked:%'"))
                .containsExactly("0");
    }
}
