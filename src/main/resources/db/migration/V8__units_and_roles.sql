-- Administrative units. Their names have dates, for units were merged and names used again when the districts ended on
-- 1 July 2025. Dates are civil, yyyy-mm-dd; the day valid_to still counts.
CREATE TABLE unit (
  id     ${identity},
  parent BIGINT REFERENCES unit (id)
);
CREATE TABLE unit_name (
  unit_id    BIGINT NOT NULL REFERENCES unit (id),
  name       TEXT NOT NULL,
  folded     TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to   TEXT NOT NULL
);
CREATE INDEX unit_name_unit ON unit_name (unit_id);

-- given_name: what an operator calls the chat; an empty string where its own title will do.
ALTER TABLE chat ADD COLUMN unit_id BIGINT REFERENCES unit (id);
ALTER TABLE chat ADD COLUMN given_name TEXT NOT NULL DEFAULT '';
CREATE INDEX chat_unit ON chat (unit_id) WHERE unit_id IS NOT NULL;

-- Who looks after the chats of a unit and of the units within it.
CREATE TABLE manager (
  person     TEXT NOT NULL,
  unit_id    BIGINT NOT NULL REFERENCES unit (id),
  granted_by TEXT NOT NULL,
  granted_at BIGINT NOT NULL,
  PRIMARY KEY (person, unit_id)
);

-- Who administers a chat by our own list: platforms that know no roles have no other, elsewhere it adds to theirs.
CREATE TABLE chat_admin (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  person      TEXT NOT NULL,
  granted_by  TEXT NOT NULL,
  granted_at  BIGINT NOT NULL,
  PRIMARY KEY (bot, external_id, person)
);

-- One-time codes that let a chat in. Only a code's digest is kept. wishes: what the chat is to follow, one a line.
CREATE TABLE invitation (
  digest     TEXT PRIMARY KEY,
  unit_id    BIGINT REFERENCES unit (id),
  wishes     TEXT NOT NULL,
  created_by TEXT NOT NULL,
  expires_at BIGINT NOT NULL
);
