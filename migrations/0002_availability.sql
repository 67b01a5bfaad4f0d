CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"user_id" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"cancelled_at" timestamp with time zone,
	"submission_key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "absences_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "absences_submission" UNIQUE("workspace_id","submission_key"),
	CONSTRAINT "absences_order" CHECK ("absences"."to_on" >= "absences"."from_on")
);
--> statement-breakpoint
CREATE TABLE "cover_request_learners" (
	"workspace_id" text NOT NULL,
	"request_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "cover_request_learners_workspace_id_request_id_learner_id_pk" PRIMARY KEY("workspace_id","request_id","learner_id")
);
--> statement-breakpoint
CREATE TABLE "cover_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"workspace_id" text NOT NULL,
	"absence_id" uuid,
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"asked_by" text NOT NULL,
	"extent" text NOT NULL,
	"status" text DEFAULT 'asked' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"submission_key" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "cover_requests_scope" UNIQUE("workspace_id","id"),
	CONSTRAINT "cover_requests_submission" UNIQUE("workspace_id","submission_key"),
	CONSTRAINT "cover_requests_people" CHECK ("cover_requests"."from_id" <> "cover_requests"."to_id"),
	CONSTRAINT "cover_requests_extent" CHECK ("cover_requests"."extent" in ('everyone', 'some')),
	CONSTRAINT "cover_requests_handover" CHECK ("cover_requests"."absence_id" is not null or "cover_requests"."extent" = 'some'),
	CONSTRAINT "cover_requests_status" CHECK ("cover_requests"."status" in ('asked', 'accepted', 'declined', 'withdrawn')),
	CONSTRAINT "cover_requests_answer" CHECK (("cover_requests"."status" = 'asked') = ("cover_requests"."answered_at" is null))
);
--> statement-breakpoint
CREATE TABLE "day_covers" (
	"workspace_id" text NOT NULL,
	"learner_id" uuid NOT NULL,
	"covered_on" date NOT NULL,
	"user_id" text NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	CONSTRAINT "day_covers_workspace_id_learner_id_covered_on_pk" PRIMARY KEY("workspace_id","learner_id","covered_on")
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "request_id" uuid;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "tone" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "learners" ADD COLUMN "avoid" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "slack_zone" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "working_weekdays" smallint[];--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "starts_at" time DEFAULT '09:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "ends_at" time DEFAULT '18:00' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "reminders_on" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "second_look" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "next_second_look_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_member" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_request_learners" ADD CONSTRAINT "cover_request_learners_request" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."cover_requests"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_request_learners" ADD CONSTRAINT "cover_request_learners_learner" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_absence" FOREIGN KEY ("workspace_id","absence_id") REFERENCES "public"."absences"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_from" FOREIGN KEY ("workspace_id","from_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_to" FOREIGN KEY ("workspace_id","to_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cover_requests" ADD CONSTRAINT "cover_requests_asker" FOREIGN KEY ("workspace_id","asked_by") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_covers" ADD CONSTRAINT "day_covers_learner" FOREIGN KEY ("workspace_id","learner_id") REFERENCES "public"."learners"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_covers" ADD CONSTRAINT "day_covers_member" FOREIGN KEY ("workspace_id","user_id") REFERENCES "public"."members"("workspace_id","user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_of_member" ON "absences" USING btree ("workspace_id","user_id","to_on") WHERE "absences"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "cover_request_learners_learner_index" ON "cover_request_learners" USING btree ("workspace_id","learner_id");--> statement-breakpoint
CREATE INDEX "cover_requests_of_absence" ON "cover_requests" USING btree ("workspace_id","absence_id");--> statement-breakpoint
CREATE INDEX "cover_requests_to" ON "cover_requests" USING btree ("workspace_id","to_id") WHERE "cover_requests"."status" in ('asked', 'accepted') and "cover_requests"."absence_id" is not null;--> statement-breakpoint
CREATE INDEX "day_covers_of_member" ON "day_covers" USING btree ("workspace_id","user_id","covered_on");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_request" FOREIGN KEY ("workspace_id","request_id") REFERENCES "public"."cover_requests"("workspace_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_of_request" ON "deliveries" USING btree ("workspace_id","request_id") WHERE "deliveries"."request_id" is not null;--> statement-breakpoint
CREATE INDEX "members_next_second_look" ON "members" USING btree ("next_second_look_at");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_of_request_kind" CHECK (("deliveries"."kind" in ('cover_request', 'cover_answer')) <= ("deliveries"."request_id" is not null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind" CHECK ("deliveries"."kind" in ('reminder', 'second_look', 'digest', 'lead_notice', 'cover_request', 'cover_answer',
        'cover_ended', 'cover_cards'));--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_weekdays" CHECK ("members"."working_weekdays" <@ '{1,2,3,4,5,6,7}' and cardinality("members"."working_weekdays") > 0);--> statement-breakpoint
ALTER TABLE "members" ADD CONSTRAINT "members_hours" CHECK ("members"."starts_at" < "members"."ends_at");