-- How often it was tried to show a message's count of receipts; it is given up as deliveries are.
ALTER TABLE delivery ADD COLUMN count_tries INTEGER NOT NULL DEFAULT 0;
