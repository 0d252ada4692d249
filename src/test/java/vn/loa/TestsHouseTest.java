package vn.loa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Checks rules that hold for the tests as they do for the program ({@link HouseTest}). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestsHouseTest {
    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("vn.loa");

    /** On two cores the pool that futures share has one thread, on which two that wait for each other wait for ever. */
    @Test
    void work_that_may_wait_names_its_threads() {
        noClasses()
                .should()
                .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                .orShould()
                .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
                .check(house);
    }
}
