/**
 * Parts of menus: entries, pages, presses and buttons that run commands.
 */
@NullMarked
package vn.loa.command.menu;

import org.jspecify.annotations.NullMarked;
