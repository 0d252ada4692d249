package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.model.Problem;
import vn.loa.phrases.Phrases;
import vn.loa.phrases.ProblemText;

/** What a connection fails for reaches people in their language. */
class FailureWordsTest {
    static Stream<IOException> failures() {
        return Stream.of(
                new SocketTimeoutException("Read timed out"),
                new UnknownHostException("tin.xa.vn: Name or service not known"),
                new ConnectException("Failed to connect to tin.xa.vn/198.51.100.7:443"),
                new IOException("unexpected end of stream"),
                new SSLPeerUnverifiedException("Hostname tin.xa.vn not verified"),
                tls(new CertificateExpiredException("NotAfter")),
                tls(new CertificateNotYetValidException("NotBefore")),
                new SSLHandshakeException("Received fatal alert: protocol_version"),
                new SSLHandshakeException("Received fatal alert: handshake_failure"));
    }

    private static IOException tls(Exception cause) {
        return (IOException) new SSLHandshakeException("PKIX path validation failed").initCause(cause);
    }

    private static String told(IOException failure) {
        FetchResult.Failed failed = (FetchResult.Failed) Failures.of(failure);
        return ProblemText.of(Phrases.vietnamese(), new Problem(Problem.Kind.UNREACHABLE, failed.reason()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_told_with_its_reason_and_without_english(IOException failure) {
        assertThat(told(failure))
                .startsWith("cổng thông tin không trả lời (")
                .doesNotContain("the ", "connect", "fatal", "not ");
    }
}
