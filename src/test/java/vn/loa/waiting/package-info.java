/** Waiting for programs in processes of their own: for how long, and what to tell when it was in vain. */
package vn.loa.waiting;
