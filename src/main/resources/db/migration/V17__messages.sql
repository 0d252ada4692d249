-- A message that stands in a chat: what several deliveries may have travelled by. external_id: the platform's number of
-- it. correction_due: when to bring it up to date with its articles, NULL when it is. receipt_count_at: when its count of
-- receipts was shown last; receipt_count_due: when to show a new one, NULL when the shown one is right.
CREATE TABLE message (
  id                  ${identity},
  bot                 TEXT NOT NULL,
  chat_id             BIGINT NOT NULL REFERENCES chat (id),
  external_id         TEXT NOT NULL,
  sent_at             BIGINT NOT NULL,
  correction_due      BIGINT,
  correction_tries    INTEGER NOT NULL DEFAULT 0,
  receipt_count_at    BIGINT NOT NULL DEFAULT 0,
  receipt_count_due   BIGINT,
  receipt_count_tries INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX message_external ON message (chat_id, external_id);
CREATE INDEX message_sent ON message (sent_at);
CREATE INDEX message_correction ON message (bot, correction_due, id) WHERE correction_due IS NOT NULL;
CREATE INDEX message_receipt_count ON message (bot, receipt_count_due) WHERE receipt_count_due IS NOT NULL;

-- The articles that a message tells. first_revision: the revision it was sent with; shown_revision: the one it shows now.
CREATE TABLE message_article (
  message_id     BIGINT NOT NULL REFERENCES message (id),
  article_id     BIGINT NOT NULL,
  first_revision INTEGER NOT NULL,
  shown_revision INTEGER NOT NULL,
  PRIMARY KEY (message_id, article_id)
);

-- Until now a message was told by its chat and the platform's number. The smallest time that any of its deliveries was
-- due is the time at which the message was.
ALTER TABLE delivery RENAME COLUMN message_id TO external_id;
ALTER TABLE delivery ADD COLUMN message_id BIGINT REFERENCES message (id);
INSERT INTO message (bot, chat_id, external_id, sent_at, correction_due, correction_tries, receipt_count_at,
    receipt_count_due, receipt_count_tries)
  SELECT MIN(bot), chat_id, external_id, MIN(COALESCE(settled_at, created_at)), MIN(fix_due),
    MAX(CASE WHEN fix_due IS NULL THEN 0 ELSE fix_tries END), MAX(count_at), MIN(count_due),
    MAX(CASE WHEN count_due IS NULL THEN 0 ELSE count_tries END)
  FROM delivery WHERE state = 'SENT' AND external_id IS NOT NULL
  GROUP BY chat_id, external_id ORDER BY MIN(id);
UPDATE delivery SET message_id = (
    SELECT m.id FROM message m WHERE m.chat_id = delivery.chat_id AND m.external_id = delivery.external_id)
  WHERE state = 'SENT' AND external_id IS NOT NULL;
INSERT INTO message_article (message_id, article_id, first_revision, shown_revision)
  SELECT message_id, article_id, born, told FROM delivery WHERE message_id IS NOT NULL AND article_id IS NOT NULL;

DROP INDEX delivery_fix;
DROP INDEX delivery_message;
DROP INDEX delivery_count;
ALTER TABLE delivery DROP COLUMN external_id;
ALTER TABLE delivery DROP COLUMN told;
ALTER TABLE delivery DROP COLUMN born;
ALTER TABLE delivery DROP COLUMN fix_due;
ALTER TABLE delivery DROP COLUMN fix_tries;
ALTER TABLE delivery DROP COLUMN count_at;
ALTER TABLE delivery DROP COLUMN count_due;
ALTER TABLE delivery DROP COLUMN count_tries;
CREATE INDEX delivery_message ON delivery (message_id) WHERE message_id IS NOT NULL;

-- unconfirmed: how often a send ended without our knowing whether it arrived; unconfirmed_tries: how many of those count
-- against the delivery, because they did not end with the whole line.
ALTER TABLE delivery RENAME COLUMN unknowns TO unconfirmed_tries;
ALTER TABLE delivery RENAME COLUMN interrupted TO unconfirmed;
UPDATE delivery SET unconfirmed = unconfirmed + unconfirmed_tries WHERE unconfirmed_tries > 0;
CREATE INDEX delivery_unconfirmed ON delivery (id) WHERE unconfirmed > 0;

-- digest_at: the digest that a delivery waits for; no_digest: it must not travel with others.
DROP INDEX delivery_slot;
ALTER TABLE delivery RENAME COLUMN slot TO digest_at;
ALTER TABLE delivery RENAME COLUMN alone TO no_digest;
ALTER TABLE digest RENAME COLUMN slot TO digest_at;
CREATE INDEX delivery_digest ON delivery (chat_id, digest_at) WHERE digest_at IS NOT NULL;

ALTER TABLE headline RENAME COLUMN exactness TO precision;
ALTER TABLE article RENAME COLUMN exactness TO precision;
