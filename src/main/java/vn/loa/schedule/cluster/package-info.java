/**
 * Contains the timetable that several nodes share: {@link vn.loa.schedule.cluster.ClusteredTimetable} keeps the times of
 * checks in Quartz's clustered job store, on the database that the nodes share. Jobs are data, looked up by the node that
 * fires.
 */
@NullMarked
package vn.loa.schedule.cluster;

import org.jspecify.annotations.NullMarked;
