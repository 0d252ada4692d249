-- Which node asks a host something at this moment, so that the host has one visitor at a time whatever is asked for.
-- visitor: the life of a node, as in node, empty when none asks; free_at: when the visit is over at the latest, or, after
-- it, not before then the next one may begin; next_visitor: the node that waits and comes next, until next_until. All in
-- the database's time.
CREATE TABLE host_visit (
  host         TEXT PRIMARY KEY,
  visitor      TEXT NOT NULL,
  free_at      BIGINT NOT NULL,
  next_visitor TEXT NOT NULL DEFAULT '',
  next_until   BIGINT NOT NULL DEFAULT 0
);
