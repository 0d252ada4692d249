package vn.loa.app;

import java.util.Optional;
import vn.loa.command.broadcast.Templates;
import vn.loa.command.broadcast.Voice;
import vn.loa.command.office.Letterhead;
import vn.loa.config.BroadcastConfig;
import vn.loa.config.LetterheadConfig;
import vn.loa.voice.VoiceCommand;

/** Makes what scripts, bulletins and tables need, as the configuration says. */
final class Broadcasting {
    private Broadcasting() {}

    static Templates templates(BroadcastConfig config) {
        return new Templates(config.templates());
    }

    static Letterhead letterhead(LetterheadConfig config) {
        return new Letterhead(config.superior(), config.issuer(), config.place(), config.signer());
    }

    static Voice voice(BroadcastConfig config) {
        Optional<VoiceCommand> command = Optional.of(config.voice())
                .filter(words -> !words.isEmpty())
                .map(words -> new VoiceCommand(words, config.longest()));
        return new Voice(command, config.fileType());
    }
}
