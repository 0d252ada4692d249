-- Who has acknowledged which announcement, and how: BUTTON, REPLY or REACTION.
CREATE TABLE receipt (
  delivery_id BIGINT NOT NULL,
  person      TEXT NOT NULL,
  name        TEXT NOT NULL,
  at          BIGINT NOT NULL,
  how         TEXT NOT NULL,
  PRIMARY KEY (delivery_id, person)
);

-- The chats that want to be asked for receipts.
CREATE TABLE receipt_chat (
  chat_id BIGINT PRIMARY KEY REFERENCES chat (id),
  since   BIGINT NOT NULL
);

-- born: the revision that the message told first. count_due: when to show a new count of receipts, NULL when it is shown.
ALTER TABLE delivery ADD COLUMN born INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN count_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN count_due BIGINT;
CREATE INDEX delivery_count ON delivery (bot, count_due) WHERE count_due IS NOT NULL;
