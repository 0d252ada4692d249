/**
 * The web pages of operators: status, chats, sources, commands. They only show; whatever changes something goes through
 * the commands, on behalf of the operator whose session it is, so there is no second set of rules. The templates are in
 * {@code src/main/jte} and escape every value.
 */
@NullMarked
package vn.loa.web.page;

import org.jspecify.annotations.NullMarked;
