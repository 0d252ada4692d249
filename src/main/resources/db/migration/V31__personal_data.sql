-- People ask what is kept of them, and old names and lines are forgotten.
CREATE INDEX receipt_person ON receipt (person);
CREATE INDEX receipt_age ON receipt (at);
CREATE INDEX audit_age ON audit (at);
