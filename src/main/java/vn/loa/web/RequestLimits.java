package vn.loa.web;

import java.time.Duration;

/**
 * Limits the time that a client may take.
 *
 * @param head from the first byte of a request to the end of its headers
 * @param whole from the first byte of a request to the end of its answer
 */
record RequestLimits(Duration head, Duration whole) {}
