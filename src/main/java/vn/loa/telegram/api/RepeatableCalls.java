package vn.loa.telegram.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Repeats a call at once, one time, when its connection broke: most often the server had closed it while it was idle.
 * Only what does no harm when it is done twice: questions, edits, acknowledgements of presses, menus. A new message is
 * left to its sender, who knows whether it may come twice; a time-out has cost enough time already.
 */
final class RepeatableCalls implements Interceptor {
    private static final Pattern REPEATABLE =
            Pattern.compile("(?:get|edit|answercallbackquery|setmy|deletemy|setmessagereaction|deletewebhook).*");

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ForeignAnswerException | NotWrittenException | InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            if (!repeatable(chain.request()) || chain.call().isCanceled()) {
                throw e;
            }
            return chain.proceed(chain.request());
        }
    }

    private static boolean repeatable(Request request) {
        String method = ApiPath.method(request.url()).toLowerCase(Locale.ROOT);
        return request.method().equals("GET") || REPEATABLE.matcher(method).matches();
    }
}
