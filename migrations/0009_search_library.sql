-- The search of the library (db/library-search). A function: one statement with every look in it would start and end those
-- looks as well for which there is nothing to do, a third of its time.

-- A text of tsquery in which each of these keys, with one of these prefixes before it, has been put where "§" stands: what
-- has any of them. `place` and programKey (domain/search/lexemes) say what stands there.
CREATE FUNCTION "library_query"(query text, prefixes text[], keys text[]) RETURNS tsquery
	LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
	AS $$
DECLARE
	prefix text;
	key text;
	written text;
BEGIN
	FOREACH prefix IN ARRAY prefixes LOOP
		FOREACH key IN ARRAY keys LOOP
			written := concat(written || ' | ', replace(query, '§', prefix || key));
		END LOOP;
	END LOOP;
	RETURN written::tsquery;
END $$;--> statement-breakpoint
-- Entries of these programs that a query finds by the index of words, in no order, without reading more than so many of
-- them. "IS TRUE" keeps other indexes out: they would read all that a program has.
CREATE FUNCTION "look_in_library"(workspace text, programs uuid[], query tsquery, most int) RETURNS tid[]
	LANGUAGE plpgsql STABLE STRICT
	AS $$
BEGIN
	RETURN array(
		SELECT e.ctid FROM library_entries e
		WHERE (e.workspace_id = workspace AND e.program_id = ANY(programs)) IS TRUE AND e.words @@ query LIMIT most);
END $$;--> statement-breakpoint
-- The same by the index of each season's words, for a query whose lexemes begin with seasons.
CREATE FUNCTION "look_in_seasons"(workspace text, programs uuid[], query tsquery, most int) RETURNS tid[]
	LANGUAGE plpgsql STABLE STRICT
	AS $$
BEGIN
	RETURN array(
		SELECT e.ctid FROM library_entries e
		WHERE (e.workspace_id = workspace AND e.program_id = ANY(programs)) IS TRUE
			AND library_season_words(e.words, e.program_id, e.happened_on) @@ query LIMIT most);
END $$;--> statement-breakpoint
-- What an entry is worth beside its match: at most a third more, for how it ended, whom it helped and its age.
CREATE FUNCTION "library_merit"(outcome text, helped_count int, happened_on date, today date) RETURNS float8
	LANGUAGE sql IMMUTABLE PARALLEL SAFE
	AS $$
		SELECT 1::float8
			+ 0.08::float8 * CASE outcome WHEN 'resolved' THEN 1::float8 WHEN 'better' THEN 0.9::float8
				WHEN 'noChange' THEN 0.2::float8 WHEN 'left' THEN 0::float8 ELSE 0.4::float8 END
			+ 0.12::float8 * least(1, ln(1 + helped_count) / ln(11::float8))
			+ 0.08::float8 * exp(-greatest(0, today - happened_on) / 365::float8)
	$$;--> statement-breakpoint
-- What the programs that a viewer supports have for a query (libraryQuery, recentAt in domain/search/query), in no order.
-- `program`: of that one alone; '' of all. One row at least: it says who she is; `leads` is null where she supports none,
-- and `source_id` where the page has nothing. `complete`: how many have all words, counted up to 45. `missing`: the places of
-- the words, from 1, that nothing has, where several were looked for and few entries have all; null where nothing is found.
-- `anywhere`, `telling` and `in_title` are the words alone; `filters` narrows what has some of them, '' of none.
-- Its statements have one plan whatever is looked for and however much there is: making one takes longer than the search,
-- and what fits a small program would read all of a large one.
CREATE FUNCTION "search_library"(
	workspace text, viewer text, program text,
	all_words text, better text, newest text, newest_seasons text[], seasons text[],
	anywhere text[], telling text[], in_title text[], worths float8[], filters text,
	today date, page_limit int, page_offset int
) RETURNS TABLE (
	locale text, leads boolean, complete int, missing int[], total int, score float8,
	kind text, source_id uuid, program_id uuid, title text, body text, concerns text[], unit text, course_week smallint,
	outcome text, helped_count int, happened_on date
)
	LANGUAGE plpgsql STABLE
	SET plan_cache_mode = force_generic_plan
	SET enable_seqscan = off
	SET jit = off
	AS $$
DECLARE
	-- The most entries of one kind of look: what is rarer is ranked as a whole.
	most CONSTANT int := 45;
	-- Of the better part of what is frequent, and of the newest with two common words.
	most_better CONSTANT int := 20;
	most_more CONSTANT int := 10;
	-- Of the newest that have all words. So many in few days are a good sample, however much there is.
	most_newest CONSTANT int := 30;
	sample CONSTANT int := 12;
	-- Of one word, the newest that are looked at; and with how many of them it is common: it tells little beside others.
	most_recent CONSTANT int := 15;
	common CONSTANT int := 4;
	-- With fewer that have all words, those with some of them are found too.
	enough CONSTANT int := 20;
	ever CONSTANT text[] := '{""}';

	programs uuid[];
	keys text[];
	looked tid[];
	picked tid[];
	-- Of each word: in how many entries it is, up to `most`.
	frequency int[] := '{}';
	narrowed CONSTANT text := CASE filters WHEN '' THEN '' ELSE ' & ' || filters END;
	common_pairs text;
	rare_pairs text;
BEGIN
	SELECT array_agg(s.program_id), array_agg(left(s.program_id::text, 4)), bool_or(s.role = 'lead')
		INTO programs, keys, leads
		FROM supporters s
		WHERE s.workspace_id = workspace AND s.user_id = viewer AND s.removed_at IS NULL
			AND (program = '' OR s.program_id::text = program);
	SELECT m.locale INTO locale FROM members m WHERE m.workspace_id = workspace AND m.user_id = viewer;
	IF programs IS NULL THEN
		RETURN NEXT;
		RETURN;
	END IF;

	missing := '{}';

	-- What has all words: of the newest days, then of this season and the last, then of all there is. Each only where the
	-- one before gave too little, since a scan takes as long as what there is to walk over, whatever its bound.
	picked := look_in_seasons(workspace, programs, library_query(all_words || ' & ' || newest, newest_seasons, keys), most_newest);
	complete := most;
	IF cardinality(picked) < sample THEN
		looked := look_in_seasons(workspace, programs, library_query(all_words, seasons, keys), most);
		picked := picked || looked;
		IF cardinality(looked) < most THEN
			looked := look_in_library(workspace, programs, library_query(all_words, ever, keys), most);
			picked := picked || looked;
			complete := cardinality(looked);
		END IF;
	END IF;

	IF complete = most THEN
		-- Of much, its better part as well: of this season and the last or, where that is too little, of all there is.
		looked := look_in_seasons(workspace, programs, library_query(better, seasons, keys), most_better);
		picked := picked || looked;
		IF cardinality(looked) < most_better THEN
			picked := picked || look_in_library(workspace, programs, library_query(better, ever, keys), most_better);
		END IF;
	ELSIF complete < enough AND cardinality(anywhere) > 1 THEN
		-- Where little has all of several words: what has one of the rarer ones, or two of any. Each weighs by how rare it is;
		-- one that nothing has weighs nothing.
		FOR i IN 1..cardinality(anywhere) LOOP
			looked := look_in_seasons(workspace, programs,
				library_query(anywhere[i] || narrowed || ' & ' || newest, newest_seasons, keys), most_recent);
			picked := picked || looked;
			IF cardinality(looked) >= common THEN
				frequency[i] := most;
			ELSE
				looked := look_in_library(workspace, programs, library_query(anywhere[i] || narrowed, ever, keys), most);
				picked := picked || looked;
				frequency[i] := cardinality(looked);
			END IF;
			IF frequency[i] = 0 THEN
				missing := missing || i;
				worths[i] := 0;
			ELSE
				worths[i] := worths[i] * ln(1 + 2.0::float8 * most / frequency[i]);
			END IF;
		END LOOP;
		SELECT string_agg(p.pair, ' | ') FILTER (WHERE p.common), string_agg(p.pair, ' | ') FILTER (WHERE NOT p.common)
			INTO common_pairs, rare_pairs
			FROM (
				SELECT anywhere[i] || ' & ' || anywhere[j] AS pair, frequency[i] = most AND frequency[j] = most AS common
				FROM generate_series(2, cardinality(anywhere)) i, generate_series(1, i - 1) j) p;
		picked := picked
			|| look_in_library(workspace, programs, library_query('(' || rare_pairs || ')' || narrowed, ever, keys), most)
			|| look_in_seasons(workspace, programs,
				library_query('(' || common_pairs || ')' || narrowed || ' & ' || newest, newest_seasons, keys), most_more);
	END IF;

	-- How well an entry matches, from 0 to 1: the part of the words' weight that it has, more where it stands in a title.
	RETURN QUERY
	WITH weighed AS MATERIALIZED (
		SELECT w.worth, library_query(w.in_title, ever, keys) AS in_title, library_query(w.telling, ever, keys) AS telling,
			library_query(w.anywhere, ever, keys) AS anywhere
		FROM unnest(in_title, telling, anywhere, worths) w(in_title, telling, anywhere, worth)),
	ranked AS MATERIALIZED (
		SELECT e.ctid AS at, e.happened_on, e.source_id,
			m.matched * library_merit(e.outcome, e.helped_count, e.happened_on, today) AS score
		FROM library_entries e CROSS JOIN LATERAL (
			SELECT coalesce(sum(w.worth * CASE
				WHEN e.words @@ w.in_title THEN 1::float8 WHEN e.words @@ w.telling THEN 0.8::float8
				WHEN e.words @@ w.anywhere THEN 0.55::float8 ELSE 0::float8 END) / nullif(sum(w.worth), 0), 0.55) AS matched
			FROM weighed w) m
		WHERE (e.workspace_id = workspace AND e.program_id = ANY(programs)) IS TRUE AND e.ctid = ANY(picked)
			AND m.matched > 0),
	page AS MATERIALIZED (
		SELECT r.at, r.score FROM ranked r
		ORDER BY r.score DESC, r.happened_on DESC, r.source_id LIMIT page_limit OFFSET page_offset)
	SELECT locale, leads, complete, CASE t.total WHEN 0 THEN NULL ELSE missing END, t.total, p.score, e.kind, e.source_id,
		e.program_id, e.title, e.body, e.concerns, e.unit, e.course_week, e.outcome, e.helped_count, e.happened_on
	FROM (SELECT count(*)::int AS total FROM ranked) t
	LEFT JOIN page p ON true
	LEFT JOIN library_entries e
		ON e.ctid = p.at AND (e.workspace_id = workspace AND e.program_id = ANY(programs)) IS TRUE;
END $$;
