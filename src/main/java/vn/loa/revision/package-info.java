/** Two revisions of an article compared: what changed for those who read it. Pure. */
package vn.loa.revision;
