/**
 * Documents that articles offer for download, to text: fetches one into a file, has it read in a child process with
 * bounds on memory, time and output, and takes the text. Nothing here looks into a document itself; that is done in
 * {@code attachment.extract}, which only the child loads.
 */
@NullMarked
package vn.loa.attachment;

import org.jspecify.annotations.NullMarked;
