package vn.loa.config;

import java.net.URI;
import java.util.Optional;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * The settings of the HTTP server for health, webhooks and the web pages.
 *
 * @param port where it listens; empty when there is none, 0 for any free one
 * @param address on which it listens
 * @param url scheme, host and port under which operators' browsers reach it; empty when they do not
 * @param archive whether everybody may read what was announced to the groups of each unit
 */
public record WebConfig(Optional<Integer> port, String address, Optional<URI> url, boolean archive) {
    static WebConfig read(Section web) {
        WebConfig config = new WebConfig(
                web.value("port", ValueTypes.integer(0, 65_535)),
                web.value(
                        "address",
                        ValueType.matching(
                                "[0-9A-Fa-f.:]{2,45}|localhost",
                                "is not an address of this machine",
                                "write 127.0.0.1 behind a reverse proxy, or 0.0.0.0"),
                        "127.0.0.1"),
                web.value("url", Addresses.root()),
                web.value("archive", ValueTypes.flag(), false));
        if (config.archive() && config.url().isEmpty()) {
            web.problem("archive", "needs the address under which people reach it", "write url: https://… too");
        }
        return config;
    }
}
