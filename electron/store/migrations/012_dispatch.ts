/** Calls made for a task, who checked it, where teams were last heard of. */
export const dispatch = `
ALTER TABLE task ADD COLUMN acknowledge_from INTEGER;                    -- from when 收到 is waited for
ALTER TABLE task ADD COLUMN calls_failed INTEGER NOT NULL DEFAULT 0;     -- in this round
ALTER TABLE task ADD COLUMN self_verified INTEGER NOT NULL DEFAULT 0;    -- 核销 by whoever did it
ALTER TABLE task ADD COLUMN moved TEXT NOT NULL DEFAULT '';              -- departed or arrived, the last of them reported
ALTER TABLE task ADD COLUMN moved_at INTEGER;
CREATE INDEX task_moved ON task (recipient, moved_at) WHERE moved <> '';
CREATE INDEX task_open ON task (recipient) WHERE open = 1;
`
