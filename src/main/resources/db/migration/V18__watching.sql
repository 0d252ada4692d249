-- What the watch remembers of a source beside how its last check went. next_check: when it is due, over restarts.
-- reading_since: a page of it is being read; when the program starts and finds this, it died over the reading.
-- last_whole: when its list last came whole, not as "unchanged". ill, well: checks in a row; told: operators know that
-- it is ill; untold: how often it fell ill again since told_at without their being told.
CREATE TABLE source_watch (
  source_id         TEXT PRIMARY KEY,
  next_check        BIGINT,
  reading_since     BIGINT,
  reading_deaths    INTEGER NOT NULL DEFAULT 0,
  last_whole        BIGINT,
  skipped           INTEGER NOT NULL DEFAULT 0,
  ill               INTEGER NOT NULL DEFAULT 0,
  well              INTEGER NOT NULL DEFAULT 0,
  told              INTEGER NOT NULL DEFAULT 0,
  told_at           BIGINT,
  untold            INTEGER NOT NULL DEFAULT 0,
  addresses_told_at BIGINT
);
INSERT INTO source_watch (source_id, told, told_at)
SELECT id, CASE WHEN health = 'OK' THEN 0 ELSE 1 END, CASE WHEN health = 'OK' THEN NULL ELSE health_since END FROM source;

-- What a source's list showed, one row an article: under which address and guid it is known now, and where it stood.
CREATE TABLE list_item (
  source_id   TEXT NOT NULL,
  article_key TEXT NOT NULL,
  address_key TEXT NOT NULL,
  url         TEXT NOT NULL,
  guid        TEXT NOT NULL DEFAULT '',
  title       TEXT NOT NULL,
  published   BIGINT,
  position    INTEGER NOT NULL DEFAULT 0,
  seen_at     BIGINT NOT NULL,
  PRIMARY KEY (source_id, article_key)
);
CREATE INDEX list_item_seen ON list_item (source_id, seen_at);
INSERT INTO list_item (source_id, article_key, address_key, url, title, published, seen_at)
SELECT l.source_id, a.article_key, a.article_key, a.url, l.title, a.published, l.seen_at
FROM listing l JOIN article a ON a.id = l.article_id;
INSERT INTO list_item (source_id, article_key, address_key, url, title, published, seen_at)
SELECT source_id, article_key, article_key, url, title, published, found_at FROM headline
WHERE NOT EXISTS (SELECT 1 FROM list_item i
  WHERE i.source_id = headline.source_id AND i.article_key = headline.article_key);

-- Messages to operators that nobody could be told yet.
ALTER TABLE notice ADD COLUMN unheard INTEGER NOT NULL DEFAULT 0;
