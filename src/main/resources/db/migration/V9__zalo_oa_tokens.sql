-- The tokens of each Zalo Official Account. A refresh token can be spent once; what came for it is here before it is used.
-- origin: the SHA-256 of the refresh token in the configuration that this line of tokens began with.
-- claimed_until: somebody is spending the refresh token now, and gives up at this time at the latest.
CREATE TABLE zalo_oa_token (
  bot           TEXT PRIMARY KEY,
  origin        TEXT NOT NULL,
  access_token  TEXT NOT NULL,
  refresh_token TEXT NOT NULL,
  expires_at    BIGINT NOT NULL,
  claimed_until BIGINT NOT NULL
);
