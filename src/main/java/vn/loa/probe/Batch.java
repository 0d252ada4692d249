package vn.loa.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.loa.fetch.Page;
import vn.loa.fetch.PastedAddress;
import vn.loa.portal.PortalCatalog;
import vn.loa.portal.PortalReader;
import vn.loa.portal.rules.InvalidRulesException;

/** Probes saved pages line by line, so that whole corpora can be scored without a network. */
public final class Batch {
    private final ObjectMapper mapper = new ObjectMapper();
    private final PortalCatalog portals;
    private final ZoneId zone;
    private final PageReporter reporter;
    private final ReportJson json;
    private final Map<String, PortalReader> readers = new HashMap<>();

    public Batch(PortalCatalog portals, PageReporter reporter, ZoneId zone) {
        this.portals = portals;
        this.reporter = reporter;
        this.zone = zone;
        this.json = new ReportJson(zone);
    }

    /**
     * Writes one JSON line for each line of the input, in its order. A line holds {@code url}, {@code html} and, if the
     * system is to be taken as known, {@code portal}; a line that is broken costs no other.
     *
     * @return how many lines could not be understood
     * @throws IOException when the input cannot be read
     */
    public int run(BufferedReader in, PrintWriter out) throws IOException {
        int broken = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            ObjectNode answer = answer(line);
            broken += answer.has("rules") ? 0 : 1;
            out.println(mapper.writeValueAsString(answer));
        }
        out.flush();
        return broken;
    }

    private ObjectNode answer(String line) {
        JsonNode asked;
        try {
            asked = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            return ReportJson.failure("", "not JSON: " + e.getOriginalMessage());
        }
        String url = text(asked, "url");
        Optional<URI> address = PastedAddress.read(url);
        if (address.isEmpty() || !asked.path("html").isTextual()) {
            return ReportJson.failure(url, "a line needs a web address as url and a text as html");
        }
        return read(text(asked, "portal"), Page.of(address.get(), text(asked, "html")), url);
    }

    private ObjectNode read(String portal, Page page, String url) {
        try {
            PortalReader reader = readers.computeIfAbsent(portal, name -> portals.reader(name, Map.of(), zone));
            return json.of(reporter.report(reader, page));
        } catch (InvalidRulesException e) {
            return ReportJson.failure(url, e.mistakes().get(0).advice());
        }
    }

    private static String text(JsonNode line, String field) {
        JsonNode value = line.path(field);
        return value.isTextual() ? value.asText() : "";
    }
}
