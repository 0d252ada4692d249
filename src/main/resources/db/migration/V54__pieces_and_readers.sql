-- The pieces, counted from 0, of messages too long for one of their platform that it has taken: a digest of what each says,
-- and its number there. What has gone is not said again when the rest has to wait. One that another has replaced since,
-- because its words have changed, counts as -1 for the first, -2 for the second: people may still answer it.
CREATE TABLE delivery_piece (
  delivery_id BIGINT NOT NULL,
  number      INTEGER NOT NULL,
  digest      TEXT NOT NULL,
  external_id TEXT NOT NULL,
  PRIMARY KEY (delivery_id, number, external_id)
);
CREATE INDEX delivery_piece_external ON delivery_piece (external_id);

-- Which version of Loa has read an article last, so that what another one reads otherwise is no edit of it; empty where that is
-- not known. The column reread is not used any more; it stays for one version, as nodes of the one before may still run.
ALTER TABLE article ADD COLUMN read_by TEXT NOT NULL DEFAULT '';
DELETE FROM setting WHERE name = 'version';
