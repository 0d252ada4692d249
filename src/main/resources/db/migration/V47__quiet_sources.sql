-- site_compared_at: when a quiet list was last held against the rest of its site. quiet_told: what operators were told of
-- its quiet, the name of a kind of problem; empty while it is not quiet, or they do not know.
ALTER TABLE source_watch ADD COLUMN site_compared_at BIGINT;
ALTER TABLE source_watch ADD COLUMN quiet_told TEXT NOT NULL DEFAULT '';
UPDATE source_watch SET told = 0, quiet_told = 'STALE'
WHERE told = 1 AND source_id IN (SELECT id FROM source WHERE problem = 'STALE');
