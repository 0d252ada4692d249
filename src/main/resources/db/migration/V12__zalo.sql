-- What came in on platforms that hand an update out only once: written down first, handled afterwards.
CREATE TABLE received_update (
  id          ${identity},
  bot         TEXT NOT NULL,
  update_key  TEXT NOT NULL,
  body        TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  handled     INTEGER NOT NULL DEFAULT 0,
  UNIQUE (bot, update_key)
);
CREATE INDEX received_update_waiting ON received_update (bot, id) WHERE handled = 0;

-- How many messages of a bot's monthly plan are spent; month: yyyy-mm in civil time. warned: whether operators know.
CREATE TABLE bot_month (
  bot    TEXT NOT NULL,
  month  TEXT NOT NULL,
  spent  INTEGER NOT NULL,
  warned INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (bot, month)
);
