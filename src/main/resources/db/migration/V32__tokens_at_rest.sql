-- Tokens that operators gave by /bot, encrypted. account: the number before the token's colon, the same for each token of a
-- bot. replaces: the digest of the token in the configuration that this one stands for, or an empty text.
CREATE TABLE bot_token (
  bot      TEXT PRIMARY KEY,
  account  TEXT NOT NULL,
  token    TEXT NOT NULL,
  replaces TEXT NOT NULL DEFAULT '',
  added_by TEXT NOT NULL,
  added_at BIGINT NOT NULL
);

-- Tokens of Official Accounts are encrypted too, so a refresh token is known again by its digest.
ALTER TABLE zalo_oa_token ADD COLUMN refresh_digest TEXT NOT NULL DEFAULT '';
