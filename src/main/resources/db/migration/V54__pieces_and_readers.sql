-- The pieces, counted from 0, of messages too long for one of their platform that it has taken: a digest of what each says,
-- and its number there. What has gone is not said again when the rest has to wait.
CREATE TABLE delivery_piece (
  delivery_id BIGINT NOT NULL,
  number      INTEGER NOT NULL,
  digest      TEXT NOT NULL,
  external_id TEXT NOT NULL,
  PRIMARY KEY (delivery_id, number)
);
CREATE INDEX delivery_piece_external ON delivery_piece (external_id);

-- Which version of Loa has read an article last, so that what another one reads otherwise is no edit of it; empty where that is
-- not known.
ALTER TABLE article ADD COLUMN read_by TEXT NOT NULL DEFAULT '';
ALTER TABLE article DROP COLUMN reread;
DELETE FROM setting WHERE name = 'version';
