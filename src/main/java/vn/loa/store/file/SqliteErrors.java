package vn.loa.store.file;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Understands what SQLite answers instead of a result. See sqlite.org/rescode.html. */
public final class SqliteErrors {
    /** Extended codes carry the primary one in their lowest byte. */
    private static final int PRIMARY = 0xff;

    private static final Set<Integer> DAMAGE =
            Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

    private SqliteErrors() {}

    /** Returns what SQLite says when it, somewhere in this failure, found the file damaged or no database at all. */
    public static Optional<String> damage(Throwable failure) {
        return sqlite(failure)
                .filter(each -> DAMAGE.contains(code(each)))
                .map(each -> each.getResultCode().toString())
                .findFirst();
    }

    /** Returns whether the disk was full. */
    public static boolean full(Throwable failure) {
        return sqlite(failure).anyMatch(each -> code(each) == SQLiteErrorCode.SQLITE_FULL.code);
    }

    /** Returns whether a statement was ended because its time was over. */
    static boolean interrupted(Throwable failure) {
        return sqlite(failure).anyMatch(each -> code(each) == SQLiteErrorCode.SQLITE_INTERRUPT.code);
    }

    private static int code(SQLiteException failure) {
        return failure.getResultCode().code & PRIMARY;
    }

    private static Stream<SQLiteException> sqlite(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20)
                .filter(SQLiteException.class::isInstance)
                .map(SQLiteException.class::cast);
    }
}
