/**
 * YAML read into sections with their places in the file, and all that is wrong with them collected. Which
 * sections there are is not known here.
 */
@NullMarked
package vn.loa.config.yaml;

import org.jspecify.annotations.NullMarked;
