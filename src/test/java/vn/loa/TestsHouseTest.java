package vn.loa;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks rules that hold for the tests as they do for the program ({@link HouseTest}). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestsHouseTest {
    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("vn.loa");

    @Test
    void work_that_may_wait_names_its_threads() {
        HouseTest.NAMES_ITS_THREADS.check(house);
    }
}
