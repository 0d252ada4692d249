package vn.loa.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.loa.config.value.Secret;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;
import vn.loa.model.Access;
import vn.loa.model.PersonId;

/**
 * The settings of the whole program, checked.
 *
 * @param zone where the officials live; dates and cron expressions are read in it
 * @param data the folder of the embedded database
 * @param database the database on a server; empty for the embedded one
 * @param backup the daily backup of the embedded database
 * @param channels the channels' sections
 * @param web the HTTP server
 * @param access who may subscribe a chat
 * @param operators who looks after the whole of Loa
 * @param fetch how portals are fetched
 * @param attachments how articles' attachments are read
 * @param sources what is watched
 * @param announceWithin articles published longer ago are archived and not announced; zero for no limit
 * @param delivery how hard Loa tries
 * @param privacy how long personal data are kept
 * @param broadcast scripts for loudspeakers and bulletins
 * @param letterhead how tables for the office are headed
 * @param log what Loa writes about itself
 */
public record LoaConfig(
        ZoneId zone,
        Path data,
        Optional<DatabaseConfig> database,
        BackupConfig backup,
        ChannelConfigs channels,
        WebConfig web,
        Access access,
        List<PersonId> operators,
        FetchConfig fetch,
        AttachmentConfig attachments,
        List<SourceConfig> sources,
        Duration announceWithin,
        DeliveryConfig delivery,
        PrivacyConfig privacy,
        BroadcastConfig broadcast,
        LetterheadConfig letterhead,
        LogConfig log) {
    public LoaConfig {
        operators = List.copyOf(operators);
        sources = List.copyOf(sources);
    }

    static LoaConfig read(Section top, ConfigChecks checks, List<ChannelSection<?>> channels) {
        WebConfig web = WebConfig.read(top.section("web"));
        Path data = top.valueOr("data", "${LOA_DATA:data}", ValueTypes.folder()).orElse(Path.of("data"));
        return new LoaConfig(
                top.value("time-zone", ValueTypes.zone(), ZoneId.of("Asia/Ho_Chi_Minh")),
                data,
                DatabaseConfig.read(top.section("database")),
                BackupConfig.read(top.section("backup"), data),
                ChannelConfigs.read(channels, top, web),
                web,
                top.value("access", ValueTypes.choice(Access.class), Access.APPROVAL),
                top.list("operators", ValueTypes.person()),
                FetchConfig.read(top.section("fetch")),
                AttachmentConfig.read(top.section("attachments")),
                new SourcesReader(checks).read(top.sections("sources")),
                top.value(
                        "announce-within",
                        ValueTypes.duration(Duration.ZERO, Duration.ofDays(3650)),
                        Duration.ofDays(3)),
                DeliveryConfig.read(top.section("delivery")),
                PrivacyConfig.read(top.section("privacy")),
                BroadcastConfig.read(top.section("broadcast"), data),
                LetterheadConfig.read(top.section("letterhead")),
                LogConfig.read(top.section("log")));
    }

    /** Returns whether no bot has a token, so that the terminal is the only chat. */
    public boolean onTerminal() {
        return channels.botNames().isEmpty();
    }

    /** Returns how many bots have a token. */
    public int botCount() {
        return channels.botNames().size();
    }

    /** Returns every secret in the settings, so that the log can be told what to hide. */
    public List<Secret> secrets() {
        Stream<Secret> passwords = Stream.concat(channels.proxies(), fetch.proxy().stream())
                .flatMap(proxy -> proxy.login().stream())
                .map(ProxyConfig.Login::password);
        Stream<Secret> ofDatabase = database.stream().flatMap(each -> each.password().stream());
        return Stream.of(channels.secrets(), passwords, ofDatabase)
                .flatMap(each -> each)
                .toList();
    }
}
