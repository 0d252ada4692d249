package vn.loa.command.office;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.xlsx.OfficeSheet;

/** Whose paper a table is. */
class OfficePaperTest {
    private static final Phrases PHRASES = Phrases.vietnamese();

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
        operator.says("/start");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private OfficePaper paper(Letterhead letterhead) {
        return new OfficePaper(letterhead, new UnitStore(desk.database), ZoneId.of("Asia/Ho_Chi_Minh"), () -> desk.now);
    }

    private OfficeSheet.Head head(CommandHarness.Voice asking) {
        return paper(Letterhead.NONE).head(asking.chat(), PHRASES);
    }

    @Test
    void a_unit_heads_its_papers_with_itself_and_the_one_above_it() {
        operator.says("/donvi them xã Phú Xuyên");
        operator.says("/donvi them thôn Thượng thuộc xã Phú Xuyên");
        CommandHarness.Voice village = desk.admin("11", "-11");
        village.says("/start");
        UnitStore units = new UnitStore(desk.database);
        long chat = new ChatStore(desk.database)
                .find(village.chat().address())
                .orElseThrow()
                .id();
        units.assign(chat, OptionalLong.of(2));
        OfficeSheet.Head head = paper(Letterhead.NONE)
                .head(new ChatStore(desk.database).byId(chat).orElseThrow(), PHRASES);
        assertThat(head.superior()).isEqualTo("XÃ PHÚ XUYÊN");
        assertThat(head.issuer()).isEqualTo("THÔN THƯỢNG");
        assertThat(head.placeAndDate()).isEqualTo("Phú Xuyên, ngày 09 tháng 3 năm 2026");
        assertThat(head(operator).issuer()).isEqualTo("XÃ PHÚ XUYÊN");
    }

    @Test
    void what_nobody_has_said_is_left_to_be_filled_in() {
        OfficeSheet.Head head = head(operator);
        assertThat(head.superior()).isEmpty();
        assertThat(head.issuer()).startsWith("……");
        assertThat(head.placeAndDate()).startsWith("……").contains("ngày 09 tháng 3");
    }

    @Test
    void the_configured_letterhead_comes_first() {
        operator.says("/donvi them xã Phú Xuyên");
        OfficePaper paper =
                paper(new Letterhead("Ủy ban MTTQ Việt Nam xã Hồng Hà", "Ban Thường trực", "Hồng Hà", "CHỦ TỊCH"));
        OfficeSheet.Head head = paper.head(operator.chat(), PHRASES);
        assertThat(head.superior()).isEqualTo("ỦY BAN MTTQ VIỆT NAM XÃ HỒNG HÀ");
        assertThat(head.issuer()).isEqualTo("BAN THƯỜNG TRỰC");
        assertThat(head.placeAndDate()).startsWith("Hồng Hà, ngày");
        assertThat(paper.signatures(PHRASES).get(1).office()).isEqualTo("CHỦ TỊCH");
    }
}
