package vn.loa.store.chat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import vn.loa.model.Chat;
import vn.loa.model.Unit;
import vn.loa.store.ChatRow;
import vn.loa.store.Columns;
import vn.loa.store.Database;
import vn.loa.text.Folding;

/** The administrative units and which chats belong to them. */
public final class UnitStore {
    /** Written for a day that nobody said; sorts before and after every date of four digits. */
    private static final String ALWAYS_WAS = "0000-00-00";

    private static final String GOES_ON = "9999-99-99";

    private final Database database;

    public UnitStore(Database database) {
        this.database = database;
    }

    /** Adds a unit with its first name; returns its number. */
    public long add(OptionalLong parent, Unit.Name name) {
        return database.serial(handle -> {
            long id = handle.createQuery("INSERT INTO unit (id, parent)"
                            + " SELECT COALESCE(MAX(id), 0) + 1, CAST(:parent AS BIGINT) FROM unit RETURNING id")
                    .bind("parent", parent.isPresent() ? Long.valueOf(parent.getAsLong()) : null)
                    .mapTo(Long.class)
                    .one();
            insert(id, name);
            return id;
        });
    }

    private void insert(long id, Unit.Name name) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO unit_name (unit_id, name, folded, valid_from, valid_to)
                        VALUES (:unit, :name, :folded, :from, :to)
                        """)
                .bind("unit", id)
                .bind("name", name.text())
                .bind("folded", Folding.fold(name.text()))
                .bind(
                        "from",
                        name.from().equals(LocalDate.MIN)
                                ? ALWAYS_WAS
                                : name.from().toString())
                .bind(
                        "to",
                        name.to().equals(LocalDate.MAX) ? GOES_ON : name.to().toString())
                .execute());
    }

    /** From a day on the unit is called otherwise; its name of before ends the day before. */
    public void rename(long id, String name, LocalDate from) {
        database.transaction(() -> {
            end(id, from.minusDays(1));
            insert(id, new Unit.Name(name, from, LocalDate.MAX));
            database.write(handle -> handle.createUpdate("UPDATE chat SET usual_name = :name WHERE unit_id = :unit")
                    .bind("name", name)
                    .bind("unit", id)
                    .execute());
        });
    }

    /** The unit exists up to this day. */
    public void end(long id, LocalDate last) {
        database.write(handle -> handle.createUpdate(
                        "UPDATE unit_name SET valid_to = :last WHERE unit_id = :unit AND valid_to > :last")
                .bind("last", last.toString())
                .bind("unit", id)
                .execute());
    }

    /** All units that are or were, by number. */
    public List<Unit> all() {
        record Row(long id, OptionalLong parent, Unit.Name name) {}
        List<Row> rows = database.read(handle -> handle.createQuery("""
                        SELECT u.id, u.parent, n.name, n.valid_from, n.valid_to
                        FROM unit u JOIN unit_name n ON n.unit_id = u.id ORDER BY u.id, n.valid_from, n.valid_to
                        """)
                .map((row, context) -> new Row(
                        row.getLong("id"),
                        Columns.optionalLong(row, "parent"),
                        new Unit.Name(
                                row.getString("name"),
                                from(row.getString("valid_from")),
                                to(row.getString("valid_to")))))
                .list());
        Map<Long, Unit> units = new LinkedHashMap<>();
        for (Row row : rows) {
            List<Unit.Name> names = new ArrayList<>(
                    units.containsKey(row.id()) ? units.get(row.id()).names() : List.of());
            names.add(row.name());
            units.put(row.id(), new Unit(row.id(), row.parent(), names));
        }
        return List.copyOf(units.values());
    }

    private static LocalDate from(String text) {
        return text.equals(ALWAYS_WAS) ? LocalDate.MIN : LocalDate.parse(text);
    }

    private static LocalDate to(String text) {
        return text.equals(GOES_ON) ? LocalDate.MAX : LocalDate.parse(text);
    }

    public Optional<Unit> byId(long id) {
        return all().stream().filter(unit -> unit.id() == id).findFirst();
    }

    /** These units and all within them. */
    public Set<Long> within(Set<Long> ids) {
        Set<Long> within = new HashSet<>(ids);
        List<Unit> all = all();
        boolean grown = true;
        while (grown) {
            grown = within.addAll(all.stream()
                    .filter(unit -> unit.parent().isPresent()
                            && within.contains(unit.parent().getAsLong()))
                    .map(Unit::id)
                    .toList());
        }
        return within;
    }

    /** The unit of a chat; empty when it belongs to none. */
    public OptionalLong of(long chatId) {
        return database.read(handle -> handle.createQuery("SELECT unit_id FROM chat WHERE id = :chat")
                .bind("chat", chatId)
                .map((row, context) -> Columns.optionalLong(row, "unit_id"))
                .findOne()
                .orElse(OptionalLong.empty()));
    }

    /** The unit of each chat that belongs to one. */
    public Map<Long, Long> ofChats() {
        return database.read(handle -> handle.createQuery("SELECT id, unit_id FROM chat WHERE unit_id IS NOT NULL")
                .map((row, context) -> Map.entry(row.getLong("id"), row.getLong("unit_id")))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The chats of a unit itself, the oldest first. */
    public List<Chat> chats(long unitId) {
        return database.read(handle -> handle.createQuery("SELECT * FROM chat WHERE unit_id = :unit ORDER BY id")
                .bind("unit", unitId)
                .map(ChatRow::chat)
                .list());
    }

    /** Our numbers of the chats of these units and of all units within them. */
    public Set<Long> chatsWithin(Set<Long> unitIds) {
        Set<Long> units = within(unitIds);
        return units.isEmpty()
                ? Set.of()
                : database.read(handle -> handle.createQuery("SELECT id FROM chat WHERE unit_id IN (<units>)")
                        .bindList("units", List.copyOf(units))
                        .mapTo(Long.class)
                        .set());
    }

    /** From now on the chat belongs to this unit, whose name it has unless it has one of its own, or to none. */
    public void assign(long chatId, OptionalLong unit) {
        unit.ifPresent(id -> database.write(handle ->
                handle.createUpdate("""
                        UPDATE chat SET usual_name =
                          (SELECT name FROM unit_name WHERE unit_id = :unit ORDER BY valid_from DESC LIMIT 1)
                        WHERE id = :chat
                        """).bind("unit", id).bind("chat", chatId).execute()));
        database.write(handle -> handle.createUpdate("UPDATE chat SET unit_id = :unit WHERE id = :chat")
                .bind("unit", unit.isPresent() ? Long.valueOf(unit.getAsLong()) : null)
                .bind("chat", chatId)
                .execute());
    }
}
