-- repeats: DAILY, WEEKLY or MONTHLY for an announcement after which the next one of its kind is entered; empty for one that
-- goes once.
ALTER TABLE announcement ADD COLUMN repeats TEXT NOT NULL DEFAULT '';

-- The names of people stood in two tables.
UPDATE person SET name = (SELECT a.name FROM audit_person a WHERE a.person = person.person_key)
  WHERE name = '' AND EXISTS (SELECT 1 FROM audit_person a WHERE a.person = person.person_key);
INSERT INTO person (person_key, name, seen_at)
  SELECT a.person, a.name, a.noted_at FROM audit_person a
  WHERE NOT EXISTS (SELECT 1 FROM person p WHERE p.person_key = a.person);
DROP TABLE audit_person;
