package vn.loa.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.config.yaml.ConfigProblem;
import vn.loa.config.yaml.ConfigProblems;
import vn.loa.config.yaml.ConfigProblems.Place;
import vn.loa.config.yaml.Section;
import vn.loa.config.yaml.SectionReader;
import vn.loa.config.yaml.Variables;
import vn.loa.config.yaml.YamlReader;

/** Reads a configuration file into a {@link LoaConfig}, or reports all that is wrong with the file at once. */
public final class ConfigLoader {
    private static final int LARGEST = 1024 * 1024;

    private final ConfigChecks checks;
    private final List<ChannelSection<?>> channels;
    private final Variables variables;

    /**
     * @param checks what is decided further up
     * @param channels the channels of the program
     * @param environment the variables that {@code ${NAME}} refers to
     */
    public ConfigLoader(ConfigChecks checks, List<ChannelSection<?>> channels, Map<String, String> environment) {
        this.checks = checks;
        this.channels = List.copyOf(channels);
        this.variables = new Variables(environment);
    }

    /**
     * Reads the file. Relative paths in it start at the working directory.
     *
     * @throws ConfigException when it cannot be used
     */
    public LoaConfig load(Path file) throws ConfigException {
        return read(file.toString(), content(file));
    }

    /**
     * Reads a configuration that is no file.
     *
     * @param name what to call it when something is wrong
     * @throws ConfigException when it cannot be used
     */
    public LoaConfig read(String name, String yaml) throws ConfigException {
        ConfigProblems problems = new ConfigProblems(name);
        SectionReader sections = new SectionReader(problems, variables);
        Optional<LoaConfig> config = new YamlReader(problems)
                .read(yaml)
                .map(mapping -> read(new Section(sections, new Place("", 0), mapping)));
        if (problems.count() > 0 || config.isEmpty()) {
            throw new ConfigException(problems.inOrder());
        }
        return config.get();
    }

    private LoaConfig read(Section top) {
        LoaConfig read = LoaConfig.read(top, checks, channels);
        top.reportUnknownKeys();
        return read;
    }

    private static String content(Path file) throws ConfigException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw unusable(file, "is larger than 1 MiB", "give the path of a configuration file");
            }
            return decoded(bytes);
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file", "give the path of a configuration file");
        } catch (CharacterCodingException e) {
            throw unusable(file, "is not text in UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            String what = Files.isDirectory(file) ? "is a folder" : "cannot be read";
            throw unusable(file, what, "give the path of a file Loa's user can read");
        }
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static ConfigException unusable(Path file, String what, String right) {
        return new ConfigException(List.of(new ConfigProblem(file.toString(), 0, "", what, right)));
    }
}
