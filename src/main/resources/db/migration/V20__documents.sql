-- An official document as articles, attachments or file names show it; one, however many articles have it. number_key: the
-- folded number; '' for a document whose number is not known. issued_on: ISO 8601. folded: what is searched.
CREATE TABLE document (
  id         ${identity},
  number_key TEXT NOT NULL,
  number     TEXT NOT NULL,
  kind       TEXT,
  issuer     TEXT NOT NULL,
  place      TEXT NOT NULL,
  issued_on  TEXT,
  subject    TEXT NOT NULL,
  signer     TEXT NOT NULL,
  recipients TEXT NOT NULL,
  folded     TEXT NOT NULL,
  entered_at BIGINT NOT NULL
);
CREATE INDEX document_number ON document (number_key);
CREATE INDEX document_day ON document (issued_on);

CREATE TABLE document_article (
  document_id BIGINT NOT NULL REFERENCES document (id),
  article_id  BIGINT NOT NULL REFERENCES article (id),
  position    INTEGER NOT NULL,
  PRIMARY KEY (document_id, article_id)
);
CREATE INDEX document_article_article ON document_article (article_id);

-- A deadline that an article sets. due_on, due_time: ISO 8601, civil; of a recurring one the first. dropped_at: when an
-- edit of the article took it away.
CREATE TABLE deadline (
  id         ${identity},
  article_id BIGINT NOT NULL REFERENCES article (id),
  position   INTEGER NOT NULL,
  due_on     TEXT NOT NULL,
  due_time   TEXT,
  recurrence TEXT NOT NULL,
  task       TEXT NOT NULL,
  recipient  TEXT NOT NULL,
  sentence   TEXT NOT NULL,
  entered_at BIGINT NOT NULL,
  dropped_at BIGINT
);
CREATE INDEX deadline_article ON deadline (article_id);
CREATE INDEX deadline_due ON deadline (due_on) WHERE dropped_at IS NULL;

-- Which chats were reminded of which day of a deadline, how many days before it.
CREATE TABLE deadline_reminder (
  deadline_id BIGINT NOT NULL REFERENCES deadline (id),
  chat_id     BIGINT NOT NULL REFERENCES chat (id),
  due_on      TEXT NOT NULL,
  days_before INTEGER NOT NULL,
  reminded_at BIGINT NOT NULL,
  PRIMARY KEY (deadline_id, chat_id, due_on, days_before)
);

-- Which chats have said that it is done; due_on is '' but for a recurring deadline, so that a corrected day changes nothing.
CREATE TABLE deadline_done (
  deadline_id BIGINT NOT NULL REFERENCES deadline (id),
  chat_id     BIGINT NOT NULL REFERENCES chat (id),
  due_on      TEXT NOT NULL,
  person      TEXT NOT NULL,
  name        TEXT NOT NULL,
  done_at     BIGINT NOT NULL,
  PRIMARY KEY (deadline_id, chat_id, due_on)
);
