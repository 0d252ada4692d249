-- The chats that want to be answered in English.
CREATE TABLE chat_in_english (
  chat_id BIGINT PRIMARY KEY REFERENCES chat (id)
);
