package vn.loa.config;

import java.util.Optional;

/**
 * The settings of the HTTP server for health and webhooks.
 *
 * @param port where it listens; empty when there is none, 0 for any free one
 * @param address on which it listens
 */
public record WebConfig(Optional<Integer> port, String address) {
    static WebConfig read(Section web) {
        return new WebConfig(
                web.value("port", ValueTypes.integer(0, 65_535)),
                web.value(
                        "address",
                        ValueType.matching(
                                "[0-9A-Fa-f.:]{2,45}|localhost",
                                "is not an address of this machine",
                                "write 127.0.0.1 behind a reverse proxy, or 0.0.0.0"),
                        "127.0.0.1"));
    }
}
