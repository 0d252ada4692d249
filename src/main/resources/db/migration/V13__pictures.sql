-- The chats that do not want pictures with their news.
CREATE TABLE chat_without_pictures (
  chat_id BIGINT PRIMARY KEY REFERENCES chat (id)
);
