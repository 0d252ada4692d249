-- The ids that groups had before their platform gave them another one, and the id that each has now. Messages that were sent
-- before have ids of the form NUMBER@CHAT, for the new chat numbers its own from the beginning.
CREATE TABLE former_chat (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  moved_to    TEXT NOT NULL,
  PRIMARY KEY (bot, external_id)
);
