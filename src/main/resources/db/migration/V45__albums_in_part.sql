-- Which file of an album a part shows, counted from 0; nothing for words that went apart.
ALTER TABLE delivery_part ADD COLUMN file INTEGER;

-- The files of an album that goes one by one and have not arrived: the reason is empty while a file is still to be sent.
CREATE TABLE delivery_missing (
  delivery_id BIGINT NOT NULL,
  file        INTEGER NOT NULL,
  reason      TEXT NOT NULL,
  told        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (delivery_id, file)
);

-- The parts of announcements that were taken back and still stand in a chat, and why.
CREATE TABLE delivery_remaining (
  delivery_id BIGINT NOT NULL,
  external_id TEXT NOT NULL,
  file        INTEGER,
  reason      TEXT NOT NULL,
  told        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (delivery_id, external_id)
);
