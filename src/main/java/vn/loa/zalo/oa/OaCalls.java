package vn.loa.zalo.oa;

import okhttp3.Request;

/** Calls the API with an access token; one that is refused is replaced once, for a refused call had no effect. */
final class OaCalls {
    private final OaHttp http;
    private final OaTokens tokens;

    OaCalls(OaHttp http, OaTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /** @throws OaException when there is no access token to call with */
    OaHttp.Ending call(Request request) throws OaException {
        String token = tokens.current();
        OaHttp.Ending first = http.call(with(token, request));
        return OaErrors.tokenRefused(first) ? http.call(with(tokens.insteadOf(token), request)) : first;
    }

    private static Request with(String token, Request request) {
        return request.newBuilder().header("access_token", token).build();
    }
}
