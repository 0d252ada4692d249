/**
 * Word documents from templates (ECMA-376, WordprocessingML), with the JDK's own zip and XML. Knows nothing of the rest
 * of Loa.
 */
@NullMarked
package vn.loa.docx;

import org.jspecify.annotations.NullMarked;
