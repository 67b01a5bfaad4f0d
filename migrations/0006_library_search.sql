ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_subject";--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind" CHECK ("deliveries"."kind" in ('reminder', 'second_look', 'digest', 'lead_notice', 'escalation', 'cover_request',
        'cover_answer', 'cover_ended', 'cover_cards', 'care_team', 'care_urgent', 'care_answer', 'import',
        'consultation', 'consultation_joined', 'consultation_case', 'consultation_nudge', 'consultation_closed',
        'consultation_reopened', 'follow_up'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subject" CHECK ("deliveries"."kind" not in ('care_answer', 'consultation_joined', 'consultation_case', 'consultation_nudge',
        'consultation_closed', 'consultation_reopened', 'follow_up')
        or "deliveries"."subject" is not null);--> statement-breakpoint
-- What ranks an entry is read with its row, as it is: a row of the usual length stays in one piece.
ALTER TABLE "library_entries" ALTER COLUMN "words" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "library_entries" SET (toast_tuple_target = 8160);--> statement-breakpoint
-- Parts of words and slips, where the database has pg_trgm and lets its owner use it; the search asks whether it does.
DO $$
BEGIN
	CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
	CREATE INDEX "library_entries_letters" ON "library_entries" USING gin ("letters" public.gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
	RAISE NOTICE 'library_entries: without pg_trgm (%)', SQLERRM;
END $$;
--> statement-breakpoint
-- An entry is written seldom and looked for often: none waits in a list that every search would have to read.
ALTER INDEX "library_entries_words" SET (fastupdate = off);
