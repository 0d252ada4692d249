package vn.loa.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Describes connection failures in English phrases, for operators. */
final class Failures {
    private Failures() {}

    static FetchResult of(IOException e) {
        return cause(e, AddressGuard.RefusedException.class)
                .<FetchResult>map(refused -> new FetchResult.Refused(Objects.requireNonNull(refused.getMessage())))
                .orElseGet(() -> new FetchResult.Failed(reason(e)));
    }

    private static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "the host name is not known: " + e.getMessage();
        }
        if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
            return "no answer in time";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "no connection: " + e.getMessage();
        }
        return e instanceof SSLException tls ? tls(tls) : "the answer broke off: " + e.getMessage();
    }

    private static String tls(SSLException e) {
        if (e instanceof SSLPeerUnverifiedException) {
            return "TLS: the certificate is for another host";
        }
        if (cause(e, CertificateExpiredException.class).isPresent()) {
            return "TLS: the certificate has expired";
        }
        if (cause(e, CertificateNotYetValidException.class).isPresent()) {
            return "TLS: the certificate is not valid yet";
        }
        return cause(e, UntrustedChainException.class)
                .map(Throwable::getMessage)
                .orElseGet(() -> "TLS: " + e.getMessage() + hint(String.valueOf(e.getMessage())));
    }

    /** The words with which Java says that a server has only older versions of TLS, or closes at the newer ones. */
    private static String hint(String message) {
        boolean old = message.contains("protocol_version") || message.contains("not accepted by client preferences");
        return old ? " (the portal has only TLS 1.0 or 1.1, which legacy-tls of a source allows)" : "";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable e, Class<T> type) {
        Throwable each = e;
        for (int depth = 0; each != null && depth < 20; depth++) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
            each = each.getCause();
        }
        return Optional.empty();
    }

    /**
     * Thrown for a certificate chain without a trusted root, most often because the portal forgot its intermediate
     * certificate.
     */
    static final class UntrustedChainException extends java.security.cert.CertificateException {
        private static final long serialVersionUID = 1L;

        UntrustedChainException(X509Certificate[] chain, Throwable cause) {
            super(
                    "TLS: the chain is not complete or not trusted; the missing issuer is \""
                            + chain[chain.length - 1].getIssuerX500Principal().getName()
                            + "\", whose certificate fetch.extra-ca can add",
                    cause);
        }
    }
}
