-- Answers that people are still owed; outlives a restart. replaces: the platform's number of the message to change, NULL
-- for a new one. body: the message as JSON. tries: how often it was begun anew after a restart.
CREATE TABLE owed_answer (
  id       ${identity},
  bot      TEXT NOT NULL,
  chat_id  TEXT NOT NULL,
  topic_id TEXT NOT NULL,
  replaces TEXT,
  body     TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  tries    INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX owed_answer_bot ON owed_answer (bot, id);

-- All platforms' updates are written down first and handled afterwards. tries: how often an update was begun anew after a
-- restart, so that one which ends the program is not begun for ever.
ALTER TABLE received_update ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
INSERT INTO received_update (bot, update_key, body, received_at, handled)
  SELECT bot, update_id, '', handled_at, 1 FROM handled_update
  WHERE NOT EXISTS (SELECT 1 FROM received_update
    WHERE received_update.bot = handled_update.bot AND received_update.update_key = handled_update.update_id);

-- How many people are in a group, as the platform told last; asked again after a day.
CREATE TABLE chat_members (
  chat_id  BIGINT PRIMARY KEY REFERENCES chat (id),
  members  INTEGER NOT NULL,
  asked_at BIGINT NOT NULL
);
