-- Times are milliseconds since 1970-01-01T00:00Z. ${identity} is the dialect's self-numbering key.

CREATE TABLE source (
  id            TEXT PRIMARY KEY,
  name          TEXT NOT NULL,
  url           TEXT NOT NULL,
  portal        TEXT NOT NULL,
  every_ms      BIGINT,
  cron          TEXT,
  rules         TEXT NOT NULL,
  options       TEXT NOT NULL,
  origin        TEXT NOT NULL,
  paused        INTEGER NOT NULL,
  first_good    BIGINT,
  last_check    BIGINT,
  last_good     BIGINT,
  not_before    BIGINT,
  failures      INTEGER NOT NULL DEFAULT 0,
  health        TEXT NOT NULL DEFAULT 'OK',
  health_since  BIGINT,
  problem       TEXT,
  detail        TEXT,
  listed        INTEGER NOT NULL DEFAULT 0,
  etag          TEXT,
  last_modified TEXT
);

-- An item of a list whose page is still to be read. A silent one was there at the source's first check.
CREATE TABLE headline (
  source_id    TEXT NOT NULL REFERENCES source (id),
  article_key  TEXT NOT NULL,
  position     BIGINT NOT NULL,
  url          TEXT NOT NULL,
  title        TEXT NOT NULL,
  published    BIGINT,
  exactness    TEXT NOT NULL,
  teaser       TEXT NOT NULL,
  category     TEXT NOT NULL,
  image        TEXT,
  silent       INTEGER NOT NULL,
  attempts     INTEGER NOT NULL DEFAULT 0,
  next_try     BIGINT NOT NULL,
  last_error   TEXT NOT NULL DEFAULT '',
  found_at     BIGINT NOT NULL,
  PRIMARY KEY (source_id, article_key)
);

CREATE TABLE article (
  id           ${identity},
  article_key  TEXT NOT NULL UNIQUE,
  source_id    TEXT NOT NULL,
  url          TEXT NOT NULL,
  title        TEXT NOT NULL,
  published    BIGINT,
  exactness    TEXT NOT NULL,
  lead         TEXT NOT NULL,
  paragraphs   TEXT NOT NULL,
  category     TEXT NOT NULL,
  author       TEXT NOT NULL,
  image        TEXT,
  attachments  TEXT NOT NULL,
  sentences    TEXT NOT NULL,
  event_date   TEXT,
  folded       TEXT NOT NULL,
  folded_category TEXT NOT NULL,
  first_seen   BIGINT NOT NULL,
  revision     INTEGER NOT NULL,
  withdrawn    INTEGER NOT NULL,
  missing      INTEGER NOT NULL DEFAULT 0,
  next_visit   BIGINT
);
CREATE INDEX article_visit ON article (source_id, next_visit) WHERE next_visit IS NOT NULL;
CREATE INDEX article_newest ON article (COALESCE(published, first_seen), id);

-- The lists an article was seen in, with the title it had there.
CREATE TABLE listing (
  source_id    TEXT NOT NULL,
  article_id   BIGINT NOT NULL REFERENCES article (id),
  title        TEXT NOT NULL,
  seen_at      BIGINT NOT NULL,
  PRIMARY KEY (source_id, article_id)
);
CREATE INDEX listing_article ON listing (article_id);

CREATE TABLE chat (
  id            ${identity},
  bot           TEXT NOT NULL,
  external_id   TEXT NOT NULL,
  topic_id      TEXT NOT NULL,
  kind          TEXT NOT NULL,
  title         TEXT NOT NULL,
  state         TEXT NOT NULL,
  closed_reason TEXT NOT NULL DEFAULT '',
  approved      INTEGER NOT NULL,
  created_at    BIGINT NOT NULL,
  hold_until    BIGINT NOT NULL DEFAULT 0,
  UNIQUE (bot, external_id, topic_id)
);

CREATE TABLE subscription (
  chat_id    BIGINT NOT NULL REFERENCES chat (id),
  kind       TEXT NOT NULL,
  value      TEXT NOT NULL,
  label      TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (chat_id, kind, value)
);

-- A message of Loa's own to some chats: to operators, or an announcement by hand.
CREATE TABLE notice (
  id         ${identity},
  topic      TEXT NOT NULL,
  body       TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

-- The ledger. A row is settled when it was sent or will not be tried again.
CREATE TABLE delivery (
  id          ${identity},
  bot         TEXT NOT NULL,
  chat_id     BIGINT NOT NULL REFERENCES chat (id),
  article_id  BIGINT REFERENCES article (id),
  notice_id   BIGINT REFERENCES notice (id),
  priority    INTEGER NOT NULL,
  state       TEXT NOT NULL,
  due_at      BIGINT NOT NULL,
  lease_until BIGINT,
  fence       BIGINT NOT NULL DEFAULT 0,
  attempts    INTEGER NOT NULL DEFAULT 0,
  unknowns    INTEGER NOT NULL DEFAULT 0,
  interrupted INTEGER NOT NULL DEFAULT 0,
  message_id  TEXT,
  last_error  TEXT NOT NULL DEFAULT '',
  created_at  BIGINT NOT NULL,
  settled_at  BIGINT
);
CREATE UNIQUE INDEX delivery_article ON delivery (article_id, chat_id);
CREATE UNIQUE INDEX delivery_notice ON delivery (notice_id, chat_id);
CREATE INDEX delivery_due ON delivery (bot, priority, due_at, id) WHERE state = 'QUEUED';
CREATE INDEX delivery_leased ON delivery (lease_until) WHERE state = 'SENDING';
CREATE INDEX delivery_open ON delivery (chat_id, priority, id) WHERE settled_at IS NULL;
CREATE INDEX delivery_dead ON delivery (settled_at) WHERE state = 'DEAD';

-- What a bot has to remember across a restart.
CREATE TABLE bot (
  bot        TEXT PRIMARY KEY,
  hold_until BIGINT NOT NULL,
  reason     TEXT NOT NULL
);

CREATE TABLE handled_update (
  bot        TEXT NOT NULL,
  update_id  TEXT NOT NULL,
  handled_at BIGINT NOT NULL,
  PRIMARY KEY (bot, update_id)
);
CREATE INDEX handled_update_age ON handled_update (handled_at);

CREATE TABLE operator (
  person     TEXT PRIMARY KEY,
  granted_by TEXT NOT NULL,
  granted_at BIGINT NOT NULL
);

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- Who changed what. Only ever added to.
CREATE TABLE audit (
  id     ${identity},
  at     BIGINT NOT NULL,
  actor  TEXT NOT NULL,
  action TEXT NOT NULL,
  detail TEXT NOT NULL
);
