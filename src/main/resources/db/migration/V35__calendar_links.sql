-- The address at which a chat's deadlines and events stand as a calendar. Only a digest is kept, so that whoever reads the
-- database or a backup of it sees no calendar.
CREATE TABLE calendar_link (
  chat_id    BIGINT PRIMARY KEY REFERENCES chat (id),
  digest     TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
);
