-- Zalo Official Accounts. account: Zalo's number of it; name: as people see it; added_by: who asked for the link by which it
-- consented, empty for the account of the configuration, whose number was only learned; changed_at: of the last consent, so
-- that every node sees that there are other tokens.
CREATE TABLE oa_account (
  bot        TEXT PRIMARY KEY,
  account    TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  added_by   TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

-- One-time links by which an account consents. Only the digest of a link's state is kept. verifier: the secret of the code
-- challenge (RFC 7636), encrypted; person: who asked for the link, and has to be an operator still when it is used.
CREATE TABLE oa_consent (
  digest     TEXT PRIMARY KEY,
  verifier   TEXT NOT NULL,
  person     TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
