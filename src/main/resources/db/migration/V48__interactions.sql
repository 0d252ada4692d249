-- When persons last turned to an account that may write to them only for a time after that. heard_at: as it was seen or the
-- platform told it; NULL when it is not known. asked_at: when the platform was asked last, noted before it is asked; told:
-- whether it answered. reminded: whether a message has said that the time is nearly over. chat_trouble has the kind
-- WINDOW_CLOSED from here on: the person has not written for so long that messages wait.
CREATE TABLE interaction (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  heard_at    BIGINT,
  asked_at    BIGINT,
  told        INTEGER NOT NULL DEFAULT 0,
  reminded    INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bot, external_id)
);

-- A digest of what waited until the person wrote again tells the newest first.
ALTER TABLE digest ADD COLUMN newest_first INTEGER NOT NULL DEFAULT 0;
