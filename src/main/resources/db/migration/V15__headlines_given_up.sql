-- A headline whose page the portal says does not exist is given up in the end, and stays known.
ALTER TABLE headline ADD COLUMN given_up_at BIGINT;
