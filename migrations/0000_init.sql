CREATE TABLE "audit_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" text NOT NULL,
	"program_id" uuid,
	"actor_id" text,
	"action" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_in_corrections" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"check_in_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"before" jsonb NOT NULL,
	"corrected_by" text NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_in_corrections_version" UNIQUE("workspace_id","check_in_id","version")
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"author_id" text NOT NULL,
	"contacted_on" date NOT NULL,
	"outcome" text NOT NULL,
	"motivation" smallint,
	"unit" text DEFAULT '' NOT NULL,
	"study_hours" numeric(5, 1),
	"concerns" text[] DEFAULT '{}' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"learner_words" text DEFAULT '' NOT NULL,
	"share_as_win" boolean DEFAULT false NOT NULL,
	"flagged_for" text[] DEFAULT '{}' NOT NULL,
	"source_permalink" text,
	"counts" boolean NOT NULL,
	"submission_key" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_ins_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "check_ins_submission" UNIQUE("workspace_id","submission_key"),
	CONSTRAINT "check_ins_outcome" CHECK ("check_ins"."outcome" in ('sent', 'replied', 'talked')),
	CONSTRAINT "check_ins_motivation" CHECK ("check_ins"."motivation" between 1 and 5),
	CONSTRAINT "check_ins_hours" CHECK ("check_ins"."study_hours" between 0 and 168),
	CONSTRAINT "check_ins_concerns" CHECK ("check_ins"."concerns" <@ '{time,difficulty,motivation,work,family,health,tools,jobHunting,loneliness,other}'),
	CONSTRAINT "check_ins_flagged" CHECK ("check_ins"."flagged_for" <@ '{mentor,advisor,school}')
);
--> statement-breakpoint
CREATE TABLE "promises" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"check_in_id" uuid NOT NULL,
	"made_by" text NOT NULL,
	"text" text NOT NULL,
	"due_on" date NOT NULL,
	"kept_at" timestamp with time zone,
	CONSTRAINT "promises_check_in_once" UNIQUE("workspace_id","check_in_id"),
	CONSTRAINT "promises_text" CHECK (length("promises"."text") > 0)
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid,
	"kind" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"recipient" text NOT NULL,
	"on_date" date NOT NULL,
	"subject" text,
	"problem" text,
	"page" integer DEFAULT 0 NOT NULL,
	"parent_id" uuid,
	"status" text DEFAULT 'planned' NOT NULL,
	"run_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"claimed_at" timestamp with time zone,
	"maybe_posted_at" timestamp with time zone,
	"channel_id" text,
	"ts" text,
	"sent_at" timestamp with time zone,
	"failure" text,
	"live" boolean DEFAULT true NOT NULL,
	"wanted_revision" integer DEFAULT 0 NOT NULL,
	"shown_revision" integer DEFAULT 0 NOT NULL,
	"drawing_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deliveries_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "deliveries_once" UNIQUE("workspace_id","dedupe_key"),
	CONSTRAINT "deliveries_kind" CHECK ("deliveries"."kind" in ('reminder', 'digest', 'lead_notice')),
	CONSTRAINT "deliveries_status" CHECK ("deliveries"."status" in ('planned', 'claimed', 'sent', 'dropped', 'failed')),
	CONSTRAINT "deliveries_sent" CHECK ("deliveries"."status" <> 'sent' or ("deliveries"."ts" is not null and "deliveries"."channel_id" is not null)),
	CONSTRAINT "deliveries_of_program" CHECK ("deliveries"."kind" <> 'digest' or "deliveries"."program_id" is not null),
	CONSTRAINT "deliveries_notice" CHECK ("deliveries"."kind" <> 'lead_notice' or ("deliveries"."subject" is not null and "deliveries"."problem" is not null)),
	CONSTRAINT "deliveries_page" CHECK (("deliveries"."page" = 0) = ("deliveries"."parent_id" is null)),
	CONSTRAINT "deliveries_revision" CHECK ("deliveries"."shown_revision" <= "deliveries"."wanted_revision")
);
--> statement-breakpoint
CREATE TABLE "delivery_learners" (
	"workspace_id" text NOT NULL,
	"delivery_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "delivery_learners_workspace_id_delivery_id_learner_id_pk" PRIMARY KEY("workspace_id","delivery_id","learner_id")
);
--> statement-breakpoint
CREATE TABLE "care_team" (
	"workspace_id" text NOT NULL,
	"learner_id" uuid NOT NULL,
	"role" text NOT NULL,
	"user_id" text,
	"name" text,
	CONSTRAINT "care_team_workspace_id_learner_id_role_pk" PRIMARY KEY("workspace_id","learner_id","role"),
	CONSTRAINT "care_team_role" CHECK ("care_team"."role" in ('mentor', 'advisor')),
	CONSTRAINT "care_team_person" CHECK (("care_team"."user_id" is null) <> ("care_team"."name" is null))
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"closed_on" date NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	CONSTRAINT "closures_workspace_id_program_id_closed_on_pk" PRIMARY KEY("workspace_id","program_id","closed_on")
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"name" text NOT NULL,
	"reading" text DEFAULT '' NOT NULL,
	"name_key" text NOT NULL,
	"reading_key" text DEFAULT '' NOT NULL,
	"slack_user_id" text,
	"started_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"goal" text DEFAULT '' NOT NULL,
	"background" text DEFAULT '' NOT NULL,
	"companion_id" text,
	"rhythm" jsonb,
	"weekly_hours" numeric(5, 1),
	"unit" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"planned_on" date,
	"plan_reason" text,
	"planned_by" text,
	"watching" boolean DEFAULT false NOT NULL,
	"last_contact_on" date,
	"awaiting_reply_since" date,
	"due_on" date,
	"floor_on" date,
	"due_reason" text NOT NULL,
	"due_set_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "learners_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "learners_scope_in_program" UNIQUE("workspace_id","program_id","id"),
	CONSTRAINT "learners_name" CHECK (length("learners"."name") between 1 and 100),
	CONSTRAINT "learners_course" CHECK ("learners"."ends_on" >= "learners"."started_on"),
	CONSTRAINT "learners_hours" CHECK ("learners"."weekly_hours" between 0 and 168),
	CONSTRAINT "learners_status" CHECK ("learners"."status" in ('active', 'paused', 'completed', 'withdrawn')),
	CONSTRAINT "learners_due_reason" CHECK ("learners"."due_reason" in ('first', 'rhythm', 'planned', 'floor', 'return', 'closing', 'over')),
	CONSTRAINT "learners_due_after_contact" CHECK ("learners"."due_on" > "learners"."last_contact_on")
);
--> statement-breakpoint
CREATE TABLE "members" (
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"name" text NOT NULL,
	"zone" text NOT NULL,
	"locale" text NOT NULL,
	"next_reminder_at" timestamp with time zone,
	"unreachable_since" timestamp with time zone,
	"unreachable_because" text,
	CONSTRAINT "members_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id"),
	CONSTRAINT "members_zone" CHECK (timezone("members"."zone", timestamptz '2000-01-01 00:00:00+00') is not null),
	CONSTRAINT "members_unreachable" CHECK (("members"."unreachable_since" is null) = ("members"."unreachable_because" is null)),
	CONSTRAINT "members_locale" CHECK ("members"."locale" in ('ja', 'en'))
);
--> statement-breakpoint
CREATE TABLE "pauses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"learner_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "pauses_order" CHECK ("pauses"."to_on" >= "pauses"."from_on")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"contacts_per_week" smallint DEFAULT 2 NOT NULL,
	"floor_days" smallint DEFAULT 7 NOT NULL,
	"set_by" text,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "policies_workspace_id_program_id_effective_on_pk" PRIMARY KEY("workspace_id","program_id","effective_on"),
	CONSTRAINT "policies_contacts" CHECK ("policies"."contacts_per_week" between 1 and 7),
	CONSTRAINT "policies_floor" CHECK ("policies"."floor_days" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "programs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"name" text NOT NULL,
	"channel_id" text NOT NULL,
	"zone" text NOT NULL,
	"locale" text NOT NULL,
	"country" text NOT NULL,
	"working_weekdays" smallint[] DEFAULT '{1,2,3,4,5}' NOT NULL,
	"digest_at" time NOT NULL,
	"next_digest_at" timestamp with time zone NOT NULL,
	"counted_roles" text[] DEFAULT '{companion,cover}' NOT NULL,
	"retention_days" integer DEFAULT 180 NOT NULL,
	"unreachable_since" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programs_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "programs_name" UNIQUE("workspace_id","name"),
	CONSTRAINT "programs_channel" UNIQUE("workspace_id","channel_id"),
	CONSTRAINT "programs_zone" CHECK (timezone("programs"."zone", timestamptz '2000-01-01 00:00:00+00') is not null),
	CONSTRAINT "programs_locale" CHECK ("programs"."locale" in ('ja', 'en')),
	CONSTRAINT "programs_weekdays" CHECK ("programs"."working_weekdays" <@ '{1,2,3,4,5,6,7}' and cardinality("programs"."working_weekdays") > 0),
	CONSTRAINT "programs_roles" CHECK ("programs"."counted_roles" <@ '{companion,cover,mentor,advisor}'),
	CONSTRAINT "programs_retention" CHECK ("programs"."retention_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "supporters" (
	"workspace_id" text NOT NULL,
	"program_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"role" text NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "supporters_workspace_id_program_id_user_id_pk" PRIMARY KEY("workspace_id","program_id","user_id"),
	CONSTRAINT "supporters_role" CHECK ("supporters"."role" in ('lead', 'supporter'))
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_corrections" ADD CONSTRAINT "check_in_corrections_check_in" FOREIGN KEY ("workspace_id","check_in_id") REFERENCES "public"."check_ins"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_corrections" ADD CONSTRAINT "check_in_corrections_author" FOREIGN KEY ("workspace_id","corrected_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_learner" FOREIGN KEY ("workspace_id","program_id","learner_id") REFERENCES "public"."learners"("workspace_id","program_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_author" FOREIGN KEY ("workspace_id","author_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_learner" FOREIGN KEY ("workspace_id","program_id","learner_id") REFERENCES "public"."learners"("workspace_id","program_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_maker" FOREIGN KEY ("workspace_id","made_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_check_in" FOREIGN KEY ("workspace_id","check_in_id") REFERENCES "public"."check_ins"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_parent_page" FOREIGN KEY ("workspace_id","parent_id") REFERENCES "public"."deliveries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_learners" ADD CONSTRAINT "delivery_learners_delivery" FOREIGN KEY ("workspace_id","delivery_id") REFERENCES "public"."deliveries"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_learners" ADD CONSTRAINT "delivery_learners_learner" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team" ADD CONSTRAINT "care_team_learner" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care_team" ADD CONSTRAINT "care_team_member" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_companion" FOREIGN KEY ("workspace_id","companion_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learners" ADD CONSTRAINT "learners_planner" FOREIGN KEY ("workspace_id","planned_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_learner" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programs" ADD CONSTRAINT "programs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_program" FOREIGN KEY ("workspace_id","program_id") REFERENCES "public"."programs"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters" ADD CONSTRAINT "supporters_member" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_by_subject" ON "audit_events" USING btree ("workspace_id","subject_id","at");--> statement-breakpoint
CREATE INDEX "check_ins_timeline" ON "check_ins" USING btree ("workspace_id","learner_id","contacted_on" DESC NULLS LAST,"created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "check_ins_by_day" ON "check_ins" USING btree ("workspace_id","program_id","contacted_on");--> statement-breakpoint
CREATE INDEX "check_ins_wins" ON "check_ins" USING btree ("workspace_id","program_id","created_at") WHERE "check_ins"."share_as_win";--> statement-breakpoint
CREATE INDEX "promises_open" ON "promises" USING btree ("workspace_id","program_id","due_on") WHERE "promises"."kept_at" is null;--> statement-breakpoint
CREATE INDEX "deliveries_pending" ON "deliveries" USING btree ("run_at") WHERE "deliveries"."status" in ('planned', 'claimed');--> statement-breakpoint
CREATE INDEX "deliveries_stale" ON "deliveries" USING btree ("sent_at") WHERE "deliveries"."status" = 'sent' and "deliveries"."live" and "deliveries"."wanted_revision" > "deliveries"."shown_revision";--> statement-breakpoint
CREATE INDEX "deliveries_live" ON "deliveries" USING btree ("workspace_id","recipient","kind") WHERE "deliveries"."live";--> statement-breakpoint
CREATE INDEX "deliveries_parent" ON "deliveries" USING btree ("workspace_id","parent_id");--> statement-breakpoint
CREATE INDEX "delivery_learners_learner_index" ON "delivery_learners" USING btree ("workspace_id","learner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "learners_same_name" ON "learners" USING btree ("workspace_id","program_id","name_key","started_on");--> statement-breakpoint
CREATE UNIQUE INDEX "learners_same_slack_user" ON "learners" USING btree ("workspace_id","program_id","slack_user_id") WHERE "learners"."slack_user_id" is not null;--> statement-breakpoint
CREATE INDEX "learners_due" ON "learners" USING btree ("workspace_id","program_id","due_on") WHERE "learners"."status" = 'active';--> statement-breakpoint
CREATE INDEX "learners_caseload" ON "learners" USING btree ("workspace_id","companion_id","program_id","due_on") WHERE "learners"."status" = 'active';--> statement-breakpoint
CREATE INDEX "learners_floor" ON "learners" USING btree ("workspace_id","program_id","floor_on") WHERE "learners"."status" = 'active';--> statement-breakpoint
CREATE INDEX "learners_awaiting" ON "learners" USING btree ("workspace_id","program_id","awaiting_reply_since") WHERE "learners"."status" = 'active' and "learners"."awaiting_reply_since" is not null;--> statement-breakpoint
CREATE INDEX "members_next_reminder" ON "members" USING btree ("next_reminder_at");--> statement-breakpoint
CREATE INDEX "pauses_by_learner" ON "pauses" USING btree ("workspace_id","learner_id","from_on");--> statement-breakpoint
CREATE INDEX "programs_next_digest" ON "programs" USING btree ("next_digest_at");--> statement-breakpoint
CREATE INDEX "supporters_present" ON "supporters" USING btree ("workspace_id","user_id","program_id") WHERE "supporters"."removed_at" is null;