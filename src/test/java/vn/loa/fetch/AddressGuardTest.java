package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but public addresses and ports of the web, also where a proxy looks names up. */
class AddressGuardTest {
    private static boolean isPublic(String address) throws UnknownHostException {
        return new AddressGuard(false).isPublic(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3fff::1",
                "3fff:fff::1",
                "2001:db8::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:30::1",
                "2001:1ff::1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "64:ff9b:1:7f00:0:100::",
                "64:ff9b:2::1",
                "2002:a00:1::1",
                "2002:c0a8:101::1",
                "2405:4800::5efe:10.0.0.1",
                "2405:4800::200:5efe:192.168.1.1",
                "fe80::5efe:8.8.8.8",
                "100::1",
                "5f00::1",
                "fc00::1",
                "fec0::1",
                "ff0e::1",
                "::1",
                "::",
                "::8.8.8.8",
                "4000::1",
                "192.0.0.8",
                "192.88.99.1",
                "198.19.255.255",
                "203.0.113.9",
                "240.0.0.1",
                "255.255.255.255"
            })
    void special_ranges_are_closed(String address) throws UnknownHostException {
        assertThat(isPublic(address)).as(address).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2405:4800::1",
                "2001:200::1",
                "2001:dc8::1",
                "3ffe::1",
                "2620:4f:8000::1",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2405:4800::5efe:8.8.8.8",
                "2405:4800::1:5efe:10.0.0.1",
                "203.0.114.1",
                "192.0.1.1"
            })
    void their_neighbours_are_open(String address) throws UnknownHostException {
        assertThat(isPublic(address)).as(address).isTrue();
    }

    private static FetchResult throughProxy(String address) {
        FetchSettings settings = new FetchSettings(
                "Loa/test",
                new FetchSettings.Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2)),
                10_000,
                Duration.ZERO,
                false,
                false,
                List.of(),
                Optional.of(URI.create("http://127.0.0.1:1")));
        try (Fetcher fetcher = new Fetcher(settings, InstantSource.fixed(Instant.EPOCH))) {
            return fetcher.fetch(FetchRequest.of(URI.create(address)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://[3fff::1]/", "http://localhost/",
                "http://a.localhost./", "http://2130706433/", "http://127.1/", "http://0x7f.0.0.1/",
                        "http://0177.0.0.1/"
            })
    void a_private_address_is_refused_before_a_proxy_too(String address) {
        assertThat(throughProxy(address))
                .isInstanceOfSatisfying(
                        FetchResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains("not public"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://8.8.8.8/", "http://xa1.hanoi.gov.vn/", "http://[2405:4800::1]/", "http://1.xa2.vn/"})
    void what_is_public_goes_to_the_proxy(String address) {
        assertThat(throughProxy(address)).isInstanceOf(FetchResult.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 25, 110, 389, 6000, 6667, 10080})
    void ports_of_other_services_are_refused(int port) {
        assertThat(throughProxy("http://xa.gov.vn:" + port + "/"))
                .isEqualTo(new FetchResult.Refused("port " + port + " is not one of the web"));
        assertThat(PastedAddress.read("xa.gov.vn:" + port + "/tin")).isEmpty();
    }

    @Test
    void a_pasted_address_keeps_ports_of_the_web_and_drops_its_fragment() {
        assertThat(PastedAddress.read("http://xa.gov.vn:8080/tin#dau"))
                .contains(URI.create("http://xa.gov.vn:8080/tin"));
        assertThat(PastedAddress.read("https://a:b@xa.gov.vn/")).isEmpty();
    }
}
