/**
 * Official documents: their number, kind, issuer, date, subject, signer, recipients and deadlines, read from plain text
 * and file names. Pure: text goes in, what is clear in it comes out; a part that is not clear is left out.
 */
@NullMarked
package vn.loa.document;

import org.jspecify.annotations.NullMarked;
