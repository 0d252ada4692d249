-- usual_name: what a chat is called whose platform tells no title and to which nobody gave a name: its unit, or the group
-- of whoever brought the bot there.
ALTER TABLE chat ADD COLUMN usual_name TEXT NOT NULL DEFAULT '';

-- People as their platforms call them; id: the number by which people name each other where the platform's own is long.
CREATE TABLE person (
  id         ${identity},
  person_key TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  seen_at    BIGINT NOT NULL
);
