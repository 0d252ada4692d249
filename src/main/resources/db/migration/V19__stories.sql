-- The least hashes of an announced article's shingles, by which likely copies of it are found. seen_at: when it was first
-- read.
CREATE TABLE story_sketch (
  hash       BIGINT NOT NULL,
  seen_at    BIGINT NOT NULL,
  article_id BIGINT NOT NULL REFERENCES article (id),
  PRIMARY KEY (hash, seen_at, article_id)
);
CREATE INDEX story_sketch_age ON story_sketch (seen_at);

-- An article that tells a story which another portal brought before. story_id: the article that brought it first. like_id:
-- the article it was found like; repeated: in percent of the text; shared_facts of facts: numbers and names that are the
-- same. An operator may have parted it again.
CREATE TABLE story_copy (
  article_id   BIGINT PRIMARY KEY REFERENCES article (id),
  story_id     BIGINT NOT NULL REFERENCES article (id),
  like_id      BIGINT NOT NULL REFERENCES article (id),
  repeated     INTEGER NOT NULL,
  facts        INTEGER NOT NULL,
  shared_facts INTEGER NOT NULL,
  joined_at    BIGINT NOT NULL,
  parted_at    BIGINT
);
CREATE INDEX story_copy_story ON story_copy (story_id);

-- A chat that was not told a copy, because its message of the article told_id tells the story.
CREATE TABLE story_skip (
  article_id BIGINT NOT NULL REFERENCES article (id),
  chat_id    BIGINT NOT NULL REFERENCES chat (id),
  told_id    BIGINT NOT NULL REFERENCES article (id),
  PRIMARY KEY (article_id, chat_id)
);
CREATE INDEX story_skip_told ON story_skip (told_id, chat_id);
