-- A document that an article offers for download, and its text. state: WAITING, READ, or FAILED with its reason in
-- last_error. place: its place in the article. next_try: when it is fetched, the first time or to see whether it
-- changed; never when it is null. attempts: how often in a row it was tried in vain. quiet: 1 when the article is not
-- announced. type, ocr (recognised in pictures), cut (there is more of it) and pages: of the text. folded: its words to
-- search in. The file itself is not kept.
CREATE TABLE attachment (
  article_id    BIGINT NOT NULL REFERENCES article (id),
  url           TEXT NOT NULL,
  name          TEXT NOT NULL,
  place         INTEGER NOT NULL,
  quiet         INTEGER NOT NULL,
  state         TEXT NOT NULL,
  attempts      INTEGER NOT NULL,
  next_try      BIGINT,
  last_error    TEXT,
  sha256        TEXT,
  etag          TEXT,
  last_modified TEXT,
  type          TEXT,
  ocr           INTEGER NOT NULL,
  cut           INTEGER NOT NULL,
  pages         INTEGER NOT NULL,
  content       TEXT NOT NULL,
  folded        TEXT NOT NULL,
  read_at       BIGINT,
  PRIMARY KEY (article_id, url)
);
CREATE INDEX attachment_due ON attachment (next_try) WHERE next_try IS NOT NULL;
