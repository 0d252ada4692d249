/**
 * Roles: which person may do what where, which chats a person manages, and how the first operator proves it.
 */
@NullMarked
package vn.loa.command.role;

import org.jspecify.annotations.NullMarked;
