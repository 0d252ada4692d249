-- A headline whose page the portal says does not exist is given up in the end, and stays known.
ALTER TABLE headline ADD COLUMN given_up_at BIGINT;

-- Operators hear of a source's spam at most once a day; spam_untold: how many more there were since.
ALTER TABLE source ADD COLUMN spam_told_at BIGINT;
ALTER TABLE source ADD COLUMN spam_untold INTEGER NOT NULL DEFAULT 0;

-- What is settled is forgotten in the end.
CREATE INDEX delivery_settled ON delivery (settled_at) WHERE settled_at IS NOT NULL;
