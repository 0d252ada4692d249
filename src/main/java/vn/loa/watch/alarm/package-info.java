/**
 * When a source's trouble is told and to whom: how long a source must be ill or well, a portal's clock that
 * differs, alarms that are damped. No page is read here.
 */
@NullMarked
package vn.loa.watch.alarm;

import org.jspecify.annotations.NullMarked;
