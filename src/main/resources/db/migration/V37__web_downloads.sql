-- One-time links to a backup. Only a link's digest is kept. person: who asked for it, and has to be an operator still when
-- the link is used; file: the backup on this machine.
CREATE TABLE web_download (
  digest     TEXT PRIMARY KEY,
  person     TEXT NOT NULL,
  file       TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
