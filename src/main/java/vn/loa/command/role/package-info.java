/**
 * Roles: which person may do what where, which chats a person manages, and how the first operator proves it.
 */
package vn.loa.command.role;
