-- repeats: DAILY, WEEKLY or MONTHLY for an announcement after which the next one of its kind is entered; empty for one that
-- goes once.
ALTER TABLE announcement ADD COLUMN repeats TEXT NOT NULL DEFAULT '';
