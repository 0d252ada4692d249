package vn.loa.command.broadcast;

import java.util.OptionalLong;
import vn.loa.model.Chat;
import vn.loa.model.Unit;
import vn.loa.store.chat.UnitStore;

/** Tells for which unit a chat speaks. */
public final class ChatPlace {
    private final UnitStore units;

    public ChatPlace(UnitStore units) {
        this.units = units;
    }

    /** Returns the name of the chat's unit; empty when it has none. */
    String of(Chat chat) {
        OptionalLong unit = units.of(chat.id());
        return unit.isPresent() ? units.byId(unit.getAsLong()).map(Unit::name).orElse("") : "";
    }
}
