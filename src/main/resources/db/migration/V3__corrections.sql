-- What people can see of an edit of an article: a comma-separated list of what changed, empty when nothing they see did.
CREATE TABLE article_edit (
  article_id BIGINT NOT NULL REFERENCES article (id),
  revision   INTEGER NOT NULL,
  at         BIGINT NOT NULL,
  changes    TEXT NOT NULL,
  PRIMARY KEY (article_id, revision)
);

-- told: the revision of the article that the message tells. fix_due: when to bring the message up to date, NULL for never.
ALTER TABLE delivery ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE delivery ADD COLUMN fix_due BIGINT;
ALTER TABLE delivery ADD COLUMN fix_tries INTEGER NOT NULL DEFAULT 0;
CREATE INDEX delivery_fix ON delivery (bot, fix_due, id) WHERE fix_due IS NOT NULL;
CREATE INDEX delivery_message ON delivery (chat_id, message_id) WHERE message_id IS NOT NULL;
