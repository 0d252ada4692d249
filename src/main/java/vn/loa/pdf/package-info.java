/** Printed pages (PDF) of Word documents that Loa has filled. Knows nothing of the rest of Loa but {@code docx}. */
@NullMarked
package vn.loa.pdf;

import org.jspecify.annotations.NullMarked;
