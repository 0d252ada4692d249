/**
 * The files of the embedded database and what stands beside them: rights, the lock of the folder, copies, the
 * disk's room, the key of secrets, and errors of the machine told in one line. No table is known here.
 */
@NullMarked
package vn.loa.store.file;

import org.jspecify.annotations.NullMarked;
