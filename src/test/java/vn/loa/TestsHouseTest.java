package vn.loa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Checks rules that hold for the tests as they do for the program ({@link HouseTest}). */
@AnalyzeClasses(packages = "vn.loa", importOptions = ImportOption.OnlyIncludeTests.class)
class TestsHouseTest {
    /** On two cores the pool that futures share has one thread, on which two that wait for each other wait for ever. */
    @ArchTest
    static final ArchRule work_that_may_wait_names_its_threads = noClasses()
            .should()
            .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
            .orShould()
            .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class);
}
