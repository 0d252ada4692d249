/** Tables in the form of the office that hands them in: its letterhead, place and date, and who signs. Nothing here may send. */
@NullMarked
package vn.loa.command.office;

import org.jspecify.annotations.NullMarked;
