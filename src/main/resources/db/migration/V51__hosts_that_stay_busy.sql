-- Since when a source, or an attachment, has come to no turn at its host, which others keep busy; nothing once it has.
ALTER TABLE source_watch ADD COLUMN busy_since BIGINT;
ALTER TABLE attachment ADD COLUMN busy_since BIGINT;
