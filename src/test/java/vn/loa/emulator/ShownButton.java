package vn.loa.emulator;

/**
 * A button under a message.
 *
 * @param label what people see
 * @param url where it leads, or an empty string
 * @param data what it sends back when pressed, or an empty string
 */
public record ShownButton(String label, String url, String data) {}
