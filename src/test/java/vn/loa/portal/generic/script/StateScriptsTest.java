package vn.loa.portal.generic.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class StateScriptsTest {
    private static List<JsonNode> objects(String table) {
        String page = "<script type='application/json' id='__NUXT_DATA__'>" + table + "</script>";
        return StateScripts.of(Jsoup.parse(page)).stream()
                .flatMap(root -> root.findParents("n0").stream())
                .toList();
    }

    @Test
    void the_objects_of_lists_are_those_of_the_table_with_their_values() {
        List<JsonNode> objects = objects("[[1,2],{\"n0\":3},{\"n0\":4},\"Tin một\",\"Tin hai\"]");
        assertThat(objects)
                .extracting(object -> object.path("n0").asText())
                .contains("Tin một", "Tin hai")
                .hasSize(4);
        assertThat(objects.stream().map(System::identityHashCode).distinct()).hasSize(2);
    }

    @Test
    void an_object_that_many_lists_name_is_not_read_with_each_of_them() {
        String fields =
                IntStream.range(0, 1_000).mapToObj(i -> "\"n" + i + "\":0").collect(Collectors.joining(",", "{", "}"));
        List<JsonNode> objects = new ArrayList<>(objects("[7," + fields + ",[1,1]".repeat(1_000) + "]"));
        assertThat(objects.stream().mapToInt(JsonNode::size).sum()).isBetween(1_000, 101_000);
    }
}
