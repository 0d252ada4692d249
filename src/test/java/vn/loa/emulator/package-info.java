/**
 * A strict Telegram Bot API for tests: a real HTTP server on loopback that holds chats, people and messages, refuses
 * what Telegram refuses with Telegram's own words, keeps its limits when asked to, breaks in the ways networks break,
 * and writes down everything that happened. It knows nothing of Loa and nothing of a test framework, so it serves
 * end-to-end tests and a harness that starts the program as another process alike.
 *
 * <pre>{@code
 * try (BotApiEmulator telegram = BotApiEmulator.start()) {
 *     Person an = telegram.person("An");
 *     EmulatedChat group = telegram.group("Thôn Đông").admin(an);
 *     // the program under test polls telegram.url() with telegram.token()
 *     group.says(an, "/theodoi");
 *     ShownMessage answer = group.awaitMessage(shown -> shown.text().contains("theo dõi"));
 *     group.press(an, answer, "Bỏ theo dõi");
 *     telegram.faults().on("sendMessage").in(group).refuse(403, "Forbidden: bot was kicked from the group chat");
 * }
 * }</pre>
 *
 * <p>The rules are those of the Bot API documentation and of the observable behaviour of the public server
 * (github.com/tdlib/telegram-bot-api). What is not emulated: several bots at once, privacy mode, files' contents,
 * delivery to a webhook.
 */
package vn.loa.emulator;
