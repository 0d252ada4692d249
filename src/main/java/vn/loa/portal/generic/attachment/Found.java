package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.model.Attachment;

/** Collects the documents of a page in the order found, each once under the best name that the page gives it. */
final class Found {
    private static final int MOST = 50;
    /** Words that only say how a file is handed out. */
    private static final Pattern MANNER = Pattern.compile(
            "(?i)^(download|t|ts|v|ver|version|inline|disposition|dl|attachment|force|rev|time|targetextension)(=.*)?$");

    private final Map<String, Attachment> byFile = new LinkedHashMap<>();
    /** Documents that only a button or a picture led to so far. */
    private final Set<String> unnamed = new HashSet<>();

    private static final Pattern VIEW =
            Pattern.compile("(?i)(download|dl|pdf|view|viewer|preview|inline|embedded)=(1|true)");

    private final Map<String, String> byView = new HashMap<>();
    private final Map<String, String> linked = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();

    void add(Element node, DocumentAddress document) {
        URI url = URI.create(document.url().toASCIIString());
        String own = file(url);
        if (byFile.size() >= MOST && !byFile.containsKey(own)) {
            return;
        }
        String file = same(node, document, own);
        Attachment first = byFile.get(file);
        boolean told = AttachmentName.isTold(node);
        if (first == null ? byFile.size() >= MOST : !first.name().isEmpty() && !(told && unnamed.contains(file))) {
            return;
        }
        String name = AttachmentName.of(node, document);
        if (first == null) {
            byFile.put(file, new Attachment(name, url));
            unnamed.add(file);
        } else if (!name.isEmpty()) {
            byFile.put(file, new Attachment(name, first.url()));
        }
        if (told) {
            unnamed.remove(file);
        }
    }

    /** A file that the page shows is the one of the same name that a link offers at another address. */
    private String same(Element node, DocumentAddress document, String file) {
        boolean link = FileNodes.isLink(node);
        String views = views(document.url(), file);
        String first = views.isEmpty() || byFile.containsKey(file) ? null : byView.putIfAbsent(views, file);
        if (first != null) {
            return first;
        }
        String name = byFile.containsKey(file) ? "" : fileName(node, document).toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return file;
        }
        String other = (link ? shown : linked).get(name);
        (link ? linked : shown).putIfAbsent(name, file);
        return other != null && byFile.containsKey(other) ? other : file;
    }

    /** A program's address without whether it is to hand the file out or to show it; empty when it does not say so. */
    private static String views(URI url, String file) {
        String query = url.getRawQuery();
        if (query == null || DocumentAddress.isFile(url)) {
            return "";
        }
        String rest = Stream.of(query.split("&", -1))
                .filter(part -> !VIEW.matcher(part).matches())
                .collect(Collectors.joining("&"));
        return rest.isEmpty() || rest.equals(query) ? "" : file.substring(0, file.indexOf('?') + 1) + rest;
    }

    private static String fileName(Element node, DocumentAddress document) {
        if (!document.fileName().isEmpty()) {
            return document.fileName();
        }
        String label = AttachmentName.of(node, document);
        return DocumentAddress.isFileName(label) ? label : "";
    }

    void add(Attachment attachment) {
        if (byFile.size() < MOST) {
            byFile.putIfAbsent(file(attachment.url()), attachment);
        }
    }

    List<Attachment> attachments() {
        return List.copyOf(byFile.values());
    }

    /** The same file may be linked with and without a secure scheme, escapes, or a wish to keep it. */
    private static String file(URI url) {
        String host = url.getRawAuthority() == null ? "" : url.getRawAuthority().toLowerCase(Locale.ROOT);
        String path = DocumentAddress.path(url);
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        String kept = DocumentAddress.isFile(url) ? withoutManner(query) : query;
        return (host.startsWith("www.") ? host.substring(4) : host) + path + '?' + DocumentAddress.decoded(kept);
    }

    private static String withoutManner(String query) {
        StringBuilder kept = new StringBuilder();
        for (String part : query.split("&", -1)) {
            if (!MANNER.matcher(part).matches()) {
                kept.append(part).append('&');
            }
        }
        return kept.toString();
    }
}
