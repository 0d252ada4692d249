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

-- answers: how many of a month's messages were answers to people, which have a share of their own.
-- answers_told: whether operators know that it is used up.
ALTER TABLE bot_month ADD COLUMN answers INTEGER NOT NULL DEFAULT 0;
ALTER TABLE bot_month ADD COLUMN answers_told INTEGER NOT NULL DEFAULT 0;
