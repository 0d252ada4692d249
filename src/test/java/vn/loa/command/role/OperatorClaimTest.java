package vn.loa.command.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.PersonId;

class OperatorClaimTest {
    private static final PersonId PERSON = CommandHarness.person("5");

    @TempDir
    private Path folder;

    private final List<String> shown = new ArrayList<>();
    private CommandHarness desk;
    private OperatorClaim claim;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN);
        claim = desk.claim;
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void offer() {
        claim.offer(new SecureRandom(), shown::add);
    }

    @Test
    void the_first_who_has_the_code_becomes_the_operator_and_it_works_once() {
        List<String> told = new ArrayList<>();
        desk.roles.onChange(() -> told.add("changed"));
        assertThat(claim.isOpen()).isFalse();
        offer();
        assertThat(claim.isOpen()).isTrue();
        assertThat(claim.redeem("Q7RT2K9XPB", PERSON)).isFalse();
        assertThat(told).isEmpty();
        assertThat(claim.redeem(" " + shown.get(0).toLowerCase(java.util.Locale.ROOT), PERSON))
                .isTrue();
        assertThat(told).containsExactly("changed");
        assertThat(desk.roles.isOperator(PERSON)).isTrue();
        assertThat(claim.isOpen()).isFalse();
        assertThat(claim.redeem(shown.get(0), CommandHarness.person("6"))).isFalse();
        assertThat(desk.roles.operators()).containsExactly(PERSON);
        assertThat(CommandHarness.text(desk.alone("5").says("/nhatky"))).contains("nhận quyền vận hành");
    }

    @Test
    void a_code_that_others_have_seen_is_void_and_another_is_shown() {
        offer();
        assertThat(claim.burn("Q7RT2K9XPB")).isFalse();
        assertThat(shown).hasSize(1);
        assertThat(claim.burn(shown.get(0))).isTrue();
        assertThat(shown).hasSize(2).doesNotHaveDuplicates();
        assertThat(claim.redeem(shown.get(0), PERSON)).isFalse();
        assertThat(claim.redeem(shown.get(1), PERSON)).isTrue();
        assertThat(claim.burn(shown.get(1))).isFalse();
    }

    @Test
    void where_there_is_an_operator_no_code_is_issued() {
        desk.storage.operators().grant(PERSON, "grant", CommandHarness.NOW);
        offer();
        assertThat(shown).isEmpty();
        assertThat(claim.isOpen()).isFalse();
    }
}
