package vn.loa.text.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.phrases.Phrases;
import vn.loa.text.Folding;
import vn.loa.text.privacy.PrivateData.Masks;
import vn.loa.waiting.CpuTime;

@Order(2)
class PrivateDataTest {
    private static final Masks MASKS = new Masks("[ĐT]", "[TK]", "[GT]", "[THƯ]", "[TÊN]", "[SỐ]");

    static Stream<String> sentences() {
        return Cases.bytesAsText("privacy/sentences.txt").lines().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void what_is_private_is_masked_and_what_is_public_is_told(String line) {
        String[] parts = line.split("[|]", -1);
        String told = PrivateData.mask(parts[0].strip(), MASKS);
        assertThat(listed(parts[1]).size() + listed(parts[2]).size()).isPositive();
        assertThat(listed(parts[1])).noneMatch(told::contains);
        assertThat(listed(parts[2])).allMatch(told::contains);
    }

    private static List<String> listed(String part) {
        return Stream.of(part.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Liên hệ 0912345678 để biết thêm. | Liên hệ [ĐT] để biết thêm.",
                "Gọi 0912.345.678 hoặc 0988 111 222. | Gọi [ĐT] hoặc [ĐT].",
                "Gọi 0912-345-678/0243.385.4567. | Gọi [ĐT]/[ĐT].",
                "Số 024 3385 4567, (024) 38 221 234. | Số [ĐT], [ĐT].",
                "Số +84 912 345 678 và (+84)912345678. | Số [ĐT] và [ĐT].",
                "SĐT: 38.541.234. | SĐT: [ĐT].",
                "Điện thoại liên hệ: 3854123. | Điện thoại liên hệ: [ĐT].",
                "Hotline 1022 phục vụ cả ngày. | Hotline [ĐT] phục vụ cả ngày.",
                "Tổng đài 1900 1234 hoạt động 24/7. | Tổng đài [ĐT] hoạt động 24/7.",
                "Đường dây nóng: 1900-2088. | Đường dây nóng: [ĐT].",
                "Gọi ０９１２３４５６７８ ngay. | Gọi [ĐT] ngay.",
                "Gọi 0912 345 678 ngay. | Gọi [ĐT] ngay."
            })
    void telephones(String said, String told) {
        assertThat(PrivateData.mask(said, MASKS)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STK 123456 tại Agribank. | STK [TK] tại Agribank.",
                "STK: 1500 2010 45678 tại Ngân hàng Agribank. | STK: [TK] tại Ngân hàng Agribank.",
                "Số tài khoản: 190.123.456.789 - Kho bạc. | Số tài khoản: [TK] - Kho bạc.",
                "Tài khoản số 3713.0.1059784.00000. | Tài khoản số [TK].",
                "Gửi về 654321 Agribank chi nhánh Phú Xuyên. | Gửi về [TK] Agribank chi nhánh Phú Xuyên.",
                "CCCD 001 088 012 345 do Cục cấp. | CCCD [GT] do Cục cấp.",
                "CMND số: 111.222.333. | CMND số: [GT].",
                "Căn cước công dân 001088012345. | Căn cước công dân [GT].",
                "MST: 0101234567-001. | MST: [GT].",
                "Mã số thuế 0101234567. | Mã số thuế [GT].",
                "Hộ chiếu B1234567. | Hộ chiếu B[GT].",
                "Thẻ 001088012345 mang tên ông. | Thẻ [GT] mang tên ông.",
                "Mã 2656250701173519296 trên hệ thống. | Mã [SỐ] trên hệ thống.",
                "Thư gửi mttq.phuxuyen@hanoi.gov.vn. | Thư gửi [THƯ]."
            })
    void accounts_papers_and_addresses(String said, String told) {
        assertThat(PrivateData.mask(said, MASKS)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kinh phí 1.250.000.000 đồng, trong đó ngân sách 450 000 000 đồng.",
                "Vận động được 1.234.567.890đ và 250000 đồng.",
                "Tổng kinh phí 12.500.000.000 (mười hai tỷ năm trăm triệu).",
                "Trao 1.250.000.000 VNĐ cho 1.845/1.902 hộ.",
                "Nhiệm kỳ 2020-2025, 2025 - 2030 và giai đoạn 2021-2025.",
                "Từ ngày 10.9.2023 - 12.9.2023 và 10.9-12.9.2023.",
                "Kỷ niệm (18/11/1930 - 18/11/2025) lúc 7h30 - 11h00.",
                "Nghị quyết số 203/2025/QH15 ngày 16/6/2025, Kế hoạch 87/KH-MTTQ-BTT.",
                "Năm 2023, 2.621 xã và 687 phường có 96.600 người.",
                "Thời gian: 07:30 - 11:00, ngày 7/3/2026.",
                "Điện thoại thông minh cho 1.250 người cao tuổi.",
                "Mở 1.500 tài khoản cho hội viên.",
                "Gặp @mặt trận và a@b.",
                "Cháy xưởng gỗ của gia đình ông N.V.P. (thôn Sen).",
                "Trung ương Đoàn tặng 3 em Huy hiệu “Tuổi trẻ dũng cảm”.",
                ""
            })
    void dates_amounts_and_numbers_of_documents_are_public(String said) {
        assertThat(PrivateData.findings(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đoàn thăm hộ bà Nguyễn Thị Xuyến ở thôn 3. | Đoàn thăm hộ bà [TÊN] ở thôn 3.",
                "Trao quà cho gia đình anh Trần Văn B. | Trao quà cho gia đình anh [TÊN].",
                "Hộ nghèo Lò Văn Páo nhận bò giống. | Hộ nghèo [TÊN] nhận bò giống.",
                "Cháu Trần Minh Khôi (SN 2014) nhận sổ. | Cháu [TÊN] (SN 2014) nhận sổ.",
                "Thân nhân cháu L.T.M.H (3 tuổi). | Thân nhân cháu [TÊN] (3 tuổi).",
                "Em Minh Anh đạt giải nhất. | Em [TÊN] đạt giải nhất.",
                "Em Bằng, học sinh lớp 5, bị ngã. | Em [TÊN], học sinh lớp 5, bị ngã.",
                "Đoàn thăm cháu Học và cháu Nhi. | Đoàn thăm cháu [TÊN] và cháu [TÊN].",
                "Em Việt và em Trường bị đuối nước. | Em [TÊN] và em [TÊN] bị đuối nước.",
                "Học sinh Nguyễn Văn An, lớp 5A. | Học sinh [TÊN], lớp 5A.",
                "Nguyễn Văn Bình (sinh năm 1985) trú tại thôn 2. | [TÊN] (sinh năm 1985) trú tại thôn 2.",
                "Nguyễn Thị Xuân và Lê Văn Công thuộc hộ cận nghèo. | [TÊN] và [TÊN] thuộc hộ cận nghèo.",
                "Nhà trao cho 3 gia đình gồm: Đặng Thị Quý ở tổ 1. | Nhà trao cho 3 gia đình gồm: [TÊN] ở tổ 1.",
                "Gia đình được hỗ trợ là bà Lê Thị Nhút; ông Bùi Đình Tư. | Gia đình được hỗ trợ là bà [TÊN]; ông"
                        + " [TÊN].",
                "Cháu Nguyễn Văn An, Thái Nguyên, đạt giải. | Cháu [TÊN], Thái Nguyên, đạt giải.",
                "Cô dạy em Lò Thị Mai và Đoàn Thanh niên xã. | Cô dạy em [TÊN] và Đoàn Thanh niên xã.",
                "Em Lê Thị Hoa, Trần Văn Nam, Chủ tịch Hội. | Em [TÊN], Trần Văn Nam, Chủ tịch Hội.",
                "Tặng xe đạp cho cháu Lò Văn Tấn, Sơn La và trao áo ấm. | Tặng xe đạp cho cháu [TÊN], Sơn La và trao áo"
                        + " ấm.",
                "Cháu Bùi Minh Đức, Hà Thị Thơm cùng lớp. | Cháu [TÊN], [TÊN] cùng lớp.",
                "Em Phạm Thị Nga, Lê Quang Huy, Bí thư Đoàn xã. | Em [TÊN], Lê Quang Huy, Bí thư Đoàn xã.",
                "Em Lê Thị Hoa và Trần Văn Nam bị ngã. | Em [TÊN] và [TÊN] bị ngã.",
                "Bàn giao nhà Đại đoàn kết cho bà Lê Thị Hoa. | Bàn giao nhà Đại đoàn kết cho bà [TÊN]."
            })
    void names_of_children_and_of_households_in_need(String said, String told) {
        assertThat(PrivateData.mask(said, MASKS)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đồng chí Nguyễn Văn Cương trao quà cho 85 hộ nghèo.",
                "Ông Nguyễn Văn Hòa, Chủ tịch UBND xã, trao nhà Đại đoàn kết.",
                "Đồng chí Nguyễn Đức Thuận, sinh năm 1944, nguyên Chủ tịch huyện.",
                "Nhân dân ủng hộ Ủy ban Trung ương MTTQ Việt Nam.",
                "Doanh nghiệp ủng hộ Nguyễn Trãi Quỹ học bổng.",
                "Chị em Phụ nữ xã và trẻ em Việt Nam vui Tết.",
                "Trao cho 3 em Bằng khen, 2 em Giấy khen và 5 em Học bổng.",
                "Các cháu Nhi đồng và các em Trường Tiểu học Tân Phú đội Cúp.",
                "Các cháu Thiếu niên, Nhi đồng thăm nhà Bác Hồ.",
                "Gia đình văn hóa, hộ khẩu, hộ chiếu và bảo hộ Lao động.",
                "Đoàn thăm gia đình Mẹ Việt Nam Anh hùng."
            })
    void officials_and_the_public_are_not_private(String said) {
        assertThat(PrivateData.isIn(said)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Xe biển số 29A-123.45 gây tai nạn. | Xe biển số [SỐ] gây tai nạn.",
                "Xe máy 37B1 - 199.26 bị giữ. | Xe máy [SỐ] bị giữ.",
                "Nhà ở số nhà 12, ngõ 10/3 đường Tân Lộc. | Nhà ở [SỐ] đường Tân Lộc.",
                "Trú tại số 5, ngõ 10 phố Mới. | Trú tại [SỐ] phố Mới.",
                "Ông Lê Văn Tư, trú tại số 12 đường Hòa Bình. | Ông Lê Văn Tư, trú tại [SỐ] đường Hòa Bình.",
                "Nhà riêng ở số 7B phố Huế bị cháy. | Nhà riêng ở [SỐ] phố Huế bị cháy.",
                "Xe tải 51C-678.90 và xe khách 30F 123.45 va nhau. | Xe tải [SỐ] và xe khách [SỐ] va nhau.",
                "Chị Phạm Thị Đau, mắc bệnh ung thư, được Hội trao 5 triệu. | Chị [TÊN], mắc bệnh ung thư, được Hội trao 5"
                        + " triệu.",
                "Anh Trần Văn Khổ bị tai biến nằm liệt giường. | Anh [TÊN] bị tai biến nằm liệt giường.",
                "Cụ Ngô Thị Lành phải chạy thận mỗi tuần. | Cụ [TÊN] phải chạy thận mỗi tuần.",
                "Anh Ngô Văn Khổ bị bỏng rất nặng. | Anh [TÊN] bị bỏng rất nặng.",
                "Cô Lê Thị Đau bị chấn thương sọ não nặng. | Cô [TÊN] bị chấn thương sọ não nặng.",
                "Ông Trần Văn Khổ bị viêm phổi nặng. | Ông [TÊN] bị viêm phổi nặng.",
                "Bà Lê Thị Đau mang nhiều bệnh. | Bà [TÊN] mang nhiều bệnh.",
                "Bà Lê Thị Đau bị bệnh suy thận. | Bà [TÊN] bị bệnh suy thận."
            })
    void plates_doors_and_the_sick(String said, String told) {
        assertThat(PrivateData.mask(said, MASKS)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gia đình ông Nguyễn Văn Hiến hiến 300 m² đất làm đường.",
                "Gia đình bà Lê Thị Thơm đã ủng hộ 50 triệu đồng xây nhà Đại đoàn kết.",
                "Gia đình Nguyễn Văn Hiến hiến 300 m² đất làm đường.",
                "Bà Trần Thị Sáng trao tặng 10 suất quà cho hộ nghèo.",
                "Ông Lê Văn Vàng tài trợ 200 triệu đồng xây nhà Đại đoàn kết.",
                "Anh Phạm Văn Bạc đồng hành cùng quỹ vì người khuyết tật.",
                "Ông Lê Văn Vàng, chủ doanh nghiệp Vàng Son, giúp 5 hộ nghèo.",
                "Bà Trần Thị Sáng (thôn Đông) ủng hộ 30 triệu đồng cho trẻ mồ côi.",
                "Chị Hoàng Thị Tốt được tuyên dương vì giúp đỡ người khuyết tật.",
                "Ông Nguyễn Văn Bình cho biết 2 sào lúa bị ngập nặng.",
                "Bà Trần Thị Hoa kể vườn cam bị sâu bệnh nặng.",
                "Anh Lê Văn Tám nói mái ngói bị hư hỏng rất nặng.",
                "Bác Phạm Văn Tư cho hay lúa nhiễm nhiều bệnh hại.",
                "Ông Vũ Văn Sáu nói ao tôm bị nhiễm mặn nặng.",
                "Bà Hà Thị Lan cho biết kênh bị ô nhiễm nặng.",
                "Anh Lê Văn Tám kể đàn lợn bị dịch nặng.",
                "Ông Đỗ Văn Kha bảo ruộng lúa bị chuột phá nặng.",
                "Chị Đỗ Thị Lý làm việc ở nhiều bệnh viện.",
                "Anh Đỗ Văn Hay là tấm gương vượt lên hoàn cảnh của thôn."
            })
    void who_gives_or_is_praised_keeps_the_name(String said) {
        assertThat(PrivateData.isIn(said)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đoàn thăm gia đình ông Lê Văn Khó và tặng 5 triệu đồng. | Đoàn thăm gia đình ông [TÊN] và tặng 5 triệu đồng.",
                "Anh Lò Văn Bền được Hội trao tặng nhà Đại đoàn kết. | Anh [TÊN] được Hội trao tặng nhà Đại đoàn kết.",
                "Hội bàn giao nhà cho hộ bà Vi Thị Hoa do công ty tài trợ. | Hội bàn giao nhà cho hộ bà [TÊN] do công ty tài trợ.",
                "Bà Lê Thị Yếu mắc bệnh tim vẫn ủng hộ 1 triệu đồng. | Bà [TÊN] mắc bệnh tim vẫn ủng hộ 1 triệu đồng.",
                "Chủ tịch UBND xã trao nhà tạm cho bà Lê Thị Nhà. | Chủ tịch UBND xã trao nhà tạm cho bà [TÊN].",
                "Gia đình anh Hồ Văn Nhận nhận ủng hộ 40 triệu đồng. | Gia đình anh [TÊN] nhận ủng hộ 40 triệu đồng."
            })
    void whoever_is_helped_is_not_taken_for_a_giver(String said, String told) {
        assertThat(PrivateData.mask(said, MASKS)).isEqualTo(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phó Chủ tịch Ủy ban MTTQ xã, bà Lê Thị Minh thăm 3 hộ nghèo.",
                "Ông Nguyễn Văn Hòa - Trưởng thôn Đông báo cáo về nhà tạm.",
                "Bà Lê Thị Minh, nguyên Chủ tịch Hội Phụ nữ xã, thăm trẻ mồ côi.",
                "Nhà hảo tâm, ông Trần Văn Phúc giúp người khuyết tật.",
                "Tiếp dân tại trụ sở UBND xã, số 12 đường Hòa Bình.",
                "Nộp hồ sơ tại trụ sở Công an phường, số 5, ngõ 10 phố Mới.",
                "Nhà văn hóa thôn Đông ở ngõ 12 đang sửa.",
                "Khám bệnh tại Trạm y tế phường, ngõ 15/2 đường Mới.",
                "Hội thi có 29 đội, 1234 người; Nghị định số 29/2023/NĐ-CP."
            })
    void officials_and_the_addresses_of_offices_are_public(String said) {
        assertThat(PrivateData.isIn(said)).isFalse();
    }

    @Test
    void findings_come_in_order_and_apart() {
        String said = "Cháu Trần An, ĐT 0912345678, thư a.b@c.vn, STK 123456789.";
        List<PrivatePassage> findings = PrivateData.findings(said);
        assertThat(findings)
                .extracting(PrivatePassage::kind)
                .containsExactly(PrivacyKind.NAME, PrivacyKind.PHONE, PrivacyKind.EMAIL, PrivacyKind.ACCOUNT);
        assertThat(findings.stream().map(found -> said.substring(found.start(), found.end())))
                .containsExactly("Trần An", "0912345678", "a.b@c.vn", "123456789");
    }

    @Test
    void the_phrase_book_has_a_mask_for_everything() {
        Masks masks = Masks.of(Phrases.vietnamese());
        assertThat(PrivateData.mask("Gọi 0912345678.", masks)).isEqualTo("Gọi [số điện thoại xem trong bài].");
        assertThat(List.of(PrivacyKind.values()))
                .allSatisfy(kind -> assertThat(masks.of(kind)).startsWith("[").endsWith("]"));
    }

    /** Folding takes some .05 s of CPU for a MiB of UTF-8, ten to fifteen times that for the search. */
    @Tag("slow")
    @Test
    void the_search_costs_no_more_than_a_few_foldings_of_the_text() {
        String text =
                ("Sáng 13/9, Ủy ban MTTQ xã Thử Nghiệm phối hợp với Hội Chữ thập đỏ trao 85 suất quà, trị giá 42.500.000"
                                + " đồng, cho các gia đình khó khăn tại 12 thôn. Ông Nguyễn Văn Hòa cho biết đến hết ngày 20/9 các thôn"
                                + " sẽ rà soát xong; từ năm 2023 đến nay xã đã vận động hơn 1,2 tỷ đồng. ")
                        .repeat(500);
        Duration folding = quickest(() -> Folding.fold(text));
        assertThat(quickest(() -> PrivateData.findings(text))).isLessThan(folding.multipliedBy(22));
    }

    private static Duration quickest(Runnable work) {
        return Stream.generate(() -> CpuTime.of(work))
                .limit(5)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 ",
                "0",
                "1.",
                "a@",
                "@",
                "hộ bà ",
                "gia đình ",
                "số 5 ngõ 1 ",
                "29A-",
                "bà Lê An ủng ",
                "Chủ tịch ",
                "Nguyễn Văn ",
                "cháu A ",
                "STK số ",
                "(+",
                "2023-",
                "a.b-",
                "Em ",
                "Nguyễn An, ",
                "Nguyễn An và "
            })
    void long_junk_takes_no_longer_than_its_length_deserves(String unit) {
        String text = unit.repeat(300_000 / unit.length());
        assertThat(CpuTime.of(() -> PrivateData.findings(text))).isLessThan(Duration.ofSeconds(5));
    }
}
