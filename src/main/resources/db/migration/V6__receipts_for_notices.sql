-- Whether people are asked to acknowledge this message of Loa's own.
ALTER TABLE notice ADD COLUMN receipts INTEGER NOT NULL DEFAULT 0;
