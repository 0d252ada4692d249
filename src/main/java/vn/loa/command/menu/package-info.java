/**
 * Parts of menus: entries, pages, presses and buttons that run commands.
 */
package vn.loa.command.menu;
