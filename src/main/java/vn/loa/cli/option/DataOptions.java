package vn.loa.cli.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.loa.app.Settings;
import vn.loa.app.Storage;
import vn.loa.config.ConfigException;
import vn.loa.store.Database;

/** The options of commands that look at the data, also while Loa runs. */
public final class DataOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${LOA_CONFIG:-config/loa.yaml}",
            description = "the configuration (default: ${DEFAULT-VALUE})")
    Path config;

    @Option(names = "--json", description = "print JSON, for programs")
    public boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Reads the data; nothing is changed. */
    public <T> T read(Function<Storage, T> work) throws ConfigException {
        try (Database database = Settings.load(config).readDatabase()) {
            return work.apply(Storage.of(database));
        }
    }

    /** Prints an array of JSON objects, or a line of text each. */
    public void print(List<ObjectNode> rows, Function<ObjectNode, String> line) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode().addAll(rows);
            out.println(text(array));
        } else {
            rows.forEach(row -> out.println(line.apply(row)));
        }
        out.flush();
    }

    private static String text(ArrayNode array) {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(array);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
