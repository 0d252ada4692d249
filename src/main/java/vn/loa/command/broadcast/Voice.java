package vn.loa.command.broadcast;

import java.util.Optional;
import vn.loa.voice.VoiceCommand;

/**
 * Speaks scripts.
 *
 * @param command the program; empty when none is configured
 * @param fileType the ending of its files
 */
public record Voice(Optional<VoiceCommand> command, String fileType) {
    /** Returns that there is none. */
    public static Voice none() {
        return new Voice(Optional.empty(), "");
    }
}
