/**
 * The consent of Official Accounts through Loa's own web server (OAuth v4 with a code challenge): the one-time links that
 * operators hand out, and what Zalo brings back. What comes for a code is asked for by {@code zalo.oa}.
 */
@NullMarked
package vn.loa.zalo.oa.consent;

import org.jspecify.annotations.NullMarked;
