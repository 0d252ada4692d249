-- The name by which the platform knew a person who changed something, as last seen; for the journal alone, rights never
-- come from it.
CREATE TABLE audit_person (
  person   TEXT PRIMARY KEY,
  name     TEXT NOT NULL,
  noted_at BIGINT NOT NULL
);
