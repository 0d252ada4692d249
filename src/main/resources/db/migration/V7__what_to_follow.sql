-- What topics, communes and keywords an article holds, of those that anybody follows. Filled and emptied again within
-- the transaction that enters the article's deliveries.
CREATE TABLE found (
  article_id BIGINT NOT NULL REFERENCES article (id),
  kind       TEXT NOT NULL,
  value      TEXT NOT NULL,
  PRIMARY KEY (article_id, kind, value)
);
CREATE INDEX subscription_named ON subscription (kind, value);
