/** Commands about official documents: finding them, and the deadlines that they set. */
package vn.loa.command.document;
