package vn.loa.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;

/**
 * Verifies portals' certificates against the system's authorities and those given in PEM files. A chain that is refused
 * is refused with the name of the issuer that is missing.
 */
final class Trust implements X509TrustManager {
    private final X509TrustManager authorities;

    private Trust(X509TrustManager authorities) {
        this.authorities = authorities;
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException naming every file that cannot be read
     */
    static Trust of(List<Path> pemFiles) {
        HandshakeCertificates.Builder builder = new HandshakeCertificates.Builder().addPlatformTrustedCertificates();
        List<String> bad = new ArrayList<>();
        for (Path file : pemFiles) {
            try (InputStream in = Files.newInputStream(file)) {
                certificates(in).forEach(certificate -> builder.addTrustedCertificate((X509Certificate) certificate));
            } catch (IOException | CertificateException e) {
                bad.add(file + " (" + e.getMessage() + ")");
            }
        }
        if (!bad.isEmpty()) {
            throw new IllegalArgumentException("not certificates in PEM form: " + String.join(", ", bad));
        }
        return new Trust(builder.build().trustManager());
    }

    private static Collection<? extends Certificate> certificates(InputStream in) throws CertificateException {
        Collection<? extends Certificate> found =
                CertificateFactory.getInstance("X.509").generateCertificates(in);
        if (found.isEmpty()) {
            throw new CertificateException("holds no certificate");
        }
        return found;
    }

    SSLSocketFactory socketFactory() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, new SecureRandom());
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        for (X509Certificate certificate : chain) {
            certificate.checkValidity();
        }
        try {
            authorities.checkServerTrusted(chain, authType);
        } catch (CertificateException e) {
            throw new Failures.UntrustedChainException(chain, e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        authorities.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
