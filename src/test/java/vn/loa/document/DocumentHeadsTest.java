package vn.loa.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.text.Folding;

/** Heads of documents of all kinds, as files of many makers give them. */
class DocumentHeadsTest {
    private static final String UNIMPORTANT = "?";

    private record Head(List<String> expected, String text) {
        @Override
        public String toString() {
            return String.join(" | ", expected);
        }
    }

    static Stream<Head> heads() {
        return Stream.of(
                        "heads.txt",
                        "heads-of-offices.txt",
                        "heads-of-neighbours.txt",
                        "heads-of-wards.txt",
                        "heads-of-hamlets.txt",
                        "heads-of-scans.txt",
                        "heads-of-bureaus.txt",
                        "heads-of-boards.txt",
                        "heads-of-tables.txt",
                        "heads-of-sheets.txt",
                        "heads-of-portals.txt",
                        "heads-of-columns.txt")
                .flatMap(DocumentHeadsTest::heads);
    }

    private static Stream<Head> heads(String file) {
        try (InputStream in =
                Objects.requireNonNull(DocumentHeadsTest.class.getResourceAsStream("/document/" + file))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("(?m)^==== ")).skip(1).map(DocumentHeadsTest::head);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Head head(String block) {
        int end = block.indexOf('\n');
        return new Head(
                Arrays.stream(block.substring(0, end).split("\\|"))
                        .map(String::strip)
                        .toList(),
                block.substring(end + 1));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void a_head_is_read_as_it_is_meant(Head head) {
        Optional<DocumentCard> card = DocumentReader.ofDocument(head.text());
        SoftAssertions soft = new SoftAssertions();
        check(soft, head, 0, card.flatMap(DocumentCard::number).map(DocumentNumber::text));
        check(soft, head, 1, card.flatMap(DocumentCard::kind).map(DocumentKind::sign));
        check(soft, head, 2, card.flatMap(DocumentCard::date).map(LocalDate::toString));
        check(soft, head, 3, card.map(DocumentCard::issuer));
        check(soft, head, 4, card.map(DocumentCard::subject));
        soft.assertAll();
    }

    /** Marks and case are those of the file, for instance of a poor scan. */
    private static void check(SoftAssertions soft, Head head, int part, Optional<String> read) {
        String expected = head.expected().get(part);
        if (!expected.equals(UNIMPORTANT)) {
            soft.assertThat(Folding.fold(read.filter(text -> !text.isEmpty()).orElse("-")))
                    .isEqualTo(Folding.fold(expected));
        }
    }

    @Test
    void all_kinds_of_heads_are_there() {
        assertThat(heads()).hasSizeGreaterThanOrEqualTo(140);
    }
}
