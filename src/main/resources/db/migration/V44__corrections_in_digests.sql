-- What digests tell of corrections, where messages cannot be changed: the revision of an article that a digest told, for
-- the message that stands in the chat with an older one. told_at: when that digest was worded; it may not have arrived.
CREATE TABLE digest_correction (
  message_id BIGINT NOT NULL REFERENCES message (id),
  article_id BIGINT NOT NULL REFERENCES article (id),
  revision   INTEGER NOT NULL,
  told_at    BIGINT NOT NULL,
  PRIMARY KEY (message_id, article_id)
);
