-- Groups that became supergroups before V52: buttons under their old messages are pressed in the chat of now. Which messages
-- were sent before such a move nobody knows any more, so they keep their numbers.
INSERT INTO former_chat (bot, external_id, moved_to)
SELECT old.bot, old.external_id, MIN(now.external_id) FROM chat old
  JOIN chat now ON now.bot = old.bot AND old.closed_reason = 'moved to ' || now.external_id
WHERE old.state = 'CLOSED' GROUP BY old.bot, old.external_id
ON CONFLICT DO NOTHING;
