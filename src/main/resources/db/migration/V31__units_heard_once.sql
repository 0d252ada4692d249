-- Units with chats on several channels that hear each announcement once: on the first channel that works.
-- platforms: the order of the channels, with commas; after_ms: how long a delivery may take before another chat gets it;
-- away_chat, away_since: the chat whose news go another way at present, of which operators were told.
CREATE TABLE unit_failover (
  unit_id    BIGINT PRIMARY KEY REFERENCES unit (id),
  platforms  TEXT NOT NULL,
  after_ms   BIGINT NOT NULL,
  since      BIGINT NOT NULL,
  away_chat  BIGINT,
  away_since BIGINT
);

-- The unit that a delivery is for, wherever it is told; empty for one that is for its chat alone.
ALTER TABLE delivery ADD COLUMN unit_id BIGINT;
ALTER TABLE delivery ADD COLUMN rerouted_at BIGINT NOT NULL DEFAULT 0;
CREATE UNIQUE INDEX delivery_article_unit ON delivery (article_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE UNIQUE INDEX delivery_notice_unit ON delivery (notice_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX delivery_unit_open ON delivery (unit_id) WHERE unit_id IS NOT NULL AND state <> 'SENT';

-- The chats that a delivery was taken from, since they could not be told. ended: it had been given up there.
CREATE TABLE delivery_reroute (
  delivery_id BIGINT NOT NULL,
  chat_id     BIGINT NOT NULL,
  at          BIGINT NOT NULL,
  reason      TEXT NOT NULL,
  ended       INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, chat_id)
);

-- The identities that one person has on several platforms: person is one of them, main the one that stands for all.
CREATE TABLE person_link (
  person    TEXT PRIMARY KEY,
  main      TEXT NOT NULL,
  linked_at BIGINT NOT NULL
);
CREATE INDEX person_link_main ON person_link (main);

CREATE TABLE person_link_code (
  digest     TEXT PRIMARY KEY,
  person     TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
