-- People ask what is kept of them, and old names and lines are forgotten.
CREATE INDEX receipt_person ON receipt (person);
CREATE INDEX receipt_age ON receipt (at);
CREATE INDEX audit_age ON audit (at);

-- Other hosts on which a source's articles may stand, separated by commas.
ALTER TABLE source ADD COLUMN hosts TEXT NOT NULL DEFAULT '';
