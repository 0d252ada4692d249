-- Hosts that have asked to be left alone, over restarts and for all nodes. closed_until: in the database's time;
-- wait_millis: for how long they asked, for when the clock is put back.
CREATE TABLE closed_host (
  host         TEXT PRIMARY KEY,
  closed_until BIGINT NOT NULL,
  wait_millis  BIGINT NOT NULL
);
