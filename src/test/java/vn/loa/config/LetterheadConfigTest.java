package vn.loa.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterheadConfigTest {
    @Test
    void the_letterhead_is_left_to_the_units_unless_it_is_told() throws ConfigException {
        assertThat(new Configs().read("data: x").letterhead()).isEqualTo(new LetterheadConfig("", "", "", ""));
        assertThat(new Configs()
                        .read(
                                "letterhead: {superior: MTTQ xã Phú Xuyên, issuer: Ban Thường trực, place: Phú Xuyên, signer: TM. BAN THƯỜNG TRỰC}")
                        .letterhead())
                .isEqualTo(new LetterheadConfig(
                        "MTTQ xã Phú Xuyên", "Ban Thường trực", "Phú Xuyên", "TM. BAN THƯỜNG TRỰC"));
        assertThat(new Configs().complaints("letterhead: {office: x}")).anyMatch(line -> line.contains("office"));
    }
}
