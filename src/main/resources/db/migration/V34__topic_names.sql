-- How the topics of forums are called; a topic's title in chat begins with its forum's.
CREATE TABLE forum_topic (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  topic_id    TEXT NOT NULL,
  name        TEXT NOT NULL,
  PRIMARY KEY (bot, external_id, topic_id)
);
