-- The deliveries whose missing files are to be sent again by somebody's wish: since when, when they are due, and how many
-- tries of the file that goes next may have arrived.
CREATE TABLE delivery_resend (
  delivery_id BIGINT NOT NULL PRIMARY KEY,
  since       BIGINT NOT NULL,
  due_at      BIGINT NOT NULL,
  tries       INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX delivery_resend_due ON delivery_resend (due_at);
