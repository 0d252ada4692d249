-- Sources that operators add and rest by command stand beside those of the configuration.
-- held: an operator let it rest; paused: the configuration does not name it any more.
ALTER TABLE source ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN added_at BIGINT NOT NULL DEFAULT 0;
