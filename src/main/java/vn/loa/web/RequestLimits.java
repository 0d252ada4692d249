package vn.loa.web;

import java.time.Duration;

/**
 * Limits the time that a client may take.
 *
 * @param head from the connection, or the answer before, to the end of a request's headers
 * @param whole from the end of its headers to the end of its answer
 */
record RequestLimits(Duration head, Duration whole) {}
