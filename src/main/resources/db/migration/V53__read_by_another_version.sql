-- 1: the article was read by another version of Loa, so that what is read otherwise next is no edit of it.
ALTER TABLE article ADD COLUMN reread INTEGER NOT NULL DEFAULT 0;
