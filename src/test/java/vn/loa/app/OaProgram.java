package vn.loa.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import vn.loa.config.ConfigException;
import vn.loa.emulator.FreePort;
import vn.loa.emulator.ZaloOaEmulator;

/** The whole program with one Official Account of an emulated Zalo. */
final class OaProgram implements AutoCloseable {
    final ZaloOaEmulator zalo;
    final URI webhook;
    final App app;

    /**
     * Starts the program.
     *
     * @param operator Zalo's number of the person who operates it
     * @param ofAccount further keys of the account
     * @param further sections of the configuration
     */
    OaProgram(Path data, ZaloOaEmulator zalo, String operator, String ofAccount, String further)
            throws IOException, ConfigException {
        this.zalo = zalo;
        int port = FreePort.find();
        this.webhook = URI.create("http://127.0.0.1:" + port + "/zalo/oa");
        String yaml = """
            data: '%s/data'
            web: {port: %d}
            zalo:
              digests: []
              oa: {app-id: '%s', app-secret: '%s', secret-key: '%s', refresh-token: '%s', api-url: '%s', oauth-url: '%s'%s}
            operators: ['zalo:%s']
            %s
            """.formatted(
                        data,
                        port,
                        ZaloOaEmulator.APP_ID,
                        ZaloOaEmulator.APP_SECRET,
                        ZaloOaEmulator.OA_SECRET,
                        zalo.refreshToken(),
                        zalo.url(),
                        zalo.url(),
                        ofAccount,
                        operator,
                        further);
        this.app = new App(Settings.of("test", yaml), null, InstantSource.system());
        app.start();
    }

    @Override
    public void close() {
        app.close();
        zalo.close();
    }
}
