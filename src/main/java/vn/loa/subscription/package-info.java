/**
 * The things that can be followed (everything, a source, a category, a topic, a keyword, a filter line) and the one
 * rule by which a text matches them. Pure; stores and commands call it.
 */
@NullMarked
package vn.loa.subscription;

import org.jspecify.annotations.NullMarked;
