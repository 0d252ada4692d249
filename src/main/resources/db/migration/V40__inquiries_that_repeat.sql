-- A question that is asked again and again. inquiry_id: the round that was asked last. repeats: WEEKLY or MONTHLY.
-- first_at: when its first round was asked, from which the others are counted. next_at: when the next one is due.
CREATE TABLE inquiry_round (
  inquiry_id BIGINT NOT NULL PRIMARY KEY REFERENCES inquiry (id),
  repeats    TEXT NOT NULL,
  first_at   BIGINT NOT NULL,
  next_at    BIGINT NOT NULL
);
