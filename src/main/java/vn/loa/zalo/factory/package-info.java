/**
 * The configuration's section {@code zalo}, and the bots and Official Accounts that it makes of what the other rooms of
 * the channel offer. The rest of the program asks for a bot here and knows none of its parts.
 */
@NullMarked
package vn.loa.zalo.factory;

import org.jspecify.annotations.NullMarked;
