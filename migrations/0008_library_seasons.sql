-- What an entry is found by, with the quarter of the year in which it happened before each lexeme, and the day: so a search
-- of what is recent walks over that alone. seasonOf and mark.day (domain/search/lexemes) say the same of a query, and
-- programKey of a program. Dear, so that no plan works it out for a row that the index doesn't give.
CREATE FUNCTION "library_season_words"(words tsvector, program_id uuid, happened_on date) RETURNS tsvector
	LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 10000
	AS $$
		SELECT array_to_tsvector(array(
			SELECT (extract(year FROM happened_on)::int * 4 + extract(quarter FROM happened_on)::int - 1)::text || lexeme
			FROM unnest(tsvector_to_array(words) || (left(program_id::text, 4) || 'd:' || (happened_on - date '2000-01-01'))) lexeme
		))
	$$;--> statement-breakpoint
CREATE INDEX "library_entries_season" ON "library_entries" USING gin (library_season_words("words", "program_id", "happened_on")) WITH (fastupdate=false);--> statement-breakpoint
-- No plan asks how often a lexeme comes up there, and ANALYZE would work them all out.
ALTER INDEX "library_entries_season" ALTER COLUMN 1 SET STATISTICS 0;
