-- A question that an operator or a manager asks chats. kind: DONE, NUMBER, LINE or CHOICE. choices: JSON, in order.
-- opened_at: when it was sent; null for a draft. closed_at: since when no answer is taken.
CREATE TABLE inquiry (
  id          ${identity},
  kind        TEXT NOT NULL,
  question    TEXT NOT NULL,
  choices     TEXT NOT NULL,
  asked_by    TEXT NOT NULL,
  created_at  BIGINT NOT NULL,
  opened_at   BIGINT,
  reminded_at BIGINT,
  closed_at   BIGINT
);
CREATE INDEX inquiry_opened ON inquiry (opened_at);

-- The chats that were asked.
CREATE TABLE inquiry_chat (
  inquiry_id BIGINT NOT NULL REFERENCES inquiry (id),
  chat_id    BIGINT NOT NULL REFERENCES chat (id),
  PRIMARY KEY (inquiry_id, chat_id)
);
CREATE INDEX inquiry_chat_chat ON inquiry_chat (chat_id);

-- The messages that ask it: the question and its reminders.
CREATE TABLE inquiry_notice (
  inquiry_id BIGINT NOT NULL REFERENCES inquiry (id),
  notice_id  BIGINT NOT NULL,
  PRIMARY KEY (inquiry_id, notice_id)
);
CREATE INDEX inquiry_notice_notice ON inquiry_notice (notice_id);

-- Every answer that was given; of those of one respondent the last counts. respondent: for whom it speaks, u and a unit's
-- number, n and the folded name of a unit that is not listed, or c and a chat's number; respondent_name: as it is shown.
CREATE TABLE inquiry_answer (
  id              ${identity},
  inquiry_id      BIGINT NOT NULL REFERENCES inquiry (id),
  chat_id         BIGINT NOT NULL REFERENCES chat (id),
  respondent      TEXT NOT NULL,
  respondent_name TEXT NOT NULL,
  answer          TEXT NOT NULL,
  person          TEXT NOT NULL,
  name            TEXT NOT NULL,
  at              BIGINT NOT NULL
);
CREATE INDEX inquiry_answer_inquiry ON inquiry_answer (inquiry_id);
