package vn.loa;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Spliterator;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The JDK has the circles that Loa must not have. */
class ClassCirclesTest {
    private final ClassFileImporter importer = new ClassFileImporter();

    @Test
    void classes_that_know_each_other_by_way_of_others_are_a_circle() {
        assertThat(ClassCircles.of(importer.importClasses(String.class, Integer.class, Class.class, Iterator.class), 3))
                .singleElement()
                .satisfies(circle ->
                        assertThat(circle).containsExactly("java.lang.Class", "java.lang.Integer", "java.lang.String"));
    }

    @Test
    void classes_that_only_use_others_are_no_circle() {
        assertThat(ClassCircles.of(
                        importer.importClasses(
                                List.class, Iterator.class, Optional.class, OptionalInt.class, Spliterator.class),
                        2))
                .isEmpty();
    }

    @Test
    void nested_classes_belong_to_the_class_around_them() {
        assertThat(ClassCircles.of(importer.importClasses(Map.Entry.class, Map.class, TreeMap.class), 2))
                .isEmpty();
    }
}
