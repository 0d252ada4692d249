package vn.loa.command.role;

import java.net.URI;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes addresses on Loa's web server that nobody can guess. */
public final class SecretLinks {
    private static final int TOKEN_BYTES = 32;

    private final Optional<URI> root;
    private final RandomGenerator random;

    /**
     * Makes the links of a web server.
     *
     * @param root scheme, host and port under which people reach it; empty when it is not known
     * @param random must not be guessable
     */
    public SecretLinks(Optional<URI> root, RandomGenerator random) {
        this.root = root;
        this.random = random;
    }

    /**
     * An address that nobody can guess.
     *
     * @param token its secret
     */
    public record SecretAddress(URI address, String token) {
        public SecretAddress {
            Objects.requireNonNull(address);
            Objects.requireNonNull(token);
        }

        @Override
        public String toString() {
            return "secret address";
        }
    }

    /** Returns a new address of a path; empty when people do not reach the web server. */
    public Optional<SecretAddress> to(String path) {
        return root.map(each -> {
            String token = token();
            return new SecretAddress(URI.create(each + path + "?token=" + token), token);
        });
    }

    /** Returns 43 characters of the alphabet of URLs that nobody can guess. */
    public String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
