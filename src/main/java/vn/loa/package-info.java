/**
 * The top of the house: {@link vn.loa.Loa}, the command line, and {@link vn.loa.App}, the composition root, where
 * everything the program is made of is put together, started and stopped in order. No decisions of its own.
 */
package vn.loa;
