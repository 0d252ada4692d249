-- How the topics of forums are called; a topic's title in chat begins with its forum's.
CREATE TABLE forum_topic (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  topic_id    TEXT NOT NULL,
  name        TEXT NOT NULL,
  PRIMARY KEY (bot, external_id, topic_id)
);

-- Who asked operators to let a chat in, and when; one row for a group with its topics, until it is decided. person: an
-- empty string when the platform did not say who.
CREATE TABLE approval_request (
  bot         TEXT NOT NULL,
  external_id TEXT NOT NULL,
  person      TEXT NOT NULL,
  asked_at    BIGINT NOT NULL,
  PRIMARY KEY (bot, external_id)
);
CREATE INDEX approval_request_person ON approval_request (person);
INSERT INTO approval_request (bot, external_id, person, asked_at)
  SELECT bot, external_id, '', MIN(created_at) FROM chat WHERE state = 'PENDING' GROUP BY bot, external_id;
