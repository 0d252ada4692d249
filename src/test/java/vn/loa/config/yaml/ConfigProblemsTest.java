package vn.loa.config.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.config.Configs;

class ConfigProblemsTest {
    private final Configs configs = new Configs();

    @Test
    void a_zalo_bot_cannot_have_the_name_of_the_official_account() {
        String yaml = "zalo: {bots: [{name: oa, token: \"123456789:abcdefghijklmnopqrstuvwxyz0123456789\"}]}";

        assertThat(configs.complaints(yaml))
                .singleElement()
                .asString()
                .contains("zalo.bots[0].name", "is the name of something else; give the bot another name");
    }

    @Test
    void zalo_brings_updates_over_https_only() {
        String yaml = "{web: {port: 8080}, zalo: {webhook: {url: \"http://loa.example.vn\", secret: bi-mat-12345678}}}";

        assertThat(configs.complaints(yaml))
                .singleElement()
                .asString()
                .contains("zalo.webhook.url", "Zalo brings updates over HTTPS only; write https://");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
        String yaml = """
                timezone: Asia/Ho_Chi_Minh
                access: aproval
                operators: [telegram:1, telegram:-100123, telegram:1]
                telegram:
                  pictures: maybe
                  poll-timeout: 2m
                sources:
                  - id: vhxh
                    url: phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi
                    every: 10 phút
                  - name: No id, no url
                    portal: hanoi63
                    cron: 0 0 25 * * ?
                fetch:
                  max-size: 5MB
                """;

        assertThat(configs.complaints(yaml))
                .containsExactly(
                        "loa.yaml:1: timezone: is an unknown key; did you mean time-zone?",
                        "loa.yaml:2: access: \"aproval\" is unknown; did you mean approval?",
                        "loa.yaml:3: operators[1]: \"telegram:-100123\" is not a person; "
                                + "write the platform, a colon and the person's number, such as telegram:123456789",
                        "loa.yaml:3: operators[2]: \"telegram:1\" stands already in line 3; keep one of the two",
                        "loa.yaml:5: telegram.pictures: \"maybe\" is neither true nor false; write true or false",
                        "loa.yaml:6: telegram.poll-timeout: \"2m\" is too much; write a duration from 0s to 50s",
                        "loa.yaml:9: sources[0].url: \"phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi\" is not a whole address; "
                                + "write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm",
                        "loa.yaml:10: sources[0].every: \"10 phút\" is not a duration; "
                                + "write a whole number with ms, s, m, h or d, such as 90s, 10m, 1h30m or 2d",
                        "loa.yaml:11: sources[1].id: is missing; "
                                + "write up to 40 letters (a-z), digits, -, _ or ., such as phuxuyen-vhxh",
                        "loa.yaml:11: sources[1].url: is missing; "
                                + "write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm",
                        "loa.yaml:12: sources[1].portal: \"hanoi63\" is unknown; did you mean hanoi62?",
                        "loa.yaml:13: sources[1].cron: \"0 0 25 * * ?\" is not a cron expression "
                                + "(Hour values must be between 0 and 23); write a Quartz cron expression in quotes, "
                                + "such as \"0 0/10 6-21 ? * MON-SAT\"",
                        "loa.yaml:15: fetch.max-size: \"5MB\" is not a size; "
                                + "write a whole number with B, KiB, MiB or GiB, such as 512KiB or 5MiB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    time-zone: Asia/Hanoi         | 1: time-zone: "Asia/Hanoi" is not a time zone; write a name of the time-zone database, such as Asia/Ho_Chi_Minh
                    acess: open                   | 1: acess: is an unknown key; did you mean access?
                    Access: open                  | 1: Access: is an unknown key; did you mean access?
                    mail: x                       | 1: mail: is an unknown key; known here: web, data, time-zone, database, backup, telegram, zalo, access, operators, fetch, attachments, sources, announce-within, delivery, privacy, broadcast, letterhead, log
                    access: everybody             | 1: access: "everybody" is unknown; write one of open, approval, invite
                    access: [open]                | 1: access: is not a single value; write one of open, approval, invite
                    telegram: on                  | 1: telegram: "on" is not a group of keys; write key: value lines, indented
                    operators: telegram:1         | 1: operators: "telegram:1" is not a list; write a line that begins with - for each item, or []
                    operators: [telegram: 1]      | 1: operators[0]: is not a single value; write the platform, a colon and the person's number, such as telegram:123456789
                    operators: ["telegram:@chi"]  | 1: operators[0]: "telegram:@chi" is not a person; write the platform, a colon and the person's number, such as telegram:123456789
                    operators: [~]                | 1: operators[0]: is empty; write the platform, a colon and the person's number, such as telegram:123456789
                    sources: [a]                  | 1: sources[0]: "a" is not a group of keys; write key: value lines, indented
                    telegram: {rates: {bot-per-second: -1}}      | 1: telegram.rates.bot-per-second: "-1" is too little; write a whole number from 0 to 10000
                    telegram: {rates: {bot-per-second: 1.5}}     | 1: telegram.rates.bot-per-second: "1.5" is not such a number; write a whole number from 0 to 10000
                    telegram: {api-url: "https://a.vn/bot"}      | 1: telegram.api-url: "https://a.vn/bot" has too much in it; write scheme, host and port only, such as https://api.telegram.org or http://127.0.0.1:8081
                    telegram: {api-url: "a.vn:8081"}             | 1: telegram.api-url: "a.vn:8081" is not a whole address; write scheme, host and port only, such as https://api.telegram.org or http://127.0.0.1:8081
                    telegram: {proxy: "http://proxy"}            | 1: telegram.proxy: "http://proxy" has no port; write http://host:port, http://user:password@host:port or socks5://host:port
                    telegram: {proxy: "socks4://proxy:1"}        | 1: telegram.proxy: "socks4://proxy:1" is not a proxy Loa knows; write http://host:port, http://user:password@host:port or socks5://host:port
                    fetch: {user-agent: "Loa ở xã"}              | 1: fetch.user-agent: "Loa ở xã" cannot stand in an HTTP header; write plain ASCII, at most 300 characters
                    fetch: {extra-ca: [/nowhere.pem]}            | 1: fetch.extra-ca[0]: "/nowhere.pem" cannot be read; write the path of a PEM file with the certificates a portal leaves out
                    fetch: {extra-ca: [pom.xml]}                 | 1: fetch.extra-ca[0]: "pom.xml" holds no certificates; write the path of a PEM file with the certificates a portal leaves out
                    fetch: {timeouts: {connect: 1m}}             | 1: fetch.timeouts.whole: is shorter than connect or read; write at least 1m
                    fetch: {max-size: 1KiB}                      | 1: fetch.max-size: "1KiB" is too little; write a size from 64KiB to 64MiB
                    delivery: {retry: {first: 2m, longest: 60s}} | 1: delivery.retry.longest: "60s" is shorter than first; write at least 2m
                    delivery: {retry: {give-up: 30m}}            | 1: delivery.retry.give-up: "30m" is shorter than longest; write at least 1h
                    delivery: {quiet-hours: {from: 25:00}}       | 1: delivery.quiet-hours.from: "25:00" is not a time of day; write hours and minutes, such as "21:30"
                    delivery: {quiet-hours: {to: "21:30"}}       | 1: delivery.quiet-hours.to: "21:30" is the same as from; write another time, or mode: off for no quiet hours
                    delivery: {quiet-hours: {mode: hold}}        | 1: delivery.quiet-hours.mode: "hold" is unknown; did you mean held?
                    delivery: {digest-items: 0}                  | 1: delivery.digest-items: "0" is too little; write a whole number from 1 to 40
                    data: pom.xml                                | 1: data: "pom.xml" is a file; write the path of a folder; it is made when it does not exist
                    log: {level: verbose}                        | 1: log.level: "verbose" is unknown; write one of error, warn, info, debug, trace
                    log: {format: jsn}                           | 1: log.format: "jsn" is unknown; did you mean json?
                    data: ${LOA_NOWHERE}                         | 1: data: "${LOA_NOWHERE}" needs the environment variable LOA_NOWHERE, which is not set; set LOA_NOWHERE or LOA_NOWHERE_FILE, or give a default: ${LOA_NOWHERE:default}
                    """)
    void a_mistake_is_told_with_its_line_its_key_its_value_and_what_would_be_right(String yaml, String complaint) {
        assertThat(configs.complaints(yaml)).containsExactly("loa.yaml:" + complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hosts: ["https://a.vn"] | hosts[0]: "https://a.vn" is not the name of a host; write names alone, such as [tin.hanoi.gov.vn]
                    every: 0s               | every: "0s" is too little; write a duration from 1s to 31d
                    every: 600              | every: "600" is not a duration; write a whole number with ms, s, m, h or d, such as 90s, 10m, 1h30m or 2d
                    jitter: 20m             | jitter: "20m" is longer than every; write at most 15m
                    id: a b                 | id: "a b" is not a short plain word; write up to 40 letters (a-z), digits, -, _ or ., such as phuxuyen-vhxh
                    url: ftp://a.vn/        | url: "ftp://a.vn/" is neither http:// nor https://; write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm
                    url: https://a_b.vn/    | url: "https://a_b.vn/" has no proper host; write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm
                    url: http://a.vn:25/    | url: "http://a.vn:25/" has a port that is none of the web's; write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm
                    url: https://a.vn:99999 | url: "https://a.vn:99999" has a port that does not exist; write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm
                    url: https://a b.vn/    | url: "https://a b.vn/" is not an address; write a whole address, such as https://phuxuyen.hanoi.gov.vn/tin-tieu-diem.htm
                    rules: {item: x}        | rules: are only for portal: custom; take them away or write portal: custom
                    portal: custom          | portal: "custom" needs to be told how to read the page; write rules: and the selectors below it
                    ignore-robots: yes      | ignore-robots: "yes" is neither true nor false; write true or false
                    evry: 5m                | evry: is an unknown key; did you mean every?
                    """)
    void a_mistake_in_a_source_is_told(String line, String complaint) {
        String key = line.substring(0, line.indexOf(':'));
        String source = "sources:\n  - name: Tin\n    " + line + "\n"
                + (key.equals("id") ? "" : "    id: x\n")
                + (key.equals("url") ? "" : "    url: https://x.vn/\n");

        assertThat(configs.complaints(source)).containsExactly("loa.yaml:3: sources[0]." + complaint);
    }

    @Test
    void the_same_thing_twice_is_told_with_both_places() {
        String yaml = """
                access: open
                access: invite
                sources:
                  - id: a
                    url: http://a.vn/tin
                  - id: A
                    url: https://A.vn:443/tin/
                    url: https://b.vn/
                  - id: c
                    url: https://a.vn/tin?trang=2
                """;

        assertThat(configs.complaints(yaml))
                .containsExactly(
                        "loa.yaml:2: access: stands already in line 1; keep one of the two",
                        "loa.yaml:6: sources[1].id: \"A\" is the same as sources[0].id in line 4; keep one of the two",
                        "loa.yaml:7: sources[1].url: \"https://A.vn:443/tin/\" is the same as sources[0].url in line 5; "
                                + "keep one of the two",
                        "loa.yaml:8: sources[1].url: stands already in line 7; keep one of the two");
    }

    @Test
    void every_and_cron_exclude_each_other() {
        String yaml = """
                sources:
                  - id: a
                    url: http://a.vn/tin
                    every: 10m
                    cron: 0 0 7 * * ?
                """;

        assertThat(configs.complaints(yaml))
                .containsExactly(
                        "loa.yaml:5: sources[0].cron: \"0 0 7 * * ?\" is given besides every; keep one of the two");
    }

    @Test
    void a_mistyped_portal_is_told_once_although_its_rules_cannot_be_looked_at() {
        String yaml = """
                sources:
                  - id: a
                    url: http://a.vn/tin
                    portal: cutsom
                    rules: {item: .tin}
                """;

        assertThat(configs.complaints(yaml))
                .containsExactly("loa.yaml:4: sources[0].portal: \"cutsom\" is unknown; did you mean custom?");
    }

    @Test
    void wrong_rules_are_told_where_they_stand() {
        String yaml = """
                sources:
                  - id: a
                    url: http://a.vn/tin
                    portal: custom
                    rules:
                      article:
                        titel: h1
                """;

        assertThat(configs.complaints(yaml))
                .containsExactly(
                        "loa.yaml:5: sources[0].rules: have no item",
                        "loa.yaml:7: sources[0].rules.article.titel: \"h1\" is no rule");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `name: a: b`          | 1: not YAML at column 8 (mapping values are not allowed here)
                    `access:\\n\\topen`   | 2: not YAML at column 1 (found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation))
                    `a: "open`            | 1: not YAML at column 9 (found unexpected end of stream)
                    `a: [1, 2`            | 1: not YAML at column 9 (expected ',' or ']', but got <stream end>)
                    """)
    void what_is_not_yaml_is_told_with_line_and_column(String yaml, String complaint) {
        assertThat(configs.complaints(yaml.translateEscapes()))
                .containsExactly("loa.yaml:" + complaint.replace("\\\\", "\\")
                        + "; indent with blanks, not tabs, and put a value with \": \" or \" #\" in it in quotes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                         | loa.yaml: there are no settings in it; write lines like key: value
                    `# nothing\\n`             | loa.yaml: there are no settings in it; write lines like key: value
                    `hello`                    | loa.yaml: these are not settings; write lines like key: value
                    `- a`                      | loa.yaml: these are not settings; write lines like key: value
                    `access: open\\n---\\na: b`| loa.yaml:3: a second document begins here; keep all settings in one
                    `data: &d x\\naccess: *d`  | loa.yaml:2: access: aliases (*name) are not read here; write the value out
                    """)
    void yaml_that_is_no_configuration_is_told(String yaml, String complaint) {
        assertThat(configs.complaints(yaml.translateEscapes())).containsExactly(complaint);
    }

    @Test
    void brackets_without_end_are_told_and_not_followed() {
        for (String open : List.of("[", "{a: ")) {
            String deep = "access: " + open.repeat(5_000) + (open.equals("[") ? "]" : "}").repeat(5_000);
            assertThat(configs.complaints(deep))
                    .contains("loa.yaml:1: brackets in brackets without end; write at most 20 levels");
        }
    }

    @Test
    void a_value_is_shown_on_one_line_and_cut_when_long() {
        String yaml = "access: \"two\\nlines\\u001b[2J " + "x".repeat(500) + "\"";

        assertThat(configs.complaints(yaml))
                .containsExactly("loa.yaml:1: access: \"two\\nlines\\u001b[2J " + "x".repeat(60)
                        + "…\" is unknown; write one of open, approval, invite");
    }
}
