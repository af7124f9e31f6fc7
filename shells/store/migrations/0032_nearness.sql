-- only postgresql
-- Which places lie in a window of the map is PostGIS' to find, where it is there or can be had;
-- elsewhere PostgreSQL's own points find the same. Both see rounded corners: who lies within is said
-- by the columns. To be called again by hand once PostGIS has come to be installed.
CREATE FUNCTION choose_place_index() RETURNS TEXT LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    home TEXT;
    spot TEXT := 'point(longitude, latitude)';
    held TEXT := 'point(longitude, latitude) <@ box(point(west, south), point(east, north))';
BEGIN
    BEGIN
        CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public;
    EXCEPTION WHEN OTHERS THEN
        NULL; -- not installed on this server, or not ours to make
    END;
    SELECT quote_ident(n.nspname) INTO home FROM pg_extension e
        JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'postgis';
    IF home IS NOT NULL THEN
        spot := format('%s.ST_MakePoint(longitude, latitude)', home);
        held := format('%1$s OPERATOR(%2$s.&&) %2$s.ST_MakeEnvelope(west, south, east, north)',
            spot, home);
    END IF;
    -- A plain expression, so that the planner sees through it to the index.
    EXECUTE 'CREATE OR REPLACE FUNCTION place_boxed(longitude DOUBLE PRECISION,'
        ' latitude DOUBLE PRECISION, west DOUBLE PRECISION, south DOUBLE PRECISION,'
        ' east DOUBLE PRECISION, north DOUBLE PRECISION) RETURNS BOOLEAN LANGUAGE sql IMMUTABLE'
        ' PARALLEL SAFE RETURN ' || held;
    DROP INDEX IF EXISTS place_box;
    EXECUTE 'CREATE INDEX place_box ON place USING gist (' || spot || ')';
    RETURN CASE WHEN home IS NULL THEN 'point' ELSE 'postgis' END;
END $$;
SELECT choose_place_index();
-- both
