package vn.loa.telegram.api;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import vn.loa.delivery.channel.SendPermission;

/**
 * Tells failures before the request was written from later ones. OkHttp runs network interceptors once the connection
 * stands, TLS included; what fails earlier (no name, no route, refused, connect time-out) cannot have arrived.
 */
final class WriteWatch implements Interceptor {
    private static final class Written {
        private volatile boolean begun;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Written written = new Written();
        Request watched =
                chain.request().newBuilder().tag(Written.class, written).build();
        try {
            return chain.proceed(watched);
        } catch (IOException e) {
            throw written.begun ? e : new NotWrittenException(e);
        }
    }

    /**
     * The part that runs when the connection stands. It also drops Retry-After from a 503, for OkHttp would obey a
     * zero there by sending the request a second time, whatever {@code retryOnConnectionFailure} says.
     */
    static Response written(Chain chain) throws IOException {
        SendPermission.check();
        Written written = chain.request().tag(Written.class);
        if (written != null) {
            written.begun = true;
        }
        Response response = chain.proceed(chain.request());
        return response.code() == 503
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
