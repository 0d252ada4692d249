/**
 * What Loa remembers: one concrete store per aggregate, the migrations, and {@link vn.loa.store.Dialect}, the one seam
 * between databases. The only room with SQL and Jdbi; it decides nothing that needs a portal or a platform.
 */
package vn.loa.store;
