/** Commands that make the news into something to be read aloud or put up: a script for loudspeakers, a bulletin. */
@NullMarked
package vn.loa.command.broadcast;

import org.jspecify.annotations.NullMarked;
