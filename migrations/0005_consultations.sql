CREATE TABLE "consultation_nudges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"consultation_id" uuid NOT NULL,
	"asked_id" text NOT NULL,
	"experienced" boolean NOT NULL,
	"asked_on" date NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consultation_nudges_once" UNIQUE("workspace_id","consultation_id","asked_on")
);
--> statement-breakpoint
CREATE TABLE "consultation_questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"consultation_id" uuid NOT NULL,
	"author_id" text NOT NULL,
	"situation" text NOT NULL,
	"tried" text DEFAULT '' NOT NULL,
	"wants" text[] NOT NULL,
	"submission_key" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "consultation_questions_submission" UNIQUE("workspace_id","submission_key"),
	CONSTRAINT "consultation_questions_situation" CHECK (length("consultation_questions"."situation") > 0),
	CONSTRAINT "consultation_questions_wants" CHECK ("consultation_questions"."wants" <@ '{ideas,cases,view,takeOver}' and cardinality("consultation_questions"."wants") > 0)
);
--> statement-breakpoint
CREATE TABLE "consultation_replies" (
	"workspace_id" text NOT NULL,
	"consultation_id" uuid NOT NULL,
	"ts" text NOT NULL,
	"author_id" text NOT NULL,
	"text" text NOT NULL,
	"attachments" text[] DEFAULT '{}' NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"edited_ts" text,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "consultation_replies_workspace_id_consultation_id_ts_pk" PRIMARY KEY("workspace_id","consultation_id","ts"),
	CONSTRAINT "consultation_replies_deleted" CHECK ("consultation_replies"."deleted_at" is null or "consultation_replies"."text" = '')
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"author_id" text NOT NULL,
	"hide_name" boolean NOT NULL,
	"shown_check_ins" uuid[] DEFAULT '{}' NOT NULL,
	"permalink" text,
	"status" text DEFAULT 'open' NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_on" date NOT NULL,
	"answer_by" date NOT NULL,
	"answered_at" timestamp with time zone,
	"next_nudge_at" timestamp with time zone,
	"uncollected_since" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_on" date,
	"closed_by" text,
	"reopened_by" text,
	"reopened_at" timestamp with time zone,
	"case_id" uuid,
	"follow_up_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consultations_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "consultations_scope_in_program" UNIQUE("workspace_id","program_id","id"),
	CONSTRAINT "consultations_of_case" UNIQUE("workspace_id","case_id"),
	CONSTRAINT "consultations_status" CHECK ("consultations"."status" in ('open', 'closed')),
	CONSTRAINT "consultations_closed" CHECK (("consultations"."status" = 'closed') = ("consultations"."closed_at" is not null and "consultations"."closed_on" is not null and "consultations"."closed_by" is not null)),
	CONSTRAINT "consultations_follow_up" CHECK ("consultations"."follow_up_at" is null or "consultations"."status" = 'closed'),
	CONSTRAINT "consultations_nudge" CHECK ("consultations"."next_nudge_at" is null or "consultations"."status" = 'open')
);
--> statement-breakpoint
CREATE TABLE "reply_marks" (
	"workspace_id" text NOT NULL,
	"consultation_id" uuid NOT NULL,
	"ts" text NOT NULL,
	"marked_by" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reply_marks_workspace_id_consultation_id_ts_marked_by_pk" PRIMARY KEY("workspace_id","consultation_id","ts","marked_by")
);
--> statement-breakpoint
CREATE TABLE "case_helpers" (
	"workspace_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"helped" boolean NOT NULL,
	CONSTRAINT "case_helpers_workspace_id_case_id_user_id_pk" PRIMARY KEY("workspace_id","case_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "case_marks" (
	"workspace_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"marked_by" text NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_marks_workspace_id_case_id_marked_by_pk" PRIMARY KEY("workspace_id","case_id","marked_by")
);
--> statement-breakpoint
CREATE TABLE "case_versions" (
	"workspace_id" text NOT NULL,
	"case_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb NOT NULL,
	"change" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "case_versions_workspace_id_case_id_version_pk" PRIMARY KEY("workspace_id","case_id","version"),
	CONSTRAINT "case_versions_change" CHECK ("case_versions"."change" in ('edited', 'merged', 'retired', 'restored', 'closedAgain', 'followedUp'))
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"title" text NOT NULL,
	"situation" text NOT NULL,
	"tried" text DEFAULT '' NOT NULL,
	"helped" text DEFAULT '' NOT NULL,
	"outcome" text NOT NULL,
	"concerns" text[] DEFAULT '{}' NOT NULL,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"course_week" smallint,
	"closed_on" date NOT NULL,
	"author_id" text NOT NULL,
	"follow_up_answer" text,
	"follow_up_line" text DEFAULT '' NOT NULL,
	"helped_count" integer DEFAULT 0 NOT NULL,
	"retired_at" timestamp with time zone,
	"merged_into" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cases_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "cases_title" CHECK (length("cases"."title") > 0),
	CONSTRAINT "cases_situation" CHECK (length("cases"."situation") > 0),
	CONSTRAINT "cases_outcome" CHECK ("cases"."outcome" in ('resolved', 'better', 'noChange', 'left', 'handedToMentor', 'handedToAdvisor', 'handedToSchool')),
	CONSTRAINT "cases_follow_up" CHECK ("cases"."follow_up_answer" in ('better', 'same', 'worse')),
	CONSTRAINT "cases_concerns" CHECK ("cases"."concerns" <@ '{time,difficulty,motivation,work,family,health,tools,jobHunting,loneliness,other}'),
	CONSTRAINT "cases_merged" CHECK ("cases"."merged_into" is null or "cases"."retired_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "library_entries" (
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"check_in_id" uuid GENERATED ALWAYS AS (case when kind <> 'case' then source_id end) STORED,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"concerns" text[] DEFAULT '{}' NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"course_week" smallint,
	"motivation" smallint,
	"outcome" text,
	"helped_count" integer DEFAULT 0 NOT NULL,
	"happened_on" date NOT NULL,
	"words" "tsvector" NOT NULL,
	"letters" text NOT NULL,
	CONSTRAINT "library_entries_workspace_id_kind_source_id_pk" PRIMARY KEY("workspace_id","kind","source_id"),
	CONSTRAINT "library_entries_kind" CHECK ("library_entries"."kind" in ('case', 'win', 'message')),
	CONSTRAINT "library_entries_motivation" CHECK ("library_entries"."motivation" between 1 and 5),
	CONSTRAINT "library_entries_concerns" CHECK ("library_entries"."concerns" <@ '{time,difficulty,motivation,work,family,health,tools,jobHunting,loneliness,other}'),
	CONSTRAINT "library_entries_outcome" CHECK (("library_entries"."kind" = 'case') = ("library_entries"."outcome" is not null))
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_answer";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind";--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "sent_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "sent_text_helped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "consultation_nudges" ADD CONSTRAINT "consultation_nudges_consultation" FOREIGN KEY ("workspace_id","program_id","consultation_id") REFERENCES "public"."consultations"("workspace_id","program_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_nudges" ADD CONSTRAINT "consultation_nudges_asked" FOREIGN KEY ("workspace_id","asked_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_questions" ADD CONSTRAINT "consultation_questions_consultation" FOREIGN KEY ("workspace_id","consultation_id") REFERENCES "public"."consultations"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_questions" ADD CONSTRAINT "consultation_questions_author" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_replies" ADD CONSTRAINT "consultation_replies_consultation" FOREIGN KEY ("workspace_id","consultation_id") REFERENCES "public"."consultations"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_learner" FOREIGN KEY ("workspace_id","program_id","learner_id") REFERENCES "public"."learners"("workspace_id","program_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_author" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_closer" FOREIGN KEY ("workspace_id","closed_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_reopener" FOREIGN KEY ("workspace_id","reopened_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_case" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."cases"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_marks" ADD CONSTRAINT "reply_marks_reply" FOREIGN KEY ("workspace_id","consultation_id","ts") REFERENCES "public"."consultation_replies"("workspace_id","consultation_id","ts") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_marks" ADD CONSTRAINT "reply_marks_marker" FOREIGN KEY ("workspace_id","marked_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_helpers" ADD CONSTRAINT "case_helpers_case" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."cases"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_helpers" ADD CONSTRAINT "case_helpers_member" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_marks" ADD CONSTRAINT "case_marks_case" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."cases"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_marks" ADD CONSTRAINT "case_marks_marker" FOREIGN KEY ("workspace_id","marked_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_versions" ADD CONSTRAINT "case_versions_case" FOREIGN KEY ("workspace_id","case_id") REFERENCES "public"."cases"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_versions" ADD CONSTRAINT "case_versions_author" FOREIGN KEY ("workspace_id","changed_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_author" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_merged_into" FOREIGN KEY ("workspace_id","merged_into") REFERENCES "public"."cases"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_entries" ADD CONSTRAINT "library_entries_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_entries" ADD CONSTRAINT "library_entries_check_in" FOREIGN KEY ("workspace_id","check_in_id") REFERENCES "public"."check_ins"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultation_nudges_of_program" ON "consultation_nudges" USING btree ("workspace_id","program_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultation_nudges_of_person" ON "consultation_nudges" USING btree ("workspace_id","program_id","asked_id","asked_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultation_questions_of" ON "consultation_questions" USING btree ("workspace_id","consultation_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "consultations_one_open" ON "consultations" USING btree ("workspace_id","learner_id") WHERE "consultations"."status" = 'open';--> statement-breakpoint
CREATE INDEX "consultations_of_learner" ON "consultations" USING btree ("workspace_id","learner_id","opened_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "consultations_open" ON "consultations" USING btree ("workspace_id","program_id") WHERE "consultations"."status" = 'open';--> statement-breakpoint
CREATE INDEX "consultations_unanswered" ON "consultations" USING btree ("workspace_id","program_id","answer_by") WHERE "consultations"."status" = 'open' and "consultations"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "consultations_to_nudge" ON "consultations" USING btree ("next_nudge_at") WHERE "consultations"."next_nudge_at" is not null;--> statement-breakpoint
CREATE INDEX "consultations_to_follow_up" ON "consultations" USING btree ("follow_up_at") WHERE "consultations"."follow_up_at" is not null;--> statement-breakpoint
CREATE INDEX "case_helpers_of_member" ON "case_helpers" USING btree ("workspace_id","user_id");--> statement-breakpoint
CREATE INDEX "cases_of_author" ON "cases" USING btree ("workspace_id","author_id");--> statement-breakpoint
CREATE INDEX "library_entries_of_check_in" ON "library_entries" USING btree ("workspace_id","check_in_id") WHERE "library_entries"."check_in_id" is not null;--> statement-breakpoint
CREATE INDEX "library_entries_words" ON "library_entries" USING gin ("words");--> statement-breakpoint
CREATE INDEX "library_entries_newest" ON "library_entries" USING btree ("workspace_id","program_id","happened_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "deliveries_consultation" ON "deliveries" USING btree ("workspace_id","channel_id","ts") WHERE "deliveries"."kind" = 'consultation';--> statement-breakpoint
CREATE INDEX "deliveries_of_closed" ON "deliveries" USING btree ("workspace_id","subject") WHERE "deliveries"."kind" in ('consultation_closed', 'follow_up') and "deliveries"."live";--> statement-breakpoint
CREATE INDEX "deliveries_unasked" ON "deliveries" USING btree ("workspace_id","program_id") WHERE "deliveries"."status" = 'failed' and "deliveries"."kind" in ('consultation', 'consultation_joined');--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_subject" CHECK ("deliveries"."kind" not in ('care_answer', 'consultation_joined', 'consultation_case', 'consultation_nudge',
        'consultation_closed', 'consultation_reopened', 'follow_up')
        or "deliveries"."subject" is not null);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind" CHECK ("deliveries"."kind" in ('reminder', 'second_look', 'digest', 'lead_notice', 'escalation', 'cover_request',
        'cover_answer', 'cover_ended', 'cover_cards', 'care_team', 'care_urgent', 'care_answer', 'import',
        'consultation', 'consultation_joined', 'consultation_case', 'consultation_nudge', 'consultation_closed',
        'consultation_reopened', 'follow_up'));