/**
 * Personal data in text: recognised and left out of what is sent to groups. Pure.
 */
package vn.loa.text.privacy;
