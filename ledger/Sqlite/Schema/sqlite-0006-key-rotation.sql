-- The key that took this one's place, and when (to the minute) this one was last used.
ALTER TABLE access_key ADD COLUMN replaced_by TEXT;
ALTER TABLE access_key ADD COLUMN last_used_at TEXT;
