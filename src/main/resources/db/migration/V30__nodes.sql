-- Which node runs a bot, on a server that several share. fence counts the owners; owned_until is in the database's time.
CREATE TABLE bot_owner (
  bot         TEXT PRIMARY KEY,
  owner       TEXT NOT NULL,
  node        TEXT NOT NULL,
  fence       BIGINT NOT NULL,
  owned_until BIGINT NOT NULL
);

-- The nodes that run, and a digest of what each is configured to do; alive_until is in the database's time.
CREATE TABLE node (
  life          TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  configuration TEXT NOT NULL,
  alive_until   BIGINT NOT NULL
);
