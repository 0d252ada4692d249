-- When a chat wants to hear ordinary news. A chat without a row hears them at once. Times of day are civil times, hh:mm.
CREATE TABLE speaking_times (
  chat_id      BIGINT PRIMARY KEY REFERENCES chat (id),
  digests      TEXT NOT NULL,
  quiet_from   TEXT,
  quiet_to     TEXT,
  quiet_mode   TEXT,
  working_days INTEGER NOT NULL,
  paused_until BIGINT,
  changed_by   TEXT NOT NULL,
  changed_at   BIGINT NOT NULL
);

-- The digests that were begun. What is accepted afterwards belongs to a later one, whatever the clock says.
CREATE TABLE digest (
  chat_id BIGINT NOT NULL REFERENCES chat (id),
  slot    BIGINT NOT NULL,
  PRIMARY KEY (chat_id, slot)
);

-- A delivery with a slot waits for it, together with the others of its chat. One that is alone never joins others.
ALTER TABLE delivery ADD COLUMN slot BIGINT;
ALTER TABLE delivery ADD COLUMN alone INTEGER NOT NULL DEFAULT 0;
CREATE INDEX delivery_slot ON delivery (chat_id, slot) WHERE slot IS NOT NULL;
