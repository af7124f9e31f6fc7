-- What badges are is said by libcore/badges/table.hpp alone; here are their numbers, so that no
-- award names a badge that is none, and their slugs, so that a query can say which it counts.
CREATE TABLE badge (
    id   BIGINT NOT NULL PRIMARY KEY CHECK (id > 0),
    slug TEXT   NOT NULL UNIQUE
);
INSERT INTO badge (id, slug) VALUES
    (1, 'first-light'), (2, 'explorer'), (3, 'pathfinder'), (4, 'stargazer'),
    (5, 'celestial-navigator'), (6, 'cosmic-voyager'), (7, 'scout'), (8, 'discoverer'),
    (9, 'trailblazer'), (10, 'location-legend'), (11, 'reviewer'), (12, 'helpful-voice'),
    (13, 'expert-reviewer'), (14, 'trusted-critic'), (15, 'review-master'),
    (16, 'conversationalist'), (17, 'connector'), (18, 'influencer'), (19, 'community-leader'),
    (20, 'photographer'), (21, 'quality-contributor'), (22, 'trusted-source'),
    (23, 'stellar-curator'), (24, 'elite-curator'), (25, 'pioneer'), (26, 'ambassador'),
    (27, 'mission-ready');

-- What is shown first is a mark on the award: it cannot name a badge that was not earned, and goes
-- with it.
CREATE TABLE award (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    badge_id   BIGINT NOT NULL REFERENCES badge (id),
    earned_at  BIGINT NOT NULL,
    pinned     BIGINT CHECK (pinned BETWEEN 1 AND 3),
    PRIMARY KEY (account_id, badge_id),
    UNIQUE (account_id, pinned)
);
CREATE INDEX award_badge ON award (badge_id, earned_at);

-- Who joined first.
CREATE INDEX account_joined ON account (created_at, id);
