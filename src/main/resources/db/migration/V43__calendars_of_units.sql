-- The address at which the deadlines and events that a unit's chats were told stand as a calendar. Only a digest is kept.
CREATE TABLE unit_calendar_link (
  unit_id    BIGINT PRIMARY KEY REFERENCES unit (id),
  digest     TEXT NOT NULL UNIQUE,
  created_at BIGINT NOT NULL
);

-- How often a deadline was corrected, and when last: calendar programs take the entry with the highest number.
ALTER TABLE deadline ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0;
ALTER TABLE deadline ADD COLUMN corrected_at BIGINT;
