-- Since when a source, or an attachment, has come to no turn at its host, which others keep busy; nothing once it has.
ALTER TABLE source_watch ADD COLUMN busy_since BIGINT;
ALTER TABLE attachment ADD COLUMN busy_since BIGINT;

-- Before when an article came that stood in its source's first list; counts where its page shows no date.
ALTER TABLE article ADD COLUMN listed_before BIGINT;
DROP INDEX article_newest;
CREATE INDEX article_newest ON article (COALESCE(published, listed_before, first_seen), id);
