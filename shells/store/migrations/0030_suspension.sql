-- A lock that moderators put on, and may take off again; an operator's is none of theirs. Those from
-- before are taken for operators'.
ALTER TABLE account ADD COLUMN suspended BIGINT NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1));
