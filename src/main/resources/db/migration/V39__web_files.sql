-- Files for people on channels that carry none. Only a link's digest is kept; the link works once. person: who asked for it.
CREATE TABLE web_file (
  digest     TEXT PRIMARY KEY,
  person     TEXT NOT NULL,
  name       TEXT NOT NULL,
  content    ${bytes} NOT NULL,
  expires_at BIGINT NOT NULL
);

-- Files that operators send to Loa through a page. A link's digest until a file came, which is empty before; afterwards the
-- file, until it was looked at. person: the operator.
CREATE TABLE web_upload (
  digest     TEXT PRIMARY KEY,
  person     TEXT NOT NULL,
  content    ${bytes} NOT NULL,
  received   INTEGER NOT NULL,
  expires_at BIGINT NOT NULL
);
