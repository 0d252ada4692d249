/**
 * The channel of a Zalo Official Account: messages to groups that the account itself made (GMF) and to persons who wrote
 * to it, and what is said there, which comes by webhook. {@link vn.loa.zalo.oa.OaChannel} is one account, put together;
 * {@link vn.loa.zalo.oa.OaBots} makes it for the program.
 *
 * <p>The API is the Official Account Open API v3.0 at {@code openapi.zalo.me} with OAuth v4 at
 * {@code oauth.zaloapp.com}. Its errors come with HTTP 200 and a number; only {@link vn.loa.zalo.oa.OaErrors} knows the
 * numbers. No reason, log line or exception of this room quotes what Zalo wrote, for it may echo a token.
 */
@NullMarked
package vn.loa.zalo.oa;

import org.jspecify.annotations.NullMarked;
