-- Hosts that have asked to be left alone, over restarts and for all nodes. closed_until: in the database's time;
-- wait_millis: for how long they asked, for when the clock is put back.
CREATE TABLE closed_host (
  host         TEXT PRIMARY KEY,
  closed_until BIGINT NOT NULL,
  wait_millis  BIGINT NOT NULL
);

-- Which node checks a source of a host, so that two never do at once. life: as in node, empty when none does; free_at: not
-- before then the next one may begin, in the database's time.
CREATE TABLE host_turn (
  host    TEXT PRIMARY KEY,
  life    TEXT NOT NULL,
  free_at BIGINT NOT NULL
);

-- Which node reads a source, as in node: its end tells over which source it died.
ALTER TABLE source_watch ADD COLUMN reading_by TEXT NOT NULL DEFAULT '';

-- On a server, the tables of Quartz's clustered job store; elsewhere nothing.
${quartz}
