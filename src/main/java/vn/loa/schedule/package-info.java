/**
 * Contains the timetable: {@link vn.loa.schedule.Timetable} fires the check of each source, the dispatch of each bot
 * and the housekeeping. The only importer of Quartz; what is done at those times is not known here. Work that waits beside the
 * timetable runs on a thread of its own, {@link vn.loa.schedule.OwnThread}.
 */
@NullMarked
package vn.loa.schedule;

import org.jspecify.annotations.NullMarked;
