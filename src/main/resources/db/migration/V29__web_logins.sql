-- One-time links to the web pages, and the sessions that they began. Only digests are kept, so that whoever reads the
-- database or a backup of it gets in nowhere. person: who may come in; bot, external_id: that person's private chat.
CREATE TABLE web_link (
  digest      TEXT PRIMARY KEY,
  person      TEXT NOT NULL,
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  expires_at  BIGINT NOT NULL
);

CREATE TABLE web_session (
  digest      TEXT PRIMARY KEY,
  person      TEXT NOT NULL,
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  expires_at  BIGINT NOT NULL
);
