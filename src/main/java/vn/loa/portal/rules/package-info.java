/**
 * The rules of known portal systems as data: their YAML form, its binding and its checks. Reading a page by them
 * happens in {@code vn.loa.portal}.
 */
@NullMarked
package vn.loa.portal.rules;

import org.jspecify.annotations.NullMarked;
