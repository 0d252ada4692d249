-- A platform chat, its topics included, that takes nothing at present. kind: MUTED, NOT_FOUND or GONE. told: operators
-- were told.
CREATE TABLE chat_trouble (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  kind        TEXT NOT NULL,
  reason      TEXT NOT NULL,
  since       BIGINT NOT NULL,
  tries       INTEGER NOT NULL,
  next_try    BIGINT NOT NULL,
  told        INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bot, external_id)
);

-- What is told in the general topic of a forum in place of a lost topic: once, by the delivery that came first.
CREATE TABLE general_topic (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  item        TEXT NOT NULL,
  delivery_id BIGINT NOT NULL,
  PRIMARY KEY (bot, external_id, item)
);
CREATE INDEX general_topic_delivery ON general_topic (delivery_id);

-- in_flight: a send has begun and has not ended. rescues: how often it was claimed when the program ended. suspect: how
-- often in a row it was begun to be worded, after so many rescues that it may be what ended the program.
ALTER TABLE delivery ADD COLUMN in_flight INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN rescues INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN suspect INTEGER NOT NULL DEFAULT 0;

-- An announcement by hand that its author has sent. recipients: numbers of chats. state: WAITING for a second person,
-- APPROVED, QUEUED in the ledger or CANCELLED. told_dead: how many of its chats that will not get it the author knows of.
CREATE TABLE announcement (
  notice_id  BIGINT PRIMARY KEY REFERENCES notice (id),
  author     TEXT NOT NULL,
  recipients TEXT NOT NULL,
  priority   INTEGER NOT NULL,
  send_at    BIGINT NOT NULL,
  state      TEXT NOT NULL,
  approver   TEXT,
  told_dead  INTEGER NOT NULL DEFAULT 0
);

-- amended_at: when its author corrected or recalled it; messages sent at most 48 hours before follow. recalled: 1 when it
-- was taken back. A message's amended_at: of when the words are that it shows; amend_due: not tried before.
ALTER TABLE notice ADD COLUMN amended_at BIGINT;
ALTER TABLE notice ADD COLUMN recalled INTEGER NOT NULL DEFAULT 0;
CREATE INDEX notice_amended ON notice (amended_at) WHERE amended_at IS NOT NULL;
ALTER TABLE message ADD COLUMN amended_at BIGINT;
ALTER TABLE message ADD COLUMN amend_due BIGINT;
ALTER TABLE message ADD COLUMN amend_tries INTEGER NOT NULL DEFAULT 0;

-- admitted: a person let the chat in, or invited it.
ALTER TABLE chat ADD COLUMN admitted INTEGER NOT NULL DEFAULT 0;
UPDATE chat SET admitted = approved;
