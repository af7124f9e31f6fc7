-- Answers are kept as bytes as long as what they show stays the same. Whoever changes it says so by a
-- greater version, here and in his own transaction; since triggers do, no writer can forget to.
--   place_map.version   what a map of all places shows
--   place_map.seen      all that anybody sees of places: grows with the former, too
--   place_map.places    how many there are
--   account.version     what is seen otherwise by this account: hearts, visits, follows, badges
ALTER TABLE place_map ADD COLUMN seen BIGINT NOT NULL DEFAULT 1;
ALTER TABLE place_map ADD COLUMN places BIGINT NOT NULL DEFAULT 0;
UPDATE place_map SET places = (SELECT count(*) FROM place);
ALTER TABLE account ADD COLUMN version BIGINT NOT NULL DEFAULT 1;

-- only sqlite
CREATE TRIGGER place_added AFTER INSERT ON place BEGIN
    UPDATE place_map SET version = version + 1, seen = seen + 1, places = places + 1;
END;
CREATE TRIGGER place_gone AFTER DELETE ON place BEGIN
    UPDATE place_map SET version = version + 1, seen = seen + 1, places = places - 1;
END;
CREATE TRIGGER place_seen AFTER UPDATE ON place BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER place_mapped AFTER UPDATE OF name, type, website, phone_number, phone_display,
    reservation_url, latitude, longitude, elevation, bortle, sqm, region, country, reviews, rating ON place BEGIN
    UPDATE place_map SET version = version + 1;
END;
CREATE TRIGGER account_seen AFTER UPDATE OF handle, first_name, last_name, role, active, system, email_verified_at
    ON account BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER profile_added AFTER INSERT ON profile BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER profile_changed AFTER UPDATE ON profile BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER profile_gone AFTER DELETE ON profile BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER vote_added AFTER INSERT ON vote BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER vote_changed AFTER UPDATE ON vote BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER vote_gone AFTER DELETE ON vote BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER review_added AFTER INSERT ON review BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER review_changed AFTER UPDATE ON review BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER review_gone AFTER DELETE ON review BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER comment_added AFTER INSERT ON comment BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER comment_changed AFTER UPDATE ON comment BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER comment_gone AFTER DELETE ON comment BEGIN
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER favourite_added AFTER INSERT ON favourite BEGIN
    UPDATE account SET version = version + 1 WHERE id = new.account_id;
END;
CREATE TRIGGER favourite_gone AFTER DELETE ON favourite BEGIN
    UPDATE account SET version = version + 1 WHERE id = old.account_id;
END;
CREATE TRIGGER visit_added AFTER INSERT ON visit BEGIN
    UPDATE account SET version = version + 1 WHERE id = new.account_id;
END;
CREATE TRIGGER visit_gone AFTER DELETE ON visit BEGIN
    UPDATE account SET version = version + 1 WHERE id = old.account_id;
END;
CREATE TRIGGER summary_feedback_added AFTER INSERT ON summary_feedback BEGIN
    UPDATE account SET version = version + 1 WHERE id = new.account_id;
END;
CREATE TRIGGER summary_feedback_changed AFTER UPDATE ON summary_feedback BEGIN
    UPDATE account SET version = version + 1 WHERE id = new.account_id;
END;
CREATE TRIGGER summary_feedback_gone AFTER DELETE ON summary_feedback BEGIN
    UPDATE account SET version = version + 1 WHERE id = old.account_id;
END;
CREATE TRIGGER award_added AFTER INSERT ON award BEGIN
    UPDATE account SET version = version + 1 WHERE id = new.account_id;
END;
CREATE TRIGGER award_changed AFTER UPDATE ON award BEGIN
    UPDATE account SET version = version + 1 WHERE id = new.account_id;
END;
CREATE TRIGGER award_gone AFTER DELETE ON award BEGIN
    UPDATE account SET version = version + 1 WHERE id = old.account_id;
END;
CREATE TRIGGER follow_added AFTER INSERT ON follow BEGIN
    UPDATE account SET version = version + 1 WHERE id = new.follower_id;
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER follow_gone AFTER DELETE ON follow BEGIN
    UPDATE account SET version = version + 1 WHERE id = old.follower_id;
    UPDATE place_map SET seen = seen + 1;
END;
CREATE TRIGGER photo_told_added AFTER INSERT ON photo BEGIN
    UPDATE place_map SET version = version + 1, seen = seen + 1;
END;
CREATE TRIGGER photo_told_changed AFTER UPDATE ON photo BEGIN
    UPDATE place_map SET version = version + 1, seen = seen + 1;
END;
CREATE TRIGGER photo_told_gone AFTER DELETE ON photo BEGIN
    UPDATE place_map SET version = version + 1, seen = seen + 1;
END;
-- only postgresql
-- Once a transaction and as its last act, so that the row all writers share is held for no longer than
-- a commit takes, and nobody who holds it waits for another.
CREATE FUNCTION place_shown() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    told TEXT := coalesce(current_setting('asterism.told', true), '');
    more TEXT := coalesce(current_setting('asterism.places', true), '');
BEGIN
    IF told IN ('map', TG_ARGV[0]) THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('asterism.told', TG_ARGV[0], true);
    PERFORM set_config('asterism.places', '', true);
    UPDATE place_map SET seen = seen + 1,
        version = version + CASE TG_ARGV[0] WHEN 'map' THEN 1 ELSE 0 END,
        places = places + CASE more WHEN '' THEN 0 ELSE CAST(more AS BIGINT) END;
    RETURN NULL;
END $$;
CREATE FUNCTION place_counted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    more TEXT := coalesce(current_setting('asterism.places', true), '');
BEGIN
    PERFORM set_config('asterism.places', CAST(CASE more WHEN '' THEN 0 ELSE CAST(more AS BIGINT) END
        + CAST(TG_ARGV[0] AS BIGINT) * (SELECT count(*) FROM changed) AS TEXT), true);
    RETURN NULL;
END $$;
CREATE FUNCTION account_shown() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE account SET version = version + 1 WHERE id IN (SELECT account_id FROM changed);
    RETURN NULL;
END $$;
CREATE FUNCTION follow_shown() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    UPDATE account SET version = version + 1 WHERE id IN (SELECT follower_id FROM changed);
    RETURN NULL;
END $$;
CREATE TRIGGER place_added AFTER INSERT ON place REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION place_counted('1');
CREATE TRIGGER place_gone AFTER DELETE ON place REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION place_counted('-1');
CREATE CONSTRAINT TRIGGER place_mapped AFTER INSERT OR DELETE OR UPDATE OF name, type, website,
    phone_number, phone_display, reservation_url, latitude, longitude, elevation, bortle, sqm, region, country, reviews, rating
    ON place DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('map');
CREATE CONSTRAINT TRIGGER place_seen AFTER UPDATE
    ON place DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('seen');
CREATE CONSTRAINT TRIGGER account_seen AFTER UPDATE OF handle, first_name, last_name, role, active, system, email_verified_at
    ON account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('seen');
CREATE CONSTRAINT TRIGGER profile_seen AFTER INSERT OR UPDATE OR DELETE
    ON profile DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('seen');
CREATE CONSTRAINT TRIGGER vote_seen AFTER INSERT OR UPDATE OR DELETE
    ON vote DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('seen');
CREATE CONSTRAINT TRIGGER review_seen AFTER INSERT OR UPDATE OR DELETE
    ON review DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('seen');
CREATE CONSTRAINT TRIGGER comment_seen AFTER INSERT OR UPDATE OR DELETE
    ON comment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('seen');
CREATE TRIGGER favourite_added AFTER INSERT ON favourite REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER favourite_gone AFTER DELETE ON favourite REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER visit_added AFTER INSERT ON visit REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER visit_gone AFTER DELETE ON visit REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER summary_feedback_added AFTER INSERT ON summary_feedback REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER summary_feedback_changed AFTER UPDATE ON summary_feedback REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER summary_feedback_gone AFTER DELETE ON summary_feedback REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER award_added AFTER INSERT ON award REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER award_changed AFTER UPDATE ON award REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER award_gone AFTER DELETE ON award REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION account_shown();
CREATE TRIGGER follow_added AFTER INSERT ON follow REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION follow_shown();
CREATE TRIGGER follow_gone AFTER DELETE ON follow REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION follow_shown();
CREATE CONSTRAINT TRIGGER follow_seen AFTER INSERT OR DELETE
    ON follow DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('seen');
CREATE CONSTRAINT TRIGGER photo_told AFTER INSERT OR UPDATE OR DELETE
    ON photo DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION place_shown('map');
-- both
