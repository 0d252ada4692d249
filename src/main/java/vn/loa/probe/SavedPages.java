package vn.loa.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import vn.loa.fetch.Page;

/**
 * Saves probed pages so that a test can be made of them: the text as it was decoded, in UTF-8, and what was read of it
 * beside, and all of them in {@code pages.jsonl} for {@code probe --batch}.
 */
public final class SavedPages {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectWriter pretty = mapper.writerWithDefaultPrettyPrinter();
    private final Path folder;
    private final ReportJson json;

    /** Keeps pages in a folder, which is made when it is missing. */
    public SavedPages(Path folder, ZoneId zone) {
        this.folder = folder;
        this.json = new ReportJson(zone);
    }

    /**
     * Keeps what there is of a result; files of an earlier one are replaced.
     *
     * @throws IOException when the folder cannot be written
     */
    public void keep(ProbeResult result) throws IOException {
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder();
        String kind = result.draft().isPresent() ? "list" : "article";
        lines.append(keep(kind, result.page(), result.report()));
        if (result.first().isPresent()) {
            lines.append(keep(
                    "article", result.first().get().page(), result.first().get().report()));
        }
        Files.writeString(folder.resolve("pages.jsonl"), lines);
    }

    private String keep(String name, Optional<Page> page, Optional<PageReport> report) throws IOException {
        if (page.isEmpty()) {
            return "";
        }
        Files.writeString(folder.resolve(name + ".html"), page.get().text());
        if (report.isPresent()) {
            Files.writeString(folder.resolve(name + ".json"), pretty.writeValueAsString(json.of(report.get())) + "\n");
        }
        return mapper.writeValueAsString(mapper.createObjectNode()
                        .put("url", page.get().location().toString())
                        .put("html", page.get().text()))
                + "\n";
    }
}
