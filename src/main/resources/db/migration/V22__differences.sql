-- What an edit of an article changed, part by part: what the part said before and says since. Several edits of one part
-- are summed up by the first "was" and the last "becomes".
CREATE TABLE article_difference (
  article_id BIGINT NOT NULL REFERENCES article (id),
  revision   INTEGER NOT NULL,
  part       TEXT NOT NULL,
  was        TEXT NOT NULL,
  becomes    TEXT NOT NULL,
  PRIMARY KEY (article_id, revision, part)
);
