/**
 * The child process that reads one document: tells its form by its content and takes the text out of it, within bounds,
 * with PDFBox, POI, jsoup and, for scans, Tesseract. Nothing of it is loaded in the main process.
 */
@NullMarked
package vn.loa.attachment.extract;

import org.jspecify.annotations.NullMarked;
