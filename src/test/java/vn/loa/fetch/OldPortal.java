package vn.loa.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import vn.loa.model.Source;

/**
 * A process with a portal that has nothing newer than TLS 1.1 or 1.0, and a fetcher that asks it: first as any source,
 * then as one with {@code legacy-tls}. Prints both results. A process, for Java decides once what it allows.
 */
final class OldPortal {
    private OldPortal() {}

    /** Takes the version that the portal has, and a folder for its certificate. */
    public static void main(String[] arguments) throws Exception {
        LegacyTls.allow();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .rsa2048()
                .addSubjectAlternativeName("localhost")
                .build();
        Path pem = Files.writeString(Path.of(arguments[1], "ca.pem"), certificate.certificatePem());
        HandshakeCertificates held =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        InetAddress loopback = InetAddress.getByName("localhost");
        try (SSLServerSocket server =
                (SSLServerSocket) held.sslContext().getServerSocketFactory().createServerSocket(0, 10, loopback)) {
            server.setEnabledProtocols(new String[] {arguments[0]});
            Thread answering = new Thread(() -> answer(server), "old portal");
            answering.setDaemon(true);
            answering.start();
            ask(URI.create("https://localhost:" + server.getLocalPort() + "/tin"), pem);
        }
    }

    private static void ask(URI url, Path pem) {
        FetchSettings settings = new FetchSettings(
                "Loa/test",
                FetchSettings.Timeouts.USUAL,
                10_000,
                Duration.ZERO,
                true,
                true,
                List.of(pem),
                Optional.empty());
        try (Fetcher fetcher = new Fetcher(settings, InstantSource.system())) {
            FetchRequest request = FetchRequest.of(url);
            System.out.println("usual: " + fetcher.fetch(request));
            System.out.println("legacy: " + fetcher.fetch(request.with(Set.of(Source.Option.LEGACY_TLS))));
        }
    }

    private static void answer(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                String asked = in.readLine();
                String body = String.valueOf(asked).contains("robots.txt")
                        ? "User-agent: *\nDisallow: /kin\n"
                        : "read over " + socket.getSession().getProtocol();
                String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n";
                socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                if (server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
