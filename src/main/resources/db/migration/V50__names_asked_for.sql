-- When a platform was last asked how a person is called, where its messages do not tell; nothing where they do.
ALTER TABLE person ADD COLUMN name_asked_at BIGINT;
