CREATE TABLE "breaches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"floor_on" date NOT NULL,
	"since_on" date,
	"companion_id" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"cause" text,
	"cause_note" text DEFAULT '' NOT NULL,
	"cause_set_by" text,
	"cause_set_at" timestamp with time zone,
	CONSTRAINT "breaches_once" UNIQUE("workspace_id","learner_id","floor_on"),
	CONSTRAINT "breaches_cause" CHECK ("breaches"."cause" in ('no_cover', 'unreachable', 'forgotten', 'other')),
	CONSTRAINT "breaches_cause_set" CHECK (("breaches"."cause" is null) = ("breaches"."cause_set_by" is null) and ("breaches"."cause" is null) = ("breaches"."cause_set_at" is null)),
	CONSTRAINT "breaches_order" CHECK ("breaches"."floor_on" > "breaches"."since_on")
);
--> statement-breakpoint
CREATE TABLE "care_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"check_in_id" uuid NOT NULL,
	"author_id" text NOT NULL,
	"role" text NOT NULL,
	"text" text NOT NULL,
	"submission_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "care_answers_submission" UNIQUE("workspace_id","submission_key"),
	CONSTRAINT "care_answers_role" CHECK ("care_answers"."role" in ('mentor', 'advisor')),
	CONSTRAINT "care_answers_text" CHECK (length("care_answers"."text") > 0)
);
--> statement-breakpoint
CREATE TABLE "care_flags" (
	"workspace_id" text NOT NULL,
	"check_in_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"delivery_id" uuid NOT NULL,
	"urgent" boolean NOT NULL,
	"flagged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "care_flags_workspace_id_check_in_id_user_id_pk" PRIMARY KEY("workspace_id","check_in_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "check_in_offers" (
	"workspace_id" text NOT NULL,
	"learner_id" uuid NOT NULL,
	"supporter_id" text NOT NULL,
	"offered_on" date NOT NULL,
	CONSTRAINT "check_in_offers_workspace_id_learner_id_supporter_id_pk" PRIMARY KEY("workspace_id","learner_id","supporter_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"file_id" text NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"total_count" integer,
	"added_count" integer DEFAULT 0 NOT NULL,
	"changed_count" integer DEFAULT 0 NOT NULL,
	"unchanged_count" integer DEFAULT 0 NOT NULL,
	"faults" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"fault_count" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"cancel_requested_at" timestamp with time zone,
	"alive_at" timestamp with time zone,
	"run_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "imports_status" CHECK ("imports"."status" in ('waiting', 'running', 'done', 'refused', 'cancelled', 'failed')),
	CONSTRAINT "imports_finished" CHECK (("imports"."status" in ('waiting', 'running')) = ("imports"."finished_at" is null)),
	CONSTRAINT "imports_problem" CHECK (("imports"."status" = 'failed') = ("imports"."problem" is not null)),
	CONSTRAINT "imports_running" CHECK ("imports"."status" <> 'running' or "imports"."alive_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "learner_edits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"learner_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb NOT NULL,
	"edited_by" text,
	"edited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "learner_edits_version" UNIQUE("workspace_id","learner_id","version")
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_of_program";--> statement-breakpoint
DROP INDEX "promises_open";--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "urgent" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "kept_by" text;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "thread_of" uuid;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "status_reason" text;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "status_on" date;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "profile_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "pauses" ADD COLUMN "reaches_back_to" date;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "next_escalation_at" timestamp with time zone;--> statement-breakpoint
-- Programs that are there are looked at with their next digest.
UPDATE "programs" SET "next_escalation_at" = "next_digest_at";--> statement-breakpoint
ALTER TABLE "programs" ALTER COLUMN "next_escalation_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "programs" ADD COLUMN "sees_messages" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_learner" FOREIGN KEY ("workspace_id","program_id","learner_id") REFERENCES "public"."learners"("workspace_id","program_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_companion" FOREIGN KEY ("workspace_id","companion_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breaches" ADD CONSTRAINT "breaches_cause_setter" FOREIGN KEY ("workspace_id","cause_set_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_answers" ADD CONSTRAINT "care_answers_learner" FOREIGN KEY ("workspace_id","program_id","learner_id") REFERENCES "public"."learners"("workspace_id","program_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_answers" ADD CONSTRAINT "care_answers_check_in" FOREIGN KEY ("workspace_id","check_in_id") REFERENCES "public"."check_ins"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_answers" ADD CONSTRAINT "care_answers_author" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_flags" ADD CONSTRAINT "care_flags_check_in" FOREIGN KEY ("workspace_id","check_in_id") REFERENCES "public"."check_ins"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_flags" ADD CONSTRAINT "care_flags_member" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_flags" ADD CONSTRAINT "care_flags_delivery" FOREIGN KEY ("workspace_id","delivery_id") REFERENCES "public"."deliveries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_offers" ADD CONSTRAINT "check_in_offers_learner" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_offers" ADD CONSTRAINT "check_in_offers_supporter" FOREIGN KEY ("workspace_id","supporter_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_requester" FOREIGN KEY ("workspace_id","requested_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_edits" ADD CONSTRAINT "learner_edits_learner" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learner_edits" ADD CONSTRAINT "learner_edits_editor" FOREIGN KEY ("workspace_id","edited_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "breaches_unexplained" ON "breaches" USING btree ("workspace_id","program_id","floor_on") WHERE "breaches"."cause" is null;--> statement-breakpoint
CREATE INDEX "care_answers_to_check_in" ON "care_answers" USING btree ("workspace_id","check_in_id","author_id");--> statement-breakpoint
CREATE INDEX "care_answers_timeline" ON "care_answers" USING btree ("workspace_id","learner_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "care_flags_message" ON "care_flags" USING btree ("workspace_id","delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_one_at_a_time" ON "imports" USING btree ("workspace_id","program_id") WHERE "imports"."status" in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "imports_unfinished" ON "imports" USING btree ("created_at") WHERE "imports"."status" in ('waiting', 'running');--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_keeper" FOREIGN KEY ("workspace_id","kept_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_thread_of" FOREIGN KEY ("workspace_id","thread_of") REFERENCES "public"."deliveries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "promises_due" ON "promises" USING btree ("workspace_id","program_id","due_on");--> statement-breakpoint
CREATE INDEX "promises_of_maker" ON "promises" USING btree ("workspace_id","made_by","kept_at");--> statement-breakpoint
CREATE INDEX "promises_of_learner" ON "promises" USING btree ("workspace_id","learner_id","due_on") WHERE "promises"."kept_at" is null;--> statement-breakpoint
CREATE INDEX "deliveries_care_next" ON "deliveries" USING btree ("workspace_id","recipient") WHERE "deliveries"."kind" = 'care_team' and "deliveries"."status" = 'planned';--> statement-breakpoint
CREATE INDEX "deliveries_thread" ON "deliveries" USING btree ("workspace_id","thread_of") WHERE "deliveries"."thread_of" is not null;--> statement-breakpoint
CREATE INDEX "care_team_of_person" ON "care_team" USING btree ("workspace_id","user_id") WHERE "care_team"."user_id" is not null;--> statement-breakpoint
DROP INDEX "learners_same_slack_user";--> statement-breakpoint
CREATE INDEX "learners_on_break" ON "learners" USING btree ("workspace_id","companion_id") WHERE "learners"."status" = 'paused';--> statement-breakpoint
CREATE UNIQUE INDEX "learners_same_slack_user" ON "learners" USING btree ("workspace_id","slack_user_id","program_id") WHERE "learners"."slack_user_id" is not null;--> statement-breakpoint
CREATE INDEX "programs_next_escalation" ON "programs" USING btree ("next_escalation_at");--> statement-breakpoint
UPDATE "promises" SET "kept_by" = "made_by" WHERE "kept_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_reach" CHECK ("pauses"."reaches_back_to" < "pauses"."from_on");--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_kept" CHECK (("promises"."kept_at" is null) = ("promises"."kept_by" is null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_answer" CHECK ("deliveries"."kind" <> 'care_answer' or "deliveries"."subject" is not null);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind" CHECK ("deliveries"."kind" in ('reminder', 'second_look', 'digest', 'lead_notice', 'escalation', 'cover_request',
        'cover_answer', 'cover_ended', 'cover_cards', 'care_team', 'care_urgent', 'care_answer', 'import'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_of_program" CHECK ("deliveries"."kind" not in ('digest', 'escalation') or "deliveries"."program_id" is not null);