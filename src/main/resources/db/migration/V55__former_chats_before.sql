-- Groups that became supergroups before V52 named the messages of the former chat by it. Within a chat numbers only grow, so
-- what was sent before a message with a smaller number stands in the former one; not within two minutes, for what goes at the
-- same time may be noted in any order. A mark without the former chat's id, which nobody knows any more, keeps such a number
-- from being taken for one of the new chat.
INSERT INTO former_chat (bot, external_id, moved_to)
SELECT old.bot, old.external_id, MIN(now.external_id) FROM chat old
  JOIN chat now ON now.bot = old.bot AND old.closed_reason = 'moved to ' || now.external_id
WHERE old.state = 'CLOSED' GROUP BY old.bot, old.external_id
ON CONFLICT DO NOTHING;

WITH numbered AS (
  SELECT m.id, m.chat_id, m.sent_at, m.external_id AS number, LENGTH(m.external_id) AS digits,
    LAG(m.sent_at) OVER earlier AS sent_before, LAG(m.external_id) OVER earlier AS number_before,
    LAG(LENGTH(m.external_id)) OVER earlier AS digits_before
  FROM message m JOIN chat c ON c.id = m.chat_id
  WHERE m.bot LIKE 'telegram/%' AND c.kind = 'SUPERGROUP' AND m.external_id NOT LIKE '%@%'
  WINDOW earlier AS (PARTITION BY m.chat_id ORDER BY m.id)
), moved AS (
  SELECT chat_id, MAX(id) AS first FROM numbered
  WHERE (digits < digits_before OR digits = digits_before AND number < number_before) AND sent_at > sent_before + 120000
  GROUP BY chat_id
)
UPDATE message SET external_id = external_id || '@' FROM moved
WHERE message.chat_id = moved.chat_id AND message.id < moved.first AND message.external_id NOT LIKE '%@%';

UPDATE delivery_part SET external_id = external_id || '@'
WHERE external_id NOT LIKE '%@%'
  AND delivery_id IN (SELECT d.id FROM delivery d JOIN message m ON m.id = d.message_id WHERE m.external_id LIKE '%@%');
