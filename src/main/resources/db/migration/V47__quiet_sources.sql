-- site_compared_at: when a quiet list was last held against the rest of its site. site_newer: the address of a newer
-- article that the site showed then, empty for none. quiet_told: what operators were told of its quiet, the name of a
-- kind of problem; empty until they are, and again when it has news.
ALTER TABLE source_watch ADD COLUMN site_compared_at BIGINT;
ALTER TABLE source_watch ADD COLUMN site_newer TEXT NOT NULL DEFAULT '';
ALTER TABLE source_watch ADD COLUMN quiet_told TEXT NOT NULL DEFAULT '';
UPDATE source_watch SET told = 0, quiet_told = 'STALE'
WHERE told = 1 AND source_id IN (SELECT id FROM source WHERE problem = 'STALE');
