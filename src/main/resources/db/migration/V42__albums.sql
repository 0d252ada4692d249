-- The parts of a message that went in several: its words (words = 1), noted when their files are still to follow, so that
-- they are not sent again, and its files, so that all are deleted with it and a reply to any of them counts.
CREATE TABLE delivery_part (
  delivery_id BIGINT NOT NULL,
  external_id TEXT NOT NULL,
  words       INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, external_id)
);
CREATE INDEX delivery_part_external ON delivery_part (external_id);
