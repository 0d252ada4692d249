package vn.loa.web;

import java.util.Set;

/** Answers requests at one address of the {@link WebServer}. Called on several threads at once. */
public interface WebRoute {
    /** Returns the whole path, for example {@code /zalo/oa}; it begins with a slash and is compared exactly. */
    String path();

    /** Returns the methods it takes, in upper case; others are answered with a 405. */
    default Set<String> methods() {
        return Set.of("POST");
    }

    /**
     * Returns the longest body that it takes, in bytes; a longer one is answered with a 413. A body that may be longer than
     * usual has more time to come, so such a one should be allowed to those alone whose address shows that they may.
     *
     * @param query what stands behind the path, before the body is read
     */
    default int largestBody(FormFields query) {
        return WebServer.LARGEST_BODY;
    }

    /**
     * Answers quickly: a request that takes longer than {@link WebServer#REQUEST_LIMIT} in all is cut off. An exception
     * becomes a 500 that tells nothing of it.
     */
    WebAnswer handle(WebRequest request);
}
